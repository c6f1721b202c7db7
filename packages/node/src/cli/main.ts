import { Command, Option } from "commander";
import { LISTS, withLists } from "./lists-help.js";
import { fail } from "./output.js";

/** Flags that every command takes. */
export interface Common {
  readonly on?: string;
  readonly known?: string;
  readonly json?: boolean;
  readonly suppose?: string[];
  readonly regime?: string;
  readonly quiet?: boolean;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];
const json = process.argv.includes("--json");
const usage = (text: string): string =>
  `${JSON.stringify({
    error: {
      code: "usage",
      message: text
        .replace(/^error: /, "")
        .trim()
        .split("\n")
        .join(" "),
      hint: "truce --help shows the commands",
      where: "command line",
    },
  })}\n`;
const program = new Command("truce")
  .description("The US-China trade regime as code: duties, controls and deadlines on a date, as known on a date.")
  .version("0.1.0")
  .showHelpAfterError(json ? false : "(truce --help shows the commands)")
  .configureOutput({ outputError: (text, put) => put(json ? usage(text) : text) })
  .exitOverride((e) => process.exit(e.exitCode === 0 ? 0 : 2));

function command(name: string, description: string, examples: readonly string[]): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option("--on <when>", "the moment asked about: YYYY-MM-DD or an instant (default: now)"))
    .addOption(
      name === "diff"
        ? new Option("--known <when>", "two moments of knowledge (give it twice)").argParser(collect)
        : new Option("--known <when>", "use only what had been announced by then (default: now)"),
    )
    .option("--suppose <id|file>", "lay a threat, a scenario or a draft on top (repeatable)", collect)
    .option("--regime <dir>", "another regime folder")
    .option("--json", "one JSON object on stdout and nothing else")
    .option("--quiet", "no progress")
    .addHelpText("after", `\nExamples:\n${examples.map((e) => `  truce ${e}`).join("\n")}`)
    .exitOverride((e) => process.exit(e.exitCode === 0 ? 0 : 2));
}

/** Facts that are asked for most. All of them are in the regime, which help does not open. */
const FACTS = `
Facts, the most used: use, steel, aluminum, copper, us-content, metal-weight, claim, loaded, entered-bond, withdrawn, melt, trq, chapter-98, dutiable.
Fees of a US entry turn on entry=formal|informal, and on mode=ocean for the harbor fee. A fact that does not exist is answered with the list of all.`;

/** Runs a command whose code is loaded only when it is asked for. */
const run =
  (load: () => Promise<(...args: never[]) => Promise<void>>) =>
  async (...args: unknown[]): Promise<void> => {
    const options = args.find((a) => typeof a === "object" && a !== null && !Array.isArray(a) && !(a instanceof Command)) as Common | undefined;
    try {
      const act = await load();
      await act(...(args.filter((a) => !(a instanceof Command)) as never[]));
    } catch (e) {
      fail(e, options?.json === true);
    }
  };

command("duty", "what a line of goods owes, with reasons and citations", [
  "duty 4202.92.31 --from CN --on 2025-10-25 --known 2025-10-25 --value 10000",
  "duty 1201.90.11 --from US --to CN --on 2025-10-25",
  "duty 7326.90.86 --from CN --on 2025-07-01 --fact steel=40",
  "duty --batch questions.jsonl > answers.jsonl",
])
  .argument("[code]", "tariff code: 6, 8 or 10 digits, dots optional")
  .option("--from <country>", "country of origin: CN, HK, MO or US (default: CN; US with --to CN)")
  .option("--to <country>", "importing country: US or CN")
  .option("--value <amount>", "customs value in the importing side's currency", "100")
  .option("--quantity <amount>", "quantity for a specific rate (with --unit, repeatable)", collect)
  .option("--unit <unit>", "unit of the quantity before it", collect)
  .option("--fact <key=value>", "a fact about the goods or the entry (repeatable)", collect)
  .option("--7501", "the lines of the entry summary too (CBP Form 7501), rounded as the form asks")
  .option("--rounding <rule>", "cents: each component to the cent (default); entry-7501: first the value to whole dollars (default with --7501)")
  .option("--svg <file>", "write how the duty builds up as a waterfall")
  .option("--png <file>", "write it as a picture")
  .option("--batch <file>", "answer one JSON question per line; - reads standard input")
  .addHelpText("after", FACTS)
  .action(run(async () => (await import("./duty.js")).duty));

