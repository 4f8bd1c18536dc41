import { describe, expect, it } from "vitest";
import { waysTogether } from "../../app/_words/waysTogether";
import { nextLeads } from "../../app/[locale]/(desk)/_stages/nextLeads";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { fullDay } from "../../lib/i18n/format";
import { inLanguage, locales } from "../../lib/i18n/rules";
import { makeTrainers } from "../../lib/people/commands";
import { trainersMadeSchema } from "../../lib/people/schema";
import { ownStandings, type WayStanding } from "../../lib/stages/queries";
import {
  candidatesWithoutRole,
  lackingRoleAfter,
  programmesLackingTrainers,
} from "../../lib/stages/queries/withoutRole";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { fault, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, viewerOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
// They completed the training, and nobody made them trainers.
sqlite().prepare("DELETE FROM programme_members WHERE person_id IN (?, ?)").run(amal, badr);
const at = tot.at(tot.endsOn, "23:00");
const coordinator = () => as(w.coordinator, at);
const without = () =>
  candidatesWithoutRole(coordinator(), gate.programme(coordinator(), "programmes.edit", w.programmeId)).map(
    ({ person }) => person.id,
  );
const give = (by: Viewer, personIds: number[]) =>
  makeTrainers(
    as(by, at),
    trainersMadeSchema.parse({ programmeId: String(w.programmeId), personIds: personIds.map(String) }),
  );
const wayOf = (by: Viewer) => {
  const cx = as(by, at);
  return ownStandings(cx, gate.self(cx), dayAt(at, "UTC")).find(
    ({ programmeId }) => programmeId === w.programmeId,
  )!;
};

describe("people on the way who cannot schedule workshops for want of the role", () => {
  const alone = viewer(amal, {});
  it("stand on the first page of who gives roles there, on the list, and on the training that they completed", () => {
    expect(without()).toEqual([amal, badr]);
    const cx = coordinator();
    expect(programmesLackingTrainers(cx, gate.reach(cx, "programmes.edit"))).toMatchObject([
      { id: w.programmeId, count: 2 },
    ]);
    expect(lackingRoleAfter(cx, gate.course(cx, "certificates.read", tot.courseId))).toBe(2);
  });
  it("are listed with every tool on whose way they are, and a day once", () => {
    const waysOf = () =>
      candidatesWithoutRole(
        coordinator(),
        gate.programme(coordinator(), "programmes.edit", w.programmeId),
      )[0]!.ways;
    const { since } = waysOf()[0]!;
    for (const code of ["start-coop", "my-coop"])
      sqlite()
        .prepare(
          "INSERT INTO tools (code, title, description, audience, created_at) VALUES (?, ?, '{}', '{}', 1)",
        )
        .run(code, JSON.stringify({ own: "en", en: code }));
    // With My.Coop nothing waits for the role: a recommendation comes next; with Start.Coop it does.
    const also = sqlite().prepare(
      `INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, judged_on)
       SELECT person_id, (SELECT id FROM tools WHERE code = ?), programme_id, ?, since, modules, ?, 1, judged_on
       FROM standings WHERE person_id = ? AND programme_id = ? LIMIT 1`,
    );
    also.run("start-coop", "candidate", "workshops", amal, w.programmeId);
    also.run("my-coop", "practising", "recommend", amal, w.programmeId);
    const called = waysOf().map(({ tool }) => tool.code);
    expect(called.sort()).toEqual(["my-coop", "start-coop", "think-coop"]);
    for (const locale of locales) {
      const said = waysTogether(waysOf(), locale);
      const day = said.filter((part) => part.includes(fullDay(since, locale)));
      expect([locale, day.length, new Set(said).size]).toEqual([locale, 1, said.length]);
      for (const { tool } of waysOf())
        expect(said.filter((part) => part.includes(inLanguage(tool.title, locale).text))).toHaveLength(1);
    }
    sqlite()
      .prepare(
        "DELETE FROM standings WHERE person_id = ? AND tool_id IN (SELECT id FROM tools WHERE code IN ('start-coop', 'my-coop'))",
      )
      .run(amal);
  });
  it("are told apart by the number to quote where name and organisation are the same, and by nothing else", () => {
    const candidates = () =>
      candidatesWithoutRole(coordinator(), gate.programme(coordinator(), "programmes.edit", w.programmeId));
    expect(candidates().map(({ quoted }) => quoted)).toEqual([null, null]);
    sqlite().prepare("UPDATE persons SET name = 'Amal' WHERE id = ?").run(badr);
    const quoted = candidates().map((one) => one.quoted);
    expect(quoted.map((one) => one?.courseId)).toEqual([tot.courseId, tot.courseId]);
    expect(new Set(quoted.map((one) => one?.number)).size).toBe(2);
    sqlite().prepare("UPDATE persons SET name = 'Badr' WHERE id = ?").run(badr);
  });
  it("read that somebody gives it first, and the coordinator is led from their way to giving it", () => {
    const way = { ...wayOf(alone), next: { step: "workshops", missing: 2 } } as WayStanding;
    expect(way.lacksRole).toBe(true);
    expect(nextLeads(as(alone, at), amal, way)).toEqual({ by: "coordinator" });
    expect(nextLeads(coordinator(), amal, way)).toEqual({
      href: `/desk/programmes/${w.programmeId}/candidates`,
    });
    // A trainer of the programme gives no roles, and is led to none.
    expect(nextLeads(as(w.trainer, at), amal, way)).toEqual({ by: "coordinator" });
  });
  it("get it at once where they are ticked, by nobody but who gives roles in the programme", () => {
    for (const by of [w.trainer, w.stranger, alone]) expect(fault(give(by, [amal])).code).toBe("notFound");
    expect(without()).toEqual([amal, badr]);
    expect(value(give(w.coordinator, [amal]))).toMatchObject({ given: [amal], left: [] });
    // Sent once more from another tab it gives nothing new.
    expect(value(give(w.coordinator, [amal]))).toMatchObject({ given: [], left: [] });
    expect(without()).toEqual([badr]);
    const way = { ...wayOf(viewerOf(amal)), next: { step: "workshops", missing: 2 } } as WayStanding;
    expect(way.lacksRole).toBe(false);
    expect(nextLeads(as(viewerOf(amal), at), amal, way)).toEqual({ href: "/desk/workshops/new" });
  });
  it("are left out by name where nobody vouches for the account, and the others get it", () => {
    sqlite().prepare("DELETE FROM programme_members WHERE person_id = ?").run(amal);
    sqlite()
      .prepare(
        "INSERT INTO accounts (person_id, email, password_hash, created_at) VALUES (?, 'badr@example.org', 'x', ?)",
      )
      .run(badr, at);
    expect(value(give(w.coordinator, [amal, badr]))).toMatchObject({ given: [amal], left: [badr] });
    expect(without()).toEqual([badr]);
  });
});
