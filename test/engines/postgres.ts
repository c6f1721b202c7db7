import { execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const HOME = "/usr/lib/postgresql";
/** The programs of the newest Postgres on this machine; undefined where there is none. */
export const postgresBin = (): string | undefined =>
  existsSync(HOME)
    ? readdirSync(HOME)
        .sort((a, b) => Number(b) - Number(a))
        .map((v) => join(HOME, v, "bin"))
        .find((bin) => existsSync(join(bin, "initdb")))
    : undefined;

const run = (program: string, args: readonly string[], input?: string): Promise<string> =>
  new Promise((done, failed) => {
    const child = execFile(program, [...args], { timeout: 120_000, maxBuffer: 1 << 26 }, (e, stdout, stderr) => (e === null ? done(stdout) : failed(new Error(stderr || e.message))));
    child.stdin?.end(input);
  });
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const s = createServer().listen(0, "127.0.0.1", () => {
      const { port } = s.address() as { port: number };
      s.close(() => done(port));
    });
  });

/** A Postgres server of its own on 127.0.0.1, in a folder of its own. It refuses to run as root, so root runs it as the user postgres. */
export class Postgres {
  private constructor(
    private readonly bin: string,
    readonly port: number,
    private readonly data: string,
    private readonly pid: number,
  ) {}

  static async start(bin: string, dir: string, name: string): Promise<Postgres> {
    const data = join(dir, name);
    mkdirSync(data);
    const root = process.getuid?.() === 0;
    if (root) {
      const id = async (flag: string): Promise<number> => Number(await run("id", [flag, "postgres"]));
      chownSync(data, await id("-u"), await id("-g"));
    }
    const as = (program: string, args: readonly string[]): [string, string[]] => (root ? ["runuser", ["-u", "postgres", "--", join(bin, program), ...args]] : [join(bin, program), [...args]]);
    await run(...as("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C"]));
    const port = await freePort();
    const [program, args] = as("postgres", [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=${data}`,
      "-c",
      "fsync=off",
      "-c",
      "shared_buffers=64MB",
    ]);
    spawn(program, args, { stdio: "ignore" }).unref();
    for (let tries = 0; ; tries++) {
      try {
        await run(join(bin, "psql"), ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "-Atc", "SELECT 1"]);
        break;
      } catch (e) {
        if (tries > 100) throw e;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    return new Postgres(bin, port, data, pid);
  }

  /** Runs SQL and gives the rows as tab-separated text. */
  sql(text: string): Promise<string> {
    return run(join(this.bin, "psql"), ["-h", "127.0.0.1", "-p", String(this.port), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", "-F", "\t", "-f", "-"], text);
  }

  /** Copies a CSV file with a header into a table. */
  copy(table: string, file: string): Promise<string> {
    return run(join(this.bin, "psql"), ["-h", "127.0.0.1", "-p", String(this.port), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qc", `\\copy ${table} FROM '${file}' CSV HEADER`]);
  }

  /** Ends it by its own process: at once, as a machine that fails. */
  kill(): void {
    try {
      process.kill(this.pid, "SIGQUIT");
    } catch {
      // It is gone already.
    }
  }
}
