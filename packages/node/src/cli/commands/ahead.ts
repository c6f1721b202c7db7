import { collect, command, run } from "../command.js";

/* What changes when, what it does, and what it comes to. */
command("outlook", "what changes when, if nothing is done: dates that the law already holds, for the regime, for codes, for a portfolio", [
  "outlook --known 2025-10-25",
  "outlook 4202.92.31 8505.11.00.70 --suppose truce-lapses --suppose truce-extended",
  "outlook --portfolio lines.csv --suppose truce-lapses --html outlook.html",
])
  .argument("[codes...]", "tariff codes")
  .option("--from <country>", "country of origin of the codes, and of lines that name none")
  .option("--to <country>", "importing country of the codes, and of lines that name none")
  .option("--fact <key=value>", "a fact about the codes, as for truce duty (repeatable)", collect)
  .option("--portfolio <file>", "lines as for truce price: what they would owe if they were entered after each date")
  .option("--columns <field=column,...>", "which column of the file holds what (repeatable)", collect)
  .option("--svg <file>", "write the first chart: the fan of scenarios, or the calendar of dates")
  .option("--png <file>", "write it as a picture")
  .option("--html <file>", "write all charts and tables as a page that stands by itself")
  .addHelpText("after", "\nWith --known and no --on it looks ahead from the day of that knowledge. Each --suppose is a column of its own; a+b lays two together.")
  .action(run(async () => (await import("../outlook.js")).outlook));

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
  .action(run(async () => (await import("../cliff.js")).cliff));

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
  .action(run(async () => (await import("../average.js")).average));

command("watch", "what was learned since a day that touches these goods, in money", ["watch lines.csv --since 2025-11-01 --known 2025-11-30", "watch skus.parquet --since 2026-10-01"])
  .argument("<file>", "lines as for truce price: a tariff code and a customs value in each row")
  .option("--since <when>", "the day of the knowledge to compare with")
  .option("--from <country>", "country of origin of lines that name none")
  .option("--to <country>", "importing country of lines that name none")
  .option("--columns <field=column,...>", "which column of the file holds what (repeatable)", collect)
  .action(run(async () => (await import("../watch.js")).watch));
