import { collect, command, run } from "../command.js";

/* Filed entries, tables of lines, and the compiled regime as tables. */
command("audit", "which filed lines disagree with the law of their day, and by how much", ["audit es003.csv", "audit es003.xlsx --known 2026-03-01 --json"])
  .argument("<file>", "the report ES-003 as exported, or a table of entries: CSV or XLSX, - for standard input")
  .action(run(async () => (await import("../audit.js")).audit));

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
  .action(run(async () => (await import("../refunds.js")).refunds));

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
  .action(run(async () => (await import("../price.js")).price));

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
  .action(run(async () => (await import("../export.js")).exportCommand));
