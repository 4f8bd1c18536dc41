import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { persons, programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { enterAwayDays } from "../../lib/away/commands";
import { askTrainers } from "../../lib/requests/commands";
import { qualifiedFor } from "../../lib/timetable/queries/qualified";
import { modulesTaughtBy } from "../../lib/timetable/store/taughtAs";
import { teamKnown, timesToPlan, trainersToPlan, whoCanTeach } from "../../lib/trainers/queries";
import { fitOfPlan, nearTo } from "../../lib/trainers/rules/who";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const trainer = (name: string, programmeId = w.programmeId) => {
  const personId = person(name);
  transact((db) =>
    db.insert(programmeMembers).values({ programmeId, personId, role: "trainer", since: now }).run(),
  );
  return viewer(personId, { trains: [programmeId] });
};
const course = (from: string, more: Record<string, unknown> = {}) =>
  opened(w, { startsOn: from, endsOn: from, trainerIds: [String(rami)], ...more }).courseId;

/** Says where somebody is on their way with the tool, and for which modules. */
function stands(
  personId: number,
  stage: string,
  modules: readonly string[],
  more: { until?: string; programmeId?: number } = {},
) {
  const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get();
  sqlite()
    .prepare(
      "INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, judged_on, valid_until) VALUES (?, ?, ?, ?, '2026-01-01', ?, 'none', 0, '2026-01-01', ?)",
    )
    .run(
      personId,
      toolId,
      more.programmeId ?? w.programmeId,
      stage,
      JSON.stringify(modules),
      more.until ?? "2030-01-01",
    );
}

describe("who can teach", () => {
  it("lists the programme's trainers by who is free, knows the modules, speaks the language and teaches least", () => {
    const from = "2027-06-06";
    const salma = trainer("Salma");
    const courseId = course(from);
    const granted = gate.course(coordinator, "trainers.ask", courseId);
    const list = () => whoCanTeach(coordinator, granted, { sessionId: null });
    const at = (personId: number) => list().findIndex(({ id }) => id === personId);
    const away = trainer("Aaa away");
    value(
      enterAwayDays(as(away, now), { personId: away.personId!, fromDay: from, toDay: null, reason: null }),
    );
    const busy = trainer("Aaa busy");
    course(from, { trainerIds: [String(busy.personId)], venueId: "" });
    const skilled = trainer("Zzz skilled");
    stands(
      skilled.personId!,
      "certified",
      w.moduleIds.map((_, i) => `M${i + 1}`),
    );
    expect(list()[0]?.id).toBe(skilled.personId);
    // For a replacement that they lead, whoever is chosen is told for which modules a reason is asked.
    expect(list()[0]?.lacking).toEqual([]);
    expect(
      list()
        .find(({ id }) => id === salma.personId)
        ?.lacking.map(({ code }) => code),
    ).toEqual(["M1"]);
    expect(at(away.personId!)).toBeGreaterThan(at(salma.personId!));
    expect(at(busy.personId!)).toBeGreaterThan(at(away.personId!));
    expect(list()[at(busy.personId!)]?.fit.clashes).toBeGreaterThan(0);
    // Who trains it is not asked; nor is anybody of another programme.
    const ids = list().map(({ id }) => id);
    expect(ids).not.toContain(rami);
    expect(ids).not.toContain(trainer("Foreign", w.otherId).personId);
    const trainerIds = [salma.personId!];
    const request = { courseId, sessionId: null, trainerIds, role: "co_trainer" as const, message: null };
    value(askTrainers(coordinator, { ...request, answerBy: "2027-02-01" }));
    expect(at(salma.personId!)).toBe(-1);
  });
  it("tells the trainers of a plan apart by the days it has, and how near they live or work", () => {
    const rima = trainer("Rima");
    sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, country, place, name_key, sort_name) VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run("Coop", "cooperative", "JO", "إربد", "coop", "coop");
    sqlite()
      .prepare(
        "UPDATE persons SET language = 'ar', organisation_id = (SELECT max(id) FROM organisations) WHERE id = ?",
      )
      .run(rima.personId);
    const both = trainer("Both");
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({ programmeId: w.otherId, personId: both.personId!, role: "trainer", since: now })
        .run(),
    );
    const courseId = course("2027-09-05", { trainerIds: [String(rima.personId)] });
    value(
      enterAwayDays(as(rima, now), {
        personId: rima.personId!,
        fromDay: "2027-09-07",
        toDay: null,
        reason: null,
      }),
    );
    const planner = as(viewer(w.coordinator.personId!, { coordinates: [w.programmeId, w.otherId] }), now);
    const granted = gate.planningIn(planner, [w.programmeId, w.otherId]);
    const here = { id: courseId, programmeId: w.programmeId, trainers: [] };
    const people = (of: typeof here | null) => trainersToPlan(planner, granted, w.moduleIds, of);
    const known = people(here).find(({ id }) => id === rima.personId)!.known!;
    const then = (of: number | null, days: string[]) =>
      timesToPlan(
        planner,
        granted,
        { days, hours: { startsAt: "09:00", endsAt: "15:00" } },
        of === null ? null : gate.course(planner, "course.read", of),
      ).get(rima.personId!) ?? null;
    expect(
      people(null)
        .find(({ id }) => id === both.personId)
        ?.programmeIds.sort(),
    ).toEqual([w.programmeId, w.otherId].sort());
    const plan = { moduleIds: w.moduleIds, languages: ["ar"], country: "JO", places: ["Irbid", "اربد"] };
    const fits = (days: string[], of: number | null = null) => fitOfPlan(known, plan, then(of, days));
    expect(fits(["2027-09-05", "2027-09-06", "2027-09-07"])).toMatchObject({
      ...{ clashes: 1, away: 1, load: 1, speaks: true, near: "place" },
    });
    // Of its own course nothing is in the way.
    expect(fits(["2027-09-05"], courseId)).toMatchObject({ clashes: 0, load: 0 });
    const near = (lives: string | null, worksIn: string | null, worksAt: string | null) =>
      nearTo({ country: "JO", places: ["Irbid"] }, { country: lives, worksIn, worksAt });
    expect([near("LB", "JO", "Amman"), near("LB", null, "Irbid"), near(null, null, "Irbid")]).toEqual([
      "country",
      "other",
      null,
    ]);
  });
});