command("status", "the state of the truce: what stands, what is suspended, threatened and pending", ["status", "status --on 2025-10-25 --known 2025-10-25"]).action(
  run(async () => (await import("./status.js")).status),
);

command("timeline", "instruments in the order in which they were announced", ["timeline --from 2025-10-08 --to 2025-10-11 --issuer cn", "timeline --about soybeans"])
  .option("--from <date>", "announced or effective from this day")
  .option("--to <date>", "announced or effective to this day")
  .option("--issuer <id>", "issuer or side, such as cn or us/ustr")
  .option("--kind <kind>", "kind of instrument, such as executive-order")
  .option("--measure <id>", "acts on this measure")
  .option("--about <words>", "words in title, summary or acts")
  .action(run(async () => (await import("./timeline.js")).timeline));

command("show", "one instrument, measure, meeting, pledge or article, with its states over time", [
  "show us/eo-14298",
  "show us/reciprocal/cn",
  "show us/threat-2025-10-10-100pct --chain",
  "show article/2025-10-25",
])
  .argument("<id>", "its id")
  .option("--chain", "of a document: what led to it and what it led to")
  .action(run(async () => (await import("./show.js")).show));

command("find", "tariff codes by words", ['find "permanent magnets"', "find soybeans --side cn"])
  .argument("<words...>", "words, or the beginning of a code")
  .option("--side <us|cn>", "whose tariff", "us")
  .option("--limit <n>", "how many", "20")
  .action(run(async () => (await import("./find.js")).find));

command("audit", "which filed lines disagree with the law of their day, and by how much", ["audit es003.csv", "audit es003.xlsx --known 2026-03-01 --json"])
  .argument("<file>", "the report ES-003 as exported, or a table of entries: CSV or XLSX, - for standard input")
  .action(run(async () => (await import("./audit.js")).audit));

command("diff", "what was learned between two moments of knowledge", ["diff --known 2025-10-25 --known 2025-11-15"]).action(run(async () => (await import("./diff.js")).diff));

command("refunds", "what of filed entries can come back: by which way, until when, with what interest; nothing is filed", [
  "refunds es003.csv --on 2026-10-01",
  "refunds es003.xlsx --fact drawback=no --fact importer_type=corporation -o refunds/",
])
  .argument(
    "<file>",
    "the ACE report ES-003 or a table of entries, CSV or XLSX (entry number, type and date, hts, duty, liquidation date and status, reconciliation, protest, drawback, importer type); - reads standard input",
  )
  .option("--fact <name=value>", "what holds for all entries of which the file says nothing, such as drawback=no (repeatable)", collect)
  .option("-o, --output <dir>", "write the lists of entry numbers for CAPE and a calendar of last days there")
  .action(run(async () => (await import("./refunds.js")).refunds));

