import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { programmesTrained } from "../../lib/programmes/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { now, viewer, world } from "../support/world";

freshDatabase();
const w = world();

it("whoever schedules a workshop reads who decides on it: who coordinates the programme, but themselves", () => {
  const decide = (cx: ReturnType<typeof as>) =>
    programmesTrained(cx, gate.reach(cx, "workshop.schedule")).find(({ id }) => id === w.programmeId)!
      .approvers;
  const trainer = as(w.trainer, now);
  const names = decide(trainer).map(({ name }) => name);
  expect(names).toContain("Samar");
  const both = {
    programmeId: w.programmeId,
    personId: w.trainer.personId!,
    role: "coordinator" as const,
    since: now,
  };
  transact((db) => db.insert(programmeMembers).values(both).run());
  const own = as(viewer(w.trainer.personId!, { trains: [w.programmeId], coordinates: [w.programmeId] }), now);
  expect(decide(own).map(({ name }) => name)).toEqual(names);
  sqlite().prepare("UPDATE programmes SET approves_workshops = 0 WHERE id = ?").run(w.programmeId);
  expect(decide(trainer)).toEqual([]);
});
