// npm run torture [-- registration 50]: kills processes at random points of their work and looks at what is left.
import { trials } from "./trials";

const [name, points = "50"] = process.argv.slice(2);
const asked = name ? [name] : Object.keys(trials);
const number = Number(points);
const say = (text: string) => process.stdout.write(`${text}\n`);
if (asked.some((one) => !trials[one]) || !Number.isInteger(number) || number < 1) {
  say(`Usage: npm run torture [-- ${Object.keys(trials).join("|")} [how often]]`);
  process.exit(1);
}
let faults = 0;
say("work          points  killed  acknowledged  twice  faults");
for (const one of asked) {
  const outcome = await trials[one]!(number, Math.random);
  faults += outcome.faults.length;
  const columns = [number, outcome.kills, outcome.acknowledged, outcome.twice, outcome.faults.length];
  const widths = [8, 8, 14, 7, 8];
  say(one.padEnd(12) + columns.map((value, i) => String(value).padStart(widths[i]!)).join(""));
  for (const fault of [...new Set(outcome.faults)].slice(0, 10)) say(`  ${fault}`);
}
process.exit(faults > 0 ? 1 : 0);
