// A file of its own with so many people on the way to trainer, whose register is read; answers how long each list took (ms).
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { addDays } from "../../lib/time/civil";
import { registerChoices, type TrainerFilter, trainerRegister } from "../../lib/trainers/queries";
import { now, world } from "../support/world";
import { timed } from "./figures";
import { fill, into, keysOf } from "./world/fill";

const file = databaseFile(process.env.DATA_DIR!);
const trainers = Number(process.argv[2]);
migrate(sqlite(), now);
const w = world();
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
closeDatabase();

const today = "2027-01-10";
const given = ["Amal", "Badr", "Chadi", "Dunia", "Elias", "Farah", "Ghassan", "Hala", "Ines", "Jad"];
const reached = ["tot_completed", "candidate", "practising", "certified", "renewed", "lapsed"] as const;

fill(file, (open) => {
  const key = keysOf(open, "persons");
  const someone = into(open, "persons", "id name search sort_name language country created_at fictional");
  const known = into(open, "person_programmes", "person_id programme_id since");
  const stands = into(
    open,
    "standings",
    "person_id tool_id programme_id stage since modules valid_until next_step next_missing judged_on",
  );
  for (let nth = 0; nth < trainers; nth++) {
    const id = key();
    const name = `${given[nth % given.length]} of house ${String(nth).padStart(5, "0")}`;
    const sort_name = name.toLowerCase();
    someone({
      ...{ id, name, search: sort_name, sort_name, language: "en" },
      ...{ country: nth % 3 ? "JO" : "LB", created_at: now, fictional: 1 },
    });
    known({ person_id: id, programme_id: w.programmeId, since: now });
    const stage = reached[nth % reached.length]!;
    const ends = stage === "lapsed" ? -30 : 1 + (nth % 900);
    stands({
      ...{ person_id: id, tool_id: toolId, programme_id: w.programmeId, stage, since: addDays(today, -400) },
      ...{ modules: '["M1","M2"]', next_step: "none", next_missing: 0, judged_on: today },
      valid_until: ["certified", "renewed", "lapsed"].includes(stage) ? addDays(today, ends) : null,
    });
  }
});

const cx = contextOf(w.coordinator, now);
const reach = gate.reach(cx, "trainers.read");
const all = contextOf(system, now);
const list = (more: Partial<TrainerFilter>) => () => {
  const { trainers: rows } = trainerRegister(cx, reach, { q: null, ...more }, today, today);
  if (rows.length === 0) throw new Error("Somebody was to be found.");
};

const works: Record<string, () => unknown> = {
  "first page": list({}),
  "narrowed by stage": list({ stage: "renewed" }),
  "searched by a name": list({ q: "house 00042" }),
  "searched by a name that many have": list({ q: "chadi" }),
  "what it can be narrowed by": () => registerChoices(cx, reach, null),
  "the same of all programmes": () => registerChoices(all, gate.reach(all, "trainers.read"), null),
};
process.send!(Object.keys(works));
process.on("message", async ({ name, times }: { name: string; times: number }) => {
  const answers: number[] = [];
  for (let nth = 0; nth < times; nth++) answers.push(await timed(works[name]!));
  process.send!(answers);
});
process.on("disconnect", () => process.exit(0));