command("price", "what the lines of a file owe, under the law as it stands and under suppositions side by side", [
  "price lines.csv",
  "price lines.csv -o priced.parquet --known 2025-10-25",
  "price lines.xlsx -o priced.csv --wide --columns code=HTS,value='Entered Value'",
  "price lines.parquet --suppose truce-lapses --suppose us/2025-10-10-threat+truce-lapses --html report.html",
])
  .argument("<file>", "CSV, Parquet, XLSX or JSON lines with a tariff code and a customs value in each row; - reads standard input")
  .option("-o, --output <file>", "write a row for each line and component: .csv, .parquet or .xlsx; - writes CSV to standard output")
  .option("--wide", "write a row for each line, with a column for each measure")
  .option("--summary", "show the tables by SKU, heading, supplier, month and origin too when a file is written")
  .option("--columns <field=column,...>", "which column holds what, where its name does not say it (repeatable)", collect)
  .option("--from <country>", "country of origin of lines that name none (default: CN; US with --to CN)")
  .option("--to <country>", "importing country of lines that name none (default: by the origin)")
  .option("--delimiter <mark>", "between the cells of a text: one character, or tab (default: found)")
  .option("--encoding <name>", "of a text: utf-8, utf-16le, utf-16be, gb18030 or windows-1252 (default: found)")
  .option("--strict", "end with 1 where a line could not be priced")
  .option("--memory <amount>", "memory for reading and writing", "1GB")
  .option("--top <n>", "rows of each table", "20")
  .option("--html <file>", "write a report that stands by itself")
  .option("--svg <file>", "write the chart of the scenarios")
  .option("--png <file>", "write it as a picture")
  .addHelpText(
    "after",
    "\nColumns: code, value, on (day or instant of entry), from, to, quantity and unit, ref, entry, line, sku, supplier, and any fact of truce duty, such as steel or loaded (fact:NAME where the name means something else too).\nA bare day means noon where the goods are entered. Rows are counted from the one below the header; what cannot be priced goes to OUTPUT.rejects.csv with its reason.\nAmounts are duty alone: fees are once for an entry. With several --suppose each is a scenario of its own; a+b lays two together.",
  )
  .action(run(async () => (await import("./price.js")).price));

command("export", "the compiled regime as a table: rates for every line, origin and stretch of time; documents; goods; its dates as a calendar; its documents as a feed", [
  "export rates -o rates.parquet",
  "export rates --to US --known 2025-10-25 -o rates.csv",
  "export instruments -o instruments.jsonl",
  "export calendar -o truce.ics",
  "export feed --from 2026-09-01 -o truce.xml",
])
  .argument("<what>", "rates, instruments, goods, calendar or feed")
  .option("-o, --output <file>", "write .parquet, .csv or .jsonl; a calendar .ics or .json, a feed .xml; without it the text goes to standard output")
  .option("--from <date>", "calendar: dates from this day; feed: documents from this day")
  .option("--until <date>", "calendar: dates to this day")
  .option("--to <country>", "rates of one importing country: US or CN (default: both)")
  .addHelpText("after", "\ndocs/sql/price.sql prices a table of entries with the rates, on DuckDB, Postgres, Spark and ClickHouse.")
  .action(run(async () => (await import("./export.js")).exportCommand));

command("outlook", "what changes when, if nothing is done: dates that the law already holds, for the regime, for codes, for a portfolio", [
  "outlook --known 2025-10-25",
  "outlook 4202.92.31 8505.11.00.70 --suppose truce-lapses --suppose truce-extended",
  "outlook --portfolio lines.csv --suppose truce-lapses --html outlook.html",
])
  .argument("[codes...]", "tariff codes")
  .option("--from <country>", "country of origin of the codes, and of lines that name none")
  .option("--to <country>", "importing country of the codes, and of lines that name none")
  .option("--portfolio <file>", "lines as for truce price: what they would owe if they were entered after each date")
  .option("--columns <field=column,...>", "which column of the file holds what (repeatable)", collect)
  .option("--svg <file>", "write the first chart: the fan of scenarios, or the calendar of dates")
  .option("--png <file>", "write it as a picture")
  .option("--html <file>", "write all charts and tables as a page that stands by itself")
  .addHelpText("after", "\nWith --known and no --on it looks ahead from the day of that knowledge. Each --suppose is a column of its own; a+b lays two together.")
  .action(run(async () => (await import("./outlook.js")).outlook));

