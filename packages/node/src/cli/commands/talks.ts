import { command, run } from "../command.js";

/* Meetings and pledges. */
command("talks", "meetings of both sides: rounds, days, place, who said what, what came of it", ["talks", "talks --from 2025-10-01 --to 2025-11-30 --known 2025-10-25"])
  .option("--from <date>", "from this day")
  .option("--to <date>", "to this day")
  .action(run(async () => (await import("../talks.js")).talks));

command("commitments", "pledges to buy: target, period, progress by dated reports, and the pace that is needed", [
  "commitments --about soybeans --on 2026-08-20",
  "commitments --known 2026-01-20 --png soybeans.png",
])
  .option("--about <words>", "words in product, period or id")
  .option("--svg <file>", "write sold and shipped by week against the target")
  .option("--png <file>", "write it as a picture")
  .action(run(async () => (await import("../commitments.js")).commitments));
