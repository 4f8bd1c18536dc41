import { expect, it } from "vitest";
import type { Viewer } from "../../lib/access/table";
import { enterCertifiedBefore, strikeOut } from "../../lib/stages/commands";
import { wayAt, wayWithoutStanding } from "../../lib/stages/queries/deciding";
import { certifiedBeforeSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
// Whoever takes part in a training of users is on no way to trainer.
const course = await issued("user");
const { modules: _, ...way } = wayOf(course.people[0]!.id);
const cx = (by: Viewer = w.coordinator) => as(by, course.at("2027-03-01", "12:00"));
const colleague = anotherThan(w.coordinator, way.personId);

it("a way of which all was struck out, or waits, is read by whoever decides there: what was entered, and why it counts no more", () => {
  expect(wayWithoutStanding(cx(), way)).toBeNull();
  value(
    enterCertifiedBefore(
      cx(),
      certifiedBeforeSchema.parse({
        ...{ personId: String(way.personId), programmeId: String(way.programmeId) },
        ...{ moduleIds: w.moduleIds.map(String), day: "2024-06-10", until: "2027-06-10" },
        words: "ITCILO certificate 4711",
      }),
    ),
  );
  expect(wayAt(cx(), way)).toBeNull();
  const waiting = wayWithoutStanding(cx(), way)!;
  expect(waiting.history).toMatchObject([
    { kind: "certified_before", words: "ITCILO certificate 4711", struckOn: null, strikable: true },
  ]);
  value(strikeOut(cx(colleague), { entryId: waiting.history[0]!.id, words: "Another person's paper" }));
  expect(wayAt(cx(), way)).toBeNull();
  expect(wayWithoutStanding(cx(), way)!.history).toMatchObject([
    { kind: "struck", words: "Another person's paper" },
    { kind: "certified_before", struckOn: "2027-03-01", strikable: false },
  ]);
  const read = (by: Viewer) => () => wayWithoutStanding(cx(by), way);
  expect(read(w.stranger)).toThrow();
});
