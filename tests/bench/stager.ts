// A file of its own with so many rows of history, fifty a trainer, that are judged and asked; answers how long each took (ms).
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import * as gate from "../../lib/access/gate";
import { contextOf } from "../../lib/acts/context";
import { inTransaction } from "../../lib/acts/transaction";
import { judge, waysToJudge } from "../../lib/stages/judge";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { restate } from "../../lib/stages/restate";
import { stageOf } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";
import { now, world } from "../support/world";
import { timed } from "./figures";
import { fill, into, keysOf } from "./world/fill";

const file = databaseFile(process.env.DATA_DIR!);
const each = 50;
const trainers = Number(process.argv[2]) / each;
migrate(sqlite(), now);
const w = world();
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
closeDatabase();

const keys: number[] = [];
/** Everybody certified from before, visited often, and every second one renewed. */
fill(file, (open) => {
  const key = keysOf(open, "persons");
  const someone = into(open, "persons", "id name search sort_name language country created_at fictional");
  const known = into(open, "person_programmes", "person_id programme_id since");
  const entered = into(
    open,
    "stage_events",
    "person_id tool_id programme_id kind day until words entered_at entered_by",
  );
  for (let nth = 0; nth < trainers; nth++) {
    const id = key();
    keys.push(id);
    const name = `trainer ${String(nth).padStart(6, "0")}`;
    someone({
      ...{ id, name, search: name, sort_name: name, language: "en", country: "JO" },
      ...{ created_at: now, fictional: 1 },
    });
    known({ person_id: id, programme_id: w.programmeId, since: now });
    const about = { person_id: id, tool_id: toolId, programme_id: w.programmeId, words: "x" };
    const by = { entered_at: now, entered_by: w.coordinator.personId };
    const from = addDays("2021-01-01", nth % 700);
    entered({ ...about, ...by, kind: "certified_before", day: from, until: addDays(from, 1_100) });
    for (let visit = 2; visit < each; visit++)
      entered({ ...about, ...by, kind: "coaching_visit", day: addDays(from, visit * 20), until: null });
    entered(
      nth % 2
        ? { ...about, ...by, kind: "renewed", day: addDays(from, 1_090), until: addDays(from, 2_200) }
        : { ...about, ...by, kind: "refresher", day: addDays(from, 1_000), until: null },
    );
  }
});

const cx = contextOf(w.coordinator, now);
inTransaction(cx, () => restate(cx, keys));
const some = keys.slice(0, 200);
const ways = waysToJudge(cx, keys);
/** On either file so many are judged: all of the many, or the few as often. */
const judged = 20_000;
const asked = { day: "2023-03-01", toolId, modules: ["M1"], country: "JO" };

const works: Record<string, () => unknown> = {
  "stageOf for 20,000 trainers": () => {
    for (let round = 0; round < judged / keys.length; round++)
      for (const { history, gates, first } of ways) stageOf(history, gates, "2027-01-10", first);
  },
  "200 trainers read and judged": () => judge(cx, some, "2027-01-10"),
  "certified on a day, first page": () => {
    const { rows } = certifiedOnDay(cx, gate.reach(cx, "trainers.read"), asked, null);
    if (rows.length < 50) throw new Error("It was to be a full page.");
  },
};
process.send!(Object.keys(works));
process.on("message", async ({ name, times }: { name: string; times: number }) => {
  const answers: number[] = [];
  for (let nth = 0; nth < times; nth++) answers.push(await timed(works[name]!));
  process.send!(answers);
});
process.on("disconnect", () => process.exit(0));
