// Hundreds of races for places between processes; run by hand: npx tsx scripts/place-races.ts [races]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, sqlite } from "../db/client";
import { migrate } from "../db/migrate";
import { placeFaults } from "../tests/support/places";
import { race } from "../tests/support/race";
import { courseForm, day, now, opened, world } from "../tests/support/world";

const races = Number(process.argv[2] ?? 300);
const together = 50;
const racers = 4;
const folder = mkdtempSync(join(tmpdir(), "cascade-races-"));
process.env.DATA_DIR = folder;
process.env.CASCADE_MODE = "test";
process.env.LOG_LEVEL = "silent";
migrate(sqlite(), now);
const w = world();

const say = (text: string) => process.stdout.write(`${text}\n`);
let run = 0;
let done = 0;
const faults: string[] = [];
while (run < races) {
  const courses = Array.from({ length: Math.min(together, races - run) }, (_, i) =>
    opened(w, { capacity: String(1 + ((run + i) % 12)) }),
  );
  closeDatabase();
  const order = { what: "mix", courses, form: courseForm(w), coordinator: w.coordinator, count: 12, now };
  const answers = await race<{ done: number }>(
    Array.from({ length: racers }, (_, i) => ({ ...order, racer: i + racers * (run / together) })),
  );
  done += answers.reduce((sum, answer) => sum + answer.done, 0);
  for (const { courseId } of courses) faults.push(...placeFaults(courseId, now + day));
  run += courses.length;
  say(`${run} races of ${racers} processes, ${done} changes, ${faults.length} faults`);
}
for (const fault of faults.slice(0, 20)) say(fault);
closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.exitCode = faults.length > 0 ? 1 : 0;
