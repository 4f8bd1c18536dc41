// Makes the two files that are measured: `small` is the demonstration and the fixtures, `big` the same and a country's
// worth of everything else. tsx tests/bench/world/make.ts <folder of the file> small|big [share of the big one, such as 0.1]
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { closeDatabase, databaseFile } from "../../../db/client";
import { hashPassword } from "../../../lib/accounts/password";
import { demonstrationPassword } from "../../../lib/accounts/rules/passwords";
import { processSettings } from "../../../lib/env/settings";
import { openStore } from "../../../lib/store/commands";
import { loadDemo } from "../../../scripts/demo/load";
import { addBulk } from "./bulk";
import { coursesOf, type Plan } from "./courses";
import { diceOf } from "./dice";
import { fill } from "./fill";
import { addFixtures } from "./fixtures";
import { peopleOf } from "./people";
import { towns } from "./places";
import { rollsOf } from "./rolls";
import { toolsOf } from "./tools";

/** How much there is in the big file. */
const amounts = (share: number) => ({
  people: 1_000_000 * share,
  courses: 40_000 * share,
  programmes: 200,
  trainers: 20_000 * share,
  organisations: 40_000 * share,
});

/** A plan as the fixtures have it, in the demonstration's first programme, with its coordinator and its trainer. */
function usualPlan(file: Database.Database): Plan {
  const { id, title } = file.prepare("SELECT id, title FROM programmes WHERE code = 'PROSPECTS'").get() as {
    id: number;
    title: string;
  };
  const holder = (email: string) =>
    file.prepare("SELECT person_id FROM accounts WHERE email = ?").pluck().get(email) as number;
  const tools = toolsOf(file);
  return {
    slug: "bench",
    programme: { id, code: "PROSPECTS", title: JSON.parse(title) },
    country: "JO",
    town: towns.JO![1]!,
    kind: "tot",
    tools: tools.slice(0, 2),
    startsOn: "2026-01-01",
    days: 5,
    state: "closed",
    capacity: 25,
    admission: "selection",
    trainers: [holder("trainer@cascade.example")],
    venueId: null,
    by: holder("coordinator@cascade.example"),
  };
}

async function main() {
  const [folder, size, share = "1"] = process.argv.slice(2);
  if (!folder || (size !== "small" && size !== "big")) throw new Error("make.ts <folder> small|big");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.DATA_DIR = folder;
  process.env.CASCADE_MODE = "test";
  const started = Date.now();
  const { key } = processSettings();
  // Noon in Amman: a day that has begun and has not ended in every country of the measurement.
  const now = Date.parse(`${new Date().toISOString().slice(0, 10)}T09:00:00Z`);
  const passwordHash = await hashPassword(demonstrationPassword);
  openStore(now);
  await loadDemo(now);
  closeDatabase();
  fill(databaseFile(folder), (file) => {
    const dice = diceOf(13);
    const people = peopleOf(file, dice, key, passwordHash);
    const makers = {
      dice,
      people,
      course: coursesOf(file, dice),
      enrol: rollsOf(file, dice, now),
      usual: usualPlan(file),
    };
    const fixtures = addFixtures(makers, now);
    if (size === "big") addBulk(file, makers, amounts(Number(share)), now);
    writeFileSync(join(folder, "bench.json"), JSON.stringify(fixtures));
  });
  process.stderr.write(`${size}: ${((Date.now() - started) / 1000).toFixed(0)} s, ${folder}\n`);
}

main();
