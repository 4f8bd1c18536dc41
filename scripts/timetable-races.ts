// Hundreds of races for trainers and rooms between processes; run by hand: npm run timetable-races [runs] [how]
// how: guarded (as it is), file (the lock is taken away, the guards of the file stay), open (neither: it shows what then comes about)
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, sqlite } from "../db/client";
import { migrate } from "../db/migrate";
import { race } from "../tests/support/race";
import { takenTwice, timetableGuards } from "../tests/support/timetableGuards";
import { type Moved, timetableRaces } from "../tests/support/timetableRaces";
import { now, world } from "../tests/support/world";

const runs = Number(process.argv[2] ?? 500);
const how = process.argv[3] ?? "guarded";
const together = 50;
const folder = mkdtempSync(join(tmpdir(), "cascade-races-"));
process.env.DATA_DIR = folder;
process.env.CASCADE_MODE = "test";
process.env.LOG_LEVEL = "silent";
migrate(sqlite(), now);
const { orders } = timetableRaces(world());
if (how === "open") for (const { name } of timetableGuards()) sqlite().exec(`DROP TRIGGER ${name}`);

const say = (text: string) => process.stdout.write(`${text}\n`);
const sum: Moved = { done: 0, refused: 0, broke: [], longest: 0 };
for (let run = 0; run < runs; run += together) {
  const list = orders(Math.min(together, runs - run), how === "guarded", run);
  closeDatabase();
  for (const { done, refused, broke, longest } of await race<Moved>(list)) {
    sum.done += done;
    sum.refused += refused;
    sum.broke.push(...broke);
    sum.longest = Math.max(sum.longest, longest);
  }
  say(
    `${Math.min(run + together, runs)} runs: ${sum.done} moves, ${sum.refused} refused, ${sum.broke.length} broken off, ${takenTwice().length} taken twice, the longest move ${Math.round(sum.longest)} ms`,
  );
}
for (const text of new Set(sum.broke)) say(text);
const found = takenTwice();
for (const fault of found.slice(0, 20)) say(JSON.stringify(fault));
closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.exitCode = found.length > 0 ? 1 : 0;
