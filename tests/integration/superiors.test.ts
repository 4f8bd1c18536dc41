import { describe, expect, it } from "vitest";
import { personProgrammes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { setSuperior } from "../../lib/stages/commands";
import { superiorFor } from "../../lib/stages/queries/superiors";
import { superiorSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const set = (personId: number, superiorId: number | "", by: Viewer = w.coordinator) =>
  setSuperior(as(by), superiorSchema.parse({ personId: String(personId), superiorId: String(superiorId) }));
const shown = (personId: number) =>
  superiorFor(as(w.coordinator), gate.person(as(w.coordinator), "people.edit", personId));

describe("a superior", () => {
  it("is set by a coordinator among the team, and taken away by emptying the field", () => {
    value(set(rami, nour));
    expect(shown(rami)).toMatchObject({ superior: nour });
    expect(
      shown(rami)
        .choices.map(({ name }) => name)
        .sort(),
    ).toEqual(["Nour", "Samar"]);
    value(set(rami, ""));
    expect(shown(rami).superior).toBeNull();
  });
  it("is nobody who is below already", () => {
    value(set(rami, nour));
    value(set(nour, w.coordinator.personId!));
    expect(fault(set(w.coordinator.personId!, rami)).fields).toMatchObject({
      superiorId: { code: "superiorCircle" },
    });
    expect(fault(set(rami, rami)).fields).toHaveProperty("superiorId");
  });
  it("is nobody's to change who may not see them", () => {
    expect(fault(set(rami, "", w.stranger)).code).toBe("notFound");
    transact((db) =>
      db.insert(personProgrammes).values({ personId: rami, programmeId: w.otherId, since: now }).run(),
    );
    expect(fault(set(rami, "", w.stranger)).fields).toMatchObject({
      superiorId: { code: "superiorElsewhere" },
    });
  });
  it("is not changed by whom it binds: neither one's own, nor away from oneself", () => {
    const samar = w.coordinator.personId!;
    const other: Viewer = { ...w.coordinator, personId: nour };
    value(set(samar, "", other));
    value(set(rami, samar));
    expect(fault(set(rami, "")).fields).toMatchObject({ superiorId: { code: "superiorOwn" } });
    value(set(rami, "", other));
    expect(fault(set(samar, rami)).fields).toMatchObject({ superiorId: { code: "superiorOwn" } });
  });
});