describe("who is qualified for a module", () => {
  const [m1, m2] = w.moduleIds as [number, number];
  const knows = (personId: number) => {
    const isQualified = qualifiedFor(coordinator, [personId], [m1, m2]);
    return [m1, m2].filter((id) => isQualified(personId, id));
  };

  it("completed a training of trainers on it; a workshop for users makes nobody a trainer", async () => {
    const own = coursesToCertify(w);
    const [user, tot] = [await own.issued("user"), await own.issued("tot")];
    const of = (course: typeof user) => course.people.map(({ personId }) => knows(personId));
    expect(of(user)).toEqual(user.people.map(() => []));
    expect(of(tot)).toEqual(tot.people.map(() => [m1, m2]));
  });
  it("or is certified for it, in whichever programme and also from before, as long as that holds", () => {
    const [one, lapsed, ended, elsewhere] = ["One", "Lapsed", "Ended", "Elsewhere"].map((name) =>
      person(name),
    ) as [number, number, number, number];
    stands(one, "certified", ["M2"]);
    stands(lapsed, "lapsed", ["M1", "M2"], { until: "2026-02-01" });
    // The stage is judged by the day; what ended since holds no longer.
    stands(ended, "certified", ["M1"], { until: "2026-02-01" });
    stands(elsewhere, "master_trainer", ["M1", "M2"], { programmeId: w.otherId });
    expect([one, lapsed, ended, elsewhere].map(knows)).toEqual([[m2], [], [], [m1, m2]]);
  });
  it("not by having taught it, in whichever role", () => {
    const [lead, apprentice] = [person("Lead"), person("Apprentice")];
    const before = course("2027-03-14", { venueId: "" });
    sqlite().prepare("UPDATE courses SET state = 'closed' WHERE id = ?").run(before);
    for (const [personId, role] of [
      [lead, "lead"],
      [apprentice, "apprentice"],
    ] as const)
      sqlite()
        .prepare(
          "INSERT INTO session_trainers (session_id, person_id, role) SELECT id, ?, ? FROM sessions WHERE course_id = ?",
        )
        .run(personId, role, before);
    const at = as(w.coordinator, Date.parse("2027-06-01"));
    expect([lead, apprentice].map((id) => modulesTaughtBy(at, [id]).map(({ moduleId }) => moduleId))).toEqual(
      [[m1], [m1]],
    );
    expect([lead, apprentice].map((id) => qualifiedFor(at, [id], [m1])(id, m1))).toEqual([false, false]);
  });
});

