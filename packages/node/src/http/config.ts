import { InputError } from "@truce/engine/desk";

/** How the server is run, from the environment and flags. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** Keys that requests may carry; none where the address is this machine's own. */
  readonly keys: readonly string[];
  /** Named by hand: an open address without keys. */
  readonly open: boolean;
  /** Requests a minute and address; 0 = no limit. */
  readonly rate: number;
  /** Origins that a browser may ask from; none by default. */
  readonly origins: readonly string[];
  /** Bytes of a body, milliseconds of a request, requests at once. */
  readonly bodyBytes: number;
  /** Bytes of a file of lines. */
  readonly fileBytes: number;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly log: boolean;
}
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const whole = (env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number => {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new InputError("bad-config", `${name}=${text.slice(0, 20)} is not a whole number up to ${most}`, "see truce serve --help", name);
  return Number(text);
};
const list = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((k) => k.trim())
    .filter((k) => k !== "");

/**
 * Reads the settings. An address that others can reach needs keys, unless TRUCE_OPEN=yes says otherwise.
 * @throws InputError for a setting that cannot be, or an open address without keys
 */
export function readConfig(env: NodeJS.ProcessEnv, flags: { readonly host?: string; readonly port?: string } = {}): ServerConfig {
  const host = flags.host ?? env["HOST"] ?? "127.0.0.1";
  const keys = list(env["TRUCE_API_KEYS"]);
  const open = env["TRUCE_OPEN"] === "yes";
  const weak = keys.find((k) => k.length < 16);
  if (weak !== undefined) throw new InputError("weak-key", "an API key has fewer than 16 characters", "use long random keys, with commas between", "TRUCE_API_KEYS");
  if (!LOOPBACK.has(host) && keys.length === 0 && !open)
    throw new InputError("open-address", `${host.slice(0, 60)} can be reached by others and there are no API keys`, "set TRUCE_API_KEYS, or TRUCE_OPEN=yes to serve everybody", "HOST");
  const own = LOOPBACK.has(host);
  const port = flags.port === undefined ? env : { ...env, PORT: flags.port };
  return {
    host,
    port: whole(port, "PORT", 4118, 65_535),
    keys: own && env["TRUCE_KEYS_ON_LOOPBACK"] !== "yes" ? [] : keys,
    open,
    rate: whole(env, "TRUCE_RATE", own ? 0 : 600, 1_000_000),
    origins: list(env["TRUCE_ORIGINS"]),
    bodyBytes: whole(env, "TRUCE_BODY_MB", 16, 1024) * 1_000_000,
    fileBytes: whole(env, "TRUCE_FILE_MB", 500, 100_000) * 1_000_000,
    timeoutMs: whole(env, "TRUCE_TIMEOUT_S", 60, 3600) * 1000,
    concurrency: whole(env, "TRUCE_CONCURRENCY", 64, 10_000),
    log: env["TRUCE_LOG"] !== "off",
  };
}
