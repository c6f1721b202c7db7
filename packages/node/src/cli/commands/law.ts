import { collect, command, run } from "../command.js";

/* What stands, what was said and done, and what a line owes. */
/** Facts that are asked for most. All of them are in the regime, which help does not open. */
const FACTS = `
Facts, the most used: use, steel, aluminum, copper, us-content, metal-weight, claim, loaded, entered-bond, withdrawn, melt, trq, chapter-98, dutiable.
Fees of a US entry turn on entry=formal|informal, and on mode=ocean for the harbor fee. A fact that does not exist is answered with the list of all.`;

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
  .action(run(async () => (await import("../duty.js")).duty));

command("status", "the state of the truce: what stands, what is suspended, threatened and pending", ["status", "status --on 2025-10-25 --known 2025-10-25"]).action(
  run(async () => (await import("../status.js")).status),
);

command("timeline", "instruments in the order in which they were announced", ["timeline --from 2025-10-08 --to 2025-10-11 --issuer cn", "timeline --about soybeans"])
  .option("--from <date>", "announced or effective from this day")
  .option("--to <date>", "announced or effective to this day")
  .option("--issuer <id>", "issuer or side, such as cn or us/ustr")
  .option("--kind <kind>", "kind of instrument, such as executive-order")
  .option("--measure <id>", "acts on this measure")
  .option("--about <words>", "words in title, summary or acts")
  .action(run(async () => (await import("../timeline.js")).timeline));

command("show", "one instrument, measure, meeting, pledge, listed party or article, with its states over time", [
  "show us/eo-14298",
  "show us/reciprocal/cn",
  "show us/threat-2025-10-10-100pct --chain",
  "show MOFCOM-2025-21:1",
  "show article/2025-10-25",
])
  .argument("<id>", "its id")
  .option("--chain", "of a document: what led to it and what it led to")
  .action(run(async () => (await import("../show.js")).show));

command("find", "tariff codes by words", ['find "permanent magnets"', "find soybeans --side cn"])
  .argument("<words...>", "words, or the beginning of a code")
  .option("--side <us|cn>", "whose tariff", "us")
  .option("--limit <n>", "how many", "20")
  .action(run(async () => (await import("../find.js")).find));

command("diff", "what was learned between two moments of knowledge", ["diff --known 2025-10-25 --known 2025-11-15"]).action(run(async () => (await import("../diff.js")).diff));