describe("who is halted on their way", () => {
  it("comes last and is named as such to whoever reads where trainers are, and to nobody else", () => {
    const [halted, free] = [trainer("Aaa halted"), trainer("Zzz free")];
    stands(halted.personId!, "suspended", []);
    const courseId = course("2027-09-05");
    const listed = (cx: typeof coordinator) =>
      whoCanTeach(cx, gate.course(cx, "trainers.ask", courseId), { sessionId: null }).filter(({ id }) =>
        [halted.personId, free.personId].includes(id),
      );
    expect(
      listed(coordinator).map(({ id, halted: ways }) => [id, ...ways.map(({ stage }) => stage)]),
    ).toEqual([[free.personId], [halted.personId, "suspended"]]);
    // A plan says it of the same people, to the same readers.
    const planned = (cx: typeof coordinator) =>
      trainersToPlan(cx, gate.planningIn(cx, [w.programmeId]), w.moduleIds, null).flatMap(
        ({ id, halted: ways }) =>
          [halted.personId, free.personId].includes(id) ? { id, ways: ways.map(({ stage }) => stage) } : [],
      );
    expect(planned(coordinator)).toContainEqual({ id: halted.personId, ways: ["suspended"] });
    // To a trainer they come after everybody else, and nothing says why.
    expect(planned(as(w.trainer, now))).toEqual([
      { id: free.personId, ways: [] },
      { id: halted.personId, ways: [] },
    ]);
    const sent = trainersToPlan(
      as(w.trainer, now),
      gate.planningIn(as(w.trainer, now), [w.programmeId]),
      w.moduleIds,
      null,
    );
    expect(JSON.stringify(sent)).not.toMatch(/"(?:told|busy|away|stage|tool)"|suspended|\d{4}-\d\d-\d\d/);
    sqlite().prepare("UPDATE courses SET scheduled_by = ? WHERE id = ?").run(rami, courseId);
    expect(listed(as(w.trainer, now)).map(({ id, halted: ways }) => [id, ways])).toEqual([
      [free.personId, []],
      [halted.personId, []],
    ]);
  });
  it("teaches around a course what is not of it", () => {
    const busy = trainer("Own only");
    const courseId = course("2027-10-03", { trainerIds: [String(busy.personId)], venueId: "" });
    // Whoever trains some of a course of two groups may be asked for the rest.
    sqlite()
      .prepare("INSERT INTO course_groups (course_id, name, created_at) VALUES (?, 'A', 0), (?, 'B', 0)")
      .run(courseId, courseId);
    sqlite()
      .prepare(
        "DELETE FROM session_trainers WHERE session_id = (SELECT min(id) FROM sessions WHERE course_id = ?)",
      )
      .run(courseId);
    const granted = gate.course(coordinator, "trainers.ask", courseId);
    const shown = whoCanTeach(coordinator, granted, { sessionId: null });
    expect(shown.find(({ id }) => id === busy.personId)?.fit.load).toBe(0);
  });
});

describe("a choice of trainers", () => {
  it("says which modules each may not lead, and the end of a phone to whoever may read the person alone", () => {
    const known = trainer("Two of a name");
    transact((db) =>
      db.update(persons).set({ phone: "+962790004711" }).where(eq(persons.id, known.personId!)).run(),
    );
    const courseId = course("2027-11-07");
    const granted = gate.course(coordinator, "trainers.ask", courseId);
    const asked = whoCanTeach(coordinator, granted, { sessionId: null }).find(
      ({ id }) => id === known.personId,
    )!;
    expect(asked.lacking.map(({ code }) => code)).toEqual(["M1"]);
    expect(asked.phoneEnd).toBe("4711");
    stands(known.personId!, "certified", ["M1"]);
    const team = teamKnown(coordinator, gate.course(coordinator, "timetable.edit", courseId), [
      known.personId!,
    ]).get(known.personId!)!;
    expect(team.lacking.map(({ code }) => code)).toEqual(["M2"]);
    expect(team.phoneEnd).toBe("4711");
    const planned = (cx: ReturnType<typeof as>) =>
      trainersToPlan(cx, gate.planningIn(cx, [w.programmeId]), [], null).find(
        ({ id }) => id === known.personId,
      )!;
    expect(planned(coordinator).phoneEnd).toBe("4711");
    expect(planned(as(w.trainer, now)).phoneEnd).toBeNull();
  });
});
