/** The address that answers a command of the program, such as `truce duty 4202.92.31 --on 2025-10-25`; undefined for a command that has no view. @param known the knowledge of the command, where it names none */
export function addressOf(command: string, known: string | undefined): Record<string, string | null> | undefined {
  const parts = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? "").filter((p) => p !== "truce");
  const [verb, ...rest] = parts;
  const flags: Record<string, string> = {};
  const words: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const part = rest[i] as string;
    if (part.startsWith("--")) flags[part.slice(2)] = rest[++i] ?? "";
    else words.push(part);
  }
  const clocks = { on: flags["on"] ?? null, known: flags["known"] ?? known ?? null, suppose: flags["suppose"] ?? null };
  switch (verb) {
    case "duty":
      return { view: "duty", code: words[0] ?? null, from: flags["from"] ?? null, to: flags["to"] ?? null, ...clocks };
    case "show":
      return { view: "show", id: words[0] ?? null, ...clocks };
    case "status":
      return { view: "today", ...clocks };
    case "timeline":
      return {
        view: "timeline",
        about: flags["about"] ?? null,
        issuer: flags["issuer"] ?? null,
        kind: flags["kind"] ?? null,
        measure: flags["measure"] ?? null,
        from: flags["from"] ?? null,
        to: flags["to"] ?? null,
        ...clocks,
      };
    default:
      return undefined;
  }
}
