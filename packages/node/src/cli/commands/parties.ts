import { collect, command, run } from "../command.js";
import { LISTS, withLists } from "../lists-help.js";

/* Goods under export controls, listed parties, who owns whom, and the lists. */
command("control", "whether goods may leave China, or move between other countries, under China's export controls on a date, and why", [
  "control dysprosium --from CN --to US --on 2025-10-25",
  "control 2805.30.19.10 --from CN --to US --fact end-use=military",
  "control rare-earth-magnets --from JP --to US --fact cn-content=0.2 --on 2025-12-15 --known 2025-10-25",
  'control samarium --to US --party "Lockheed Martin"',
  "control --batch questions.jsonl > answers.jsonl",
])
  .argument("[goods]", "China's tariff code (4 to 10 digits), a word such as gallium, or a control code such as 1C902")
  .option("--from <country>", "where they leave", "CN")
  .option("--to <country>", "where they go", "US")
  .option("--fact <name=value>", "what is known of them: end-use, end-user, purpose, cn-content, cn-technology, cn-origin, item (repeatable)", collect)
  .option("--party <name>", "who receives them: looked up on the lists of both sides")
  .option("--list <file>", "with --party: a list of your own, as for truce screen")
  .option("--owners <file>", "with --party: who owns whom, as for truce screen")
  .option("--batch <file>", "answer one JSON question per line; - reads standard input")
  .addHelpText("after", "\nA verdict is one of prohibited, refused-in-principle, licence-required, unsettled, suspended, no-control-known, not-covered, beyond-horizon. None of them clears anything.")
  .action(run(async () => (await import("../control.js")).control));

command("screen", "who a party is on the lists of both sides, who owns it, what that means on a date, and why; it clears nobody", [
  'screen "Huawei Technologies"',
  'screen "Target Technology" --owners owners.csv --on 2025-10-25',
  "screen --file names.csv --owners owners.csv > answers.jsonl",
  "screen --owners owners.csv --on 2026-11-09 --compare 2026-11-10",
])
  .argument("[name]", "a name, in any script")
  .option("--file <file>", "names: CSV with a column name (and id, type, country, address, identifier), or JSON lines; - reads standard input")
  .option("--list <file>", "a list of your own: CSV id,name,type,country,list,aliases")
  .option("--only-list", "use no other list")
  .option("--owners <file>", "who owns whom: CSV owner,owned,percent,min,max,from,until,kind,owner_country,owned_country; BODS 0.4 JSON; GLEIF level 2 CSV")
  .option("--type <type>", "organisation, person, vessel, aircraft or address")
  .option("--country <country>", "its country")
  .option("--address <text>", "its address")
  .option("--identifier <text>", "a number that identifies it, such as an LEI or a registration number")
  .option("--born <date>", "a person's birth date: 1960-05-02, 1960-05 or 1960")
  .option("--limit <n>", "names shown", "10")
  .option("--threshold <n>", "likeness from which a name is shown, 0 to 1 (default: 0.7)")
  .option("--compare <when>", "who changes between --on and this day; as-is: between the law as it stands and what is supposed")
  .option("--svg <file>", "draw who owns it")
  .option("--png <file>", "draw it as a picture")
  .addHelpText(
    "after",
    "\nA verdict is one of restricted, red-flag, stayed, unsettled, caution, authorised, list-too-old, no-match. None of them clears anybody.\nThe US list that is shipped is a copy of April 2022: import the current one with truce lists import.",
  )
  .action(run(async () => (await import("../screen.js")).screen));

withLists(command("lists", LISTS.about, LISTS.examples)).action(run(async () => (await import("../lists.js")).lists));
