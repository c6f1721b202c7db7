/** A rule of the regime's files that is broken, and where. */
export interface Problem {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The rules, by number. A message starts with its number. */
export const RULES: Readonly<Record<string, string>> = {
  R01: "A file is YAML that can be read.",
  R02: "A key stands once.",
  R03: "Only fields of the schema are used.",
  R04: "What the schema requires is there.",
  R05: "A value has the form that its field asks for.",
  R06: "A date exists.",
  R07: "A wall time happened once in its zone.",
  R08: "An end lies after its beginning.",
  R09: "An act names one verb of the vocabulary.",
  R10: "An act names a measure that was imposed by then.",
  R11: "A measure is imposed once at a time.",
  R12: "Acts announced together do not contradict each other.",
  R13: "An extension moves the end of a layer that exists.",
  R14: "A list of goods that is named exists.",
  R15: "A document that is named exists.",
  R16: "No id names both a document and a measure.",
  R17: "A file is called <day announced>-<name>.yaml and stands on its issuer's side.",
  R18: "An act is not announced before its document.",
  R19: "A fact that goods wait for is one that can be given.",
  R20: "A list is sorted, without doubles, and has as many rows as its sidecar says.",
  R21: "A code in a list is 2 to 10 digits.",
  R22: "A measure does not displace itself.",
  R23: "A list has a sidecar that names its source, and a sidecar a list.",
  R24: "A file is at most 1 MB and nested at most 12 deep.",
  R25: "Suppositions that are laid together can both be.",
  R26: "A list of parties that is named is one of regime/parties/lists.yaml.",
  R27: "A row of a table of parties has an id of its own, a name, a type and days that exist.",
  R28: "A control names goods and facts of regime/items.yaml, and measures that there are.",
};

export const problem = (rule: string, file: string, line: number, column: number, message: string): Problem => ({ rule, file, line, column, message });
/** file:line:column: rule message */
export const showProblem = (p: Problem): string => `${p.file}:${p.line}:${p.column}: ${p.rule} ${p.message}`;
