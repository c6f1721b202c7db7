import type { Command } from "commander";

/** How truce lists is asked. It stands apart so that help loads nothing else. */
export const LISTS = {
  about: "the lists of parties in use: of what day, how old, from where; import the official files, and see what they change",
  examples: ["lists", "lists import consolidated.json --date 2026-11-20", "lists import sdn.xml --dry-run", "lists diff consolidated.csv --date 2026-11-20", "lists remove csl"],
};
const HELP = `
Read are the Consolidated Screening List (consolidated.json, .csv), OFAC's sdn.xml, the tables of BIS (Entity List, MEU, UVL, dpl.txt),
notices of China written down as YAML (list, notice, date, url, parties with name_zh, name_en, country), and the list of section 1260H as CSV.
Nothing is loaded from the network. What is imported replaces the shipped copy of the same lists; a notice adds to its list.
Lists are kept in TRUCE_LISTS, else $XDG_DATA_HOME/truce/lists, else ~/.local/share/truce/lists, each with the one before it.`;

/** The command with its arguments and flags. */
export const withLists = (command: Command): Command =>
  command
    .argument("[action]", "import, diff or remove; without it the lists are shown")
    .argument("[file]", "the file to import or compare, or the id to remove")
    .option("--as <kind>", "what the file is, where its content does not tell: csl, sdn, el, meu, uvl, dpl, 1260h, mofcom")
    .option("--date <day>", "the day of its content, where the file does not say it: YYYY-MM-DD")
    .option("--dry-run", "read, check and compare it; write nothing")
    .option("--accept-drop", "take it though a list has lost more than a tenth of its parties")
    .addHelpText("after", HELP);
