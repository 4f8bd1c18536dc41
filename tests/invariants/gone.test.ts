import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { faultsOf } from "../../lib/faults";
import type { Fault } from "../../lib/result";
import { type Action, everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { posted } from "../support/posted";
import { twoProgrammes } from "../support/twoProgrammes";
import { fault, now, world } from "../support/world";
import { keysOf, schemaOf } from "./keys/forms";
import { groupRows } from "./keys/groups";
import { requestRows } from "./keys/requests";
import type { Row } from "./keys/row";
import { timetableRows } from "./keys/timetable";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const actions = await everyAction();
freshDatabase();
const w = world();
const two = await twoProgrammes(w);
const { own, roles } = two;
const rows: Record<string, Row> = { ...timetableRows(two), ...groupRows(two), ...requestRows(two) };
const planner = roles.coordinator!;

/** What a tab shows and somebody took away in another one, by the field that names it. The course itself is no thing of its own. */
const notTaken = ["courseId", "changeId", "requestId", "registrationIds"];
/** What a form of the planner can name besides what its row says. */
const alsoNamed: Record<string, Record<string, unknown>> = {
  rearrangeSessions: { how: "insert", kind: "module", minutes: "30", by: undefined },
};
const many = ["trainerIds", "coTrainerIds", "apprenticeIds"];

/** Whoever is asked for a session is asked for its group: a group is named where no session is. */
const ofGroup = (name: string, key: string) =>
  name === "askTrainers" && key === "groupId" ? { sessionId: undefined } : {};

/** Sentences that leave open what is gone, or what to do about it. */
const vague = ["notFound", "choose", "required", "unexpected", "stale"];

async function sentWithout(name: string, action: Action, row: Row, key: string): Promise<Fault> {
  const gone = many.includes(key) ? ["999999"] : "999999";
  const more = key === "moduleId" ? { kind: "module", ...alsoNamed[name] } : ofGroup(name, key);
  const said = posted({ ...row.form(own), ...more, [key]: gone });
  const parsed = schemaOf(action, said, planner)!.safeParse(said);
  if (!parsed.success) return { code: "invalid", fields: faultsOf(parsed.error.issues as never) } as Fault;
  return fault((await action.command(as(planner, now), parsed.data, "here")) as never);
}

describe("what was taken away in another tab", () => {
  const forms = [...actions].filter(
    ([name, { permission }]) => rows[name] && ["timetable.edit", "trainers.ask"].includes(permission),
  );
  it("can be named by each form of the planner", () => {
    expect(forms.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        "saveSession",
        "swapSessions",
        "giveRoom",
        "saveGroup",
        "groupPeople",
        "replaceTrainer",
      ]),
    );
  });
  for (const [name, action] of forms) {
    const row = rows[name]!;
    const keys = keysOf(action, planner, row.form(own)).filter((key) => !notTaken.includes(key));
    for (const key of keys)
      it(`is told by a sentence of its own in ${name}, beside ${key}, and nothing changes`, async () => {
        const before = everything();
        const { code, fields } = await sentWithout(name, action, row, key);
        // Beside its field, or of the whole form where that is of what is gone.
        const said = fields?.[key]?.code ?? (code === "invalid" ? "choose" : code);
        expect(vague, JSON.stringify({ code, fields })).not.toContain(said);
        expect(everything()).toEqual(before);
      });
  }
  it("is what is tried: a key that nothing has", () => {
    for (const table of ["sessions", "rooms", "course_groups", "persons", "modules"])
      expect(sqlite().prepare(`SELECT count(*) FROM ${table} WHERE id = 999999`).pluck().get()).toBe(0);
  });
});
