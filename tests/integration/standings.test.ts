import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { revokeCertificate } from "../../lib/certificates/commands";
import { judgeAnew, makePlanFor } from "../../lib/stages/commands";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { keptAndReplayed } from "../support/standings";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const [amal, badr] = course.people as [(typeof course.people)[0], (typeof course.people)[0]];
const kept = () =>
  sqlite()
    .prepare("SELECT stage, since, judged_on AS judgedOn FROM standings WHERE person_id = ?")
    .get(amal.personId) as { stage: string; since: string; judgedOn: string } | undefined;
/** Judges until nothing is left; how many parts that took. */
const judgeAll = (at: number) => {
  let parts = 0;
  while (judgeAnew(as(system, at))) parts += 1;
  return parts;
};
const same = () => {
  const { kept: is, replayed } = keptAndReplayed();
  expect(is).toEqual(replayed);
  return is;
};

describe("where somebody is on the way", () => {
  it("is kept as the certificates of their training become valid, as their history says", () => {
    expect(kept()).toEqual({ stage: "tot_completed", since: course.endsOn, judgedOn: course.endsOn });
    expect(same().map(({ personId }) => personId)).toEqual(course.people.map(({ personId }) => personId));
  });
  it("follows what they plan, and a certificate that is taken back", () => {
    const at = course.at(addDays(course.endsOn, 1));
    const toolId = sqlite()
      .prepare(
        "SELECT v.tool_id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?",
      )
      .pluck()
      .get(w.moduleIds[0]) as number;
    const planned = { toolId, day: addDays(course.endsOn, 30), place: "Irbid", audience: null };
    value(
      makePlanFor(as(w.coordinator, at), {
        registrationId: amal.id,
        workshops: [{ ...planned, index: 0 }],
      }),
    );
    expect(kept()?.stage).toBe("candidate");
    const theirs = course.all().find(({ registrationId }) => registrationId === badr.id)!;
    value(
      revokeCertificate(as(w.coordinator, at), { certificateId: theirs.id, reason: "Somebody else came" }),
    );
    expect(same().map(({ personId }) => personId)).not.toContain(badr.personId);
  });
  it("is judged anew each day, late or twice, with the same outcome", () => {
    const later = course.at(addDays(course.endsOn, 9));
    judgeAll(later);
    expect(kept()?.judgedOn).toBe(addDays(course.endsOn, 9));
    const before = same();
    expect(judgeAll(later)).toBe(0);
    expect(same()).toEqual(before);
  });
  it("is filled in for what a database held before", () => {
    sqlite().exec("DELETE FROM standings; DELETE FROM settings WHERE name = 'standingsThrough'");
    const later = course.at(addDays(course.endsOn, 9));
    expect(judgeAll(later)).toBeGreaterThan(0);
    expect(same()).toHaveLength(2);
  });
});