command("cliff", "the board of dates: what ends or begins, whether it comes by itself, what was published and what was only said, in money for a portfolio", [
  "cliff --known 2026-10-01",
  "cliff --from 2026-11-01 --to 2026-11-30 --portfolio lines.csv --html cliff.html",
  "cliff --lags --known 2025-11-11",
])
  .option("--from <date>", "from this day")
  .option("--to <date>", "to this day")
  .option("--portfolio <file>", "lines as for truce price: what each date changes in their duty")
  .option("--columns <field=column,...>", "which column of the file holds what (repeatable)", collect)
  .option("--lags", "show when each document was announced, printed and took effect")
  .option("--svg <file>", "write the board as a calendar")
  .option("--png <file>", "write it as a picture")
  .option("--html <file>", "write calendar and tables as a page that stands by itself")
  .action(run(async () => (await import("./cliff.js")).cliff));

command("average", "the average tariff of one side on the other's goods since 2018, as a step series with its weights named", [
  "average --side us",
  "average --side cn --weights simple --known 2025-10-25",
  "average --side us --on 2026-10-01 --by section --png us.png",
])
  .option("--side <us|cn>", "whose tariff")
  .option("--from <date>", "from this day (default: 2018-01-01)")
  .option("--to <date>", "to this day (default: the day of knowledge)")
  .option("--weights <id>", "us-imports-2024, cn-imports-2017, or simple: each line once (default: the side's own imports)")
  .option("--by <what>", "section: the sections of the tariff on --on too")
  .option("--svg <file>", "write the series as a chart")
  .option("--png <file>", "write it as a picture")
  .option("--csv <file>", "write it as a table")
  .action(run(async () => (await import("./average.js")).average));

command("watch", "what was learned since a day that touches these goods, in money", ["watch lines.csv --since 2025-11-01 --known 2025-11-30", "watch skus.parquet --since 2026-10-01"])
  .argument("<file>", "lines as for truce price: a tariff code and a customs value in each row")
  .option("--since <when>", "the day of the knowledge to compare with")
  .option("--from <country>", "country of origin of lines that name none")
  .option("--to <country>", "importing country of lines that name none")
  .option("--columns <field=column,...>", "which column of the file holds what (repeatable)", collect)
  .action(run(async () => (await import("./watch.js")).watch));

command("talks", "meetings of both sides: rounds, days, place, who said what, what came of it", ["talks", "talks --from 2025-10-01 --to 2025-11-30 --known 2025-10-25"])
  .option("--from <date>", "from this day")
  .option("--to <date>", "to this day")
  .action(run(async () => (await import("./talks.js")).talks));

command("commitments", "pledges to buy: target, period, progress by dated reports, and the pace that is needed", [
  "commitments --about soybeans --on 2026-08-20",
  "commitments --known 2026-01-20 --png soybeans.png",
])
  .option("--about <words>", "words in product, period or id")
  .option("--svg <file>", "write sold and shipped by week against the target")
  .option("--png <file>", "write it as a picture")
  .action(run(async () => (await import("./commitments.js")).commitments));

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
  .action(run(async () => (await import("./control.js")).control));

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
  .option("--limit <n>", "names shown", "10")
  .option("--threshold <n>", "likeness from which a name is shown, 0 to 1 (default: 0.7)")
  .option("--compare <when>", "who changes between --on and this day; as-is: between the law as it stands and what is supposed")
  .option("--svg <file>", "draw who owns it")
  .option("--png <file>", "draw it as a picture")
  .addHelpText(
    "after",
    "\nA verdict is one of restricted, red-flag, stayed, unsettled, caution, authorised, list-too-old, no-match. None of them clears anybody.\nThe US list that is shipped is a copy of April 2022: import the current one with truce lists import.",
  )
  .action(run(async () => (await import("./screen.js")).screen));

withLists(command("lists", LISTS.about, LISTS.examples)).action(run(async () => (await import("./lists.js")).lists));

command("check", "every rule that the regime's files must keep", ["check", "check my-regime"])
  .argument("[dir]", "a regime folder")
  .action(run(async () => (await import("./check.js")).checkCommand));

program.parseAsync().catch((e: unknown) => fail(e, json));
