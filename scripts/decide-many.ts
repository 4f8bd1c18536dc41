// How long a decision on many registrations takes, in figures; run by hand: npx tsx scripts/decide-many.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, sqlite } from "../db/client";
import { migrate } from "../db/migrate";
import { contextOf } from "../lib/acts/context";
import { decideRegistrations } from "../lib/admission/commands";
import { courseWith, decisionsOnMany } from "../tests/support/many";
import { now, value, world } from "../tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "cascade-decide-"));
process.env.DATA_DIR = folder;
process.env.CASCADE_MODE = "test";
migrate(sqlite(), now);
const w = world();

const milliseconds = (kind: (typeof decisionsOnMany)[number], count: number) => {
  const { courseId, ids } = courseWith(w, count, kind.from, kind.more);
  const start = performance.now();
  value(
    decideRegistrations(contextOf(w.coordinator, now), {
      courseId,
      registrationIds: ids,
      to: kind.to,
      reason: "Said",
    }),
  );
  return performance.now() - start;
};

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
let worst = 0;
for (const kind of decisionsOnMany) {
  milliseconds(kind, 80);
  const few = median(Array.from({ length: 5 }, () => milliseconds(kind, 80)));
  const many = median(Array.from({ length: 3 }, () => milliseconds(kind, 800)));
  worst = Math.max(worst, many / few);
  process.stdout.write(
    `${kind.from} to ${kind.to}: 80 in ${few.toFixed(0)} ms, 800 in ${many.toFixed(0)} ms, ${(many / few).toFixed(1)} times\n`,
  );
}
closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`The most: ${worst.toFixed(1)} times (12 at most)\n`);
process.exitCode = worst <= 12 ? 0 : 1;
