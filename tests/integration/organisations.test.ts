import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { organisationList, organisationPage, peopleList } from "../../lib/people/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fault, opened, ownWorkshop, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const course = opened(w);
for (const organisation of ["Dairy of North Shuna", "Dairy of North Shuna", "Zarqa Weavers"])
  value(await registered(course.slug, { organisation }));
const idOf = (name: string) =>
  sqlite().prepare("SELECT id FROM organisations WHERE name = ?").pluck().get(name) as number;
type Filter = Parameters<typeof organisationList>[2];
const everything: Filter = { q: null, kind: null, country: null, after: null };
const list = (by: Viewer, filter: Partial<Filter> = {}) => {
  const cx = as(by);
  return organisationList(cx, gate.reach(cx, "people.read"), { ...everything, ...filter });
};

describe("organisations", () => {
  it("are listed by name with their people and courses, for programmes that know somebody of them", () => {
    const seen = list(w.coordinator).organisations.map(({ name, people, courses }) => [
      name,
      people,
      courses,
    ]);
    expect(seen).toContainEqual(["Dairy of North Shuna", 2, 0]);
    expect(seen).toContainEqual(["Zarqa Weavers", 1, 0]);
    expect(seen.map(([name]) => name)).toEqual([...seen.map(([name]) => name)].sort());
    expect(list(w.coordinator).counts.all).toBe(seen.length);
    expect(list(w.stranger).organisations).toEqual([]);
    expect(list(w.stranger).counts.all).toBe(0);
  });
  it("are found by words in any spelling, by kind, and after a page", () => {
    const names = (filter: Partial<Filter>) =>
      list(w.coordinator, filter).organisations.map(({ name }) => name);
    expect(names({ q: "north dairy" })).toEqual(["Dairy of North Shuna"]);
    expect(names({ q: "nobody" })).toEqual([]);
    expect(names({ kind: "ministry" })).toEqual([]);
    expect(names({ after: "dairy of north shuna_999999" })).toContain("Zarqa Weavers");
    expect(names({ after: "dairy of north shuna_999999" })).not.toContain("Dairy of North Shuna");
  });
  it("open with who belongs to them and what is to come where nobody has taken part yet, and to nobody else", () => {
    const id = idOf("Dairy of North Shuna");
    const cx = as(w.coordinator);
    const reach = gate.reach(cx, "people.read");
    const page = organisationPage(cx, gate.organisation(cx, id), reach);
    expect(page.people).toBe(2);
    expect(page.courses).toEqual([]);
    expect(page.toCome).toMatchObject([{ id: course.courseId, expected: 2 }]);
    const { people } = peopleList(cx, reach, { q: null, programme: null, organisation: id, after: null });
    expect(people).toHaveLength(2);
    expect(fault(attempt(() => gate.organisation(as(w.stranger), id))).code).toBe("notFound");
    expect(fault(attempt(() => gate.organisation(cx, 999_999))).code).toBe("notFound");
  });
  it("show the workshops that are for it before anybody is registered, in any spelling, and no others", async () => {
    const ahead = (by: Viewer) => {
      const cx = as(by);
      const id = idOf("Dairy of North Shuna");
      return organisationPage(cx, gate.organisation(cx, id), gate.reach(cx, "people.read")).toCome.map(
        (one) => one.id,
      );
    };
    const before = ahead(w.coordinator);
    const days = (day: string) => ({ startsOn: day, endsOn: day });
    const workshop = (on: string, audience: string) => {
      const made = ownWorkshop(w, days(on));
      sqlite().prepare("UPDATE courses SET audience = ? WHERE id = ?").run(audience, made.courseId);
      return made;
    };
    const forIt = workshop("2027-03-07", "Zarqa Weavers، dairy of north shuna");
    const forOthers = workshop("2027-03-09", "Dairy of South Shuna");
    expect(ahead(w.coordinator).toSorted()).toEqual([...before, forIt.courseId].toSorted());
    expect(ahead(w.coordinator)).not.toContain(forOthers.courseId);
    // With somebody who has a place it is there once.
    value(await registered(forIt.slug, { organisation: "Dairy of North Shuna", email: "once@example.org" }));
    expect(ahead(w.coordinator).filter((id) => id === forIt.courseId)).toHaveLength(1);
  });
});

/** What a gate refuses, as the answer of a command. */
function attempt(ask: () => unknown) {
  try {
    return { ok: true as const, value: ask() };
  } catch (error) {
    return { ok: false as const, fault: (error as { fault: never }).fault };
  }
}
