import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import { acceptIssue, saveSession, takeBackAcceptance } from "../../lib/timetable/commands";
import { issuesBeyond, issuesToCome, nextWithIssues, planIssues } from "../../lib/timetable/queries";
import { isAcceptable } from "../../lib/timetable/rules/issues";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { fault, now, opened, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const issuesOf = (cx: Context, courseId: number) =>
  planIssues(cx, gate.course(cx, "timetable.edit", courseId));
const mine = as(w.coordinator, now);

/** A course whose only trainer has led and completed nothing yet; the first session that they lead without. */
function unqualified(more: Record<string, unknown> = {}) {
  const { courseId } = opened(w, { trainerIds: [String(w.trainerIds[0])], ...more });
  const issue = issuesOf(mine, courseId).open.find(({ kind }) => kind === "not_qualified")!;
  return { courseId, kind: "not_qualified" as const, word: issue.word, session: issue.sessionId! };
}

describe("what is open in the plan of a course", () => {
  it("is accepted with a reason that is kept, and open again once that is taken back", () => {
    const { courseId, kind, word } = unqualified();
    const count = issuesOf(mine, courseId).open.length;
    value(acceptIssue(mine, { courseId, kind, word, reason: "Taught it for years elsewhere" }));
    const { open, accepted } = issuesOf(mine, courseId);
    expect(open).toHaveLength(count - 1);
    expect(accepted.map(({ acceptance: { reason, by, at } }) => [reason, by?.name, at])).toEqual([
      ["Taught it for years elsewhere", "Samar", now],
    ]);
    // A second page that still shows it as open keeps no second reason.
    expect(fault(acceptIssue(mine, { courseId, kind, word, reason: "Again" })).code).toBe("issueChanged");
    const acceptanceId = accepted[0]!.acceptance.id;
    value(takeBackAcceptance(mine, { courseId, acceptanceId }));
    expect(issuesOf(mine, courseId).open).toHaveLength(count);
    expect(fault(takeBackAcceptance(mine, { courseId, acceptanceId })).code).toBe("issueChanged");
    const logged = sqlite()
      .prepare("SELECT action FROM audit_log WHERE subject = 'course' AND subject_id = ? ORDER BY id")
      .pluck()
      .all(courseId) as string[];
    expect(logged.slice(-2)).toEqual(["timetable.issue-accepted", "timetable.acceptance-taken-back"]);
  });
  it("goes on to what is open next once one was accepted, and after the last says that there is none", () => {
    const { courseId } = unqualified({ startsOn: "2027-04-04", endsOn: "2027-04-08" });
    const walk = (from: number): number => {
      const { open } = issuesOf(mine, courseId);
      const nth = open.findIndex((issue, at) => at >= from && isAcceptable(issue));
      const [issue, after] = [open[nth], open[nth + 1]];
      if (!issue) return 0;
      const { kind, word } = issue;
      const { next } = value(acceptIssue(mine, { courseId, kind: kind as "travel", word, reason: "Agreed" }));
      expect(next).toEqual(after ? { place: nth + 1, sessionId: after.sessionId } : null);
      if (after) expect(issuesOf(mine, courseId).open[nth]).toEqual(after);
      return 1 + walk(nth);
    };
    expect(walk(0)).toBeGreaterThan(1);
  });
  it("may be a test or a part that is missing, which is accepted for as long as it is missing so", () => {
    const { courseId } = opened(w, {
      startsOn: "2027-06-06",
      endsOn: "2027-06-10",
      minPostTest: "60",
      microTeaching: "on",
    });
    for (const kind of ["test_missing", "part_missing"] as const) {
      const { word } = issuesOf(mine, courseId).open.find((issue) => issue.kind === kind)!;
      value(acceptIssue(mine, { courseId, kind, word, reason: "Held by the ministry" }));
      expect(issuesOf(mine, courseId).open.map((issue) => issue.kind)).not.toContain(kind);
    }
  });
  it("of who leads what stays accepted as the session moves, which no day makes better", () => {
    const { courseId, kind, word, session } = unqualified({ startsOn: "2027-03-07", endsOn: "2027-03-11" });
    value(acceptIssue(mine, { courseId, kind, word, reason: "A colleague sits in" }));
    const it = courseSessions(mine, courseId).find(({ id }) => id === session)!;
    value(
      saveSession(
        mine,
        sessionSchema.parse({
          ...{ courseId: String(courseId), sessionId: String(it.id), version: String(it.version) },
          ...{ kind: it.kind, moduleId: String(it.moduleId), day: it.day },
          ...{ startsAt: "07:00", endsAt: "08:00", trainerIds: it.trainers.map(({ id }) => String(id)) },
        }),
      ),
    );
    expect(issuesOf(mine, courseId).accepted.map(({ issue }) => issue.kind)).toEqual(["not_qualified"]);
    expect(
      issuesOf(mine, courseId).open.filter(
        (one) => one.kind === "not_qualified" && one.sessionId === session,
      ),
    ).toEqual([]);
  });
  it("tells of a trainer who is in another place the day before, and not which course where that is not the viewer's", () => {
    const there = {
      startsOn: "2027-05-03",
      endsOn: "2027-05-04",
      venueId: "",
      placeEn: "Aqaba",
      placeAr: "العقبة",
    };
    const one = { trainerIds: [String(w.trainerIds[1])] };
    opened(w, { ...there, ...one });
    const { courseId } = opened(w, { startsOn: "2027-05-05", endsOn: "2027-05-06", ...one });
    const travel = () => issuesOf(mine, courseId).open.filter(({ kind }) => kind === "travel");
    expect(travel().map((issue) => [issue.kind === "travel" && issue.there, issue.course?.own])).toEqual([
      ["2027-05-04", "en"],
    ]);
    sqlite()
      .prepare("UPDATE courses SET programme_id = ?, state = 'draft' WHERE starts_on = '2027-05-03'")
      .run(w.otherId);
    expect(travel().map(({ course }) => course)).toEqual([null]);
  });
  it("is counted for the courses to come of a programme, for whoever plans there", () => {
    const cx = mine;
    const may = gate.programme(cx, "programmes.read", w.programmeId);
    const list = issuesToCome(cx, may, "2027-01-01");
    expect(list.length).toBeGreaterThan(1);
    for (const { id, open } of list) expect(open).toBe(issuesOf(cx, id).open.length);
    expect(list.map(({ startsOn }) => startsOn)).toEqual(list.map(({ startsOn }) => startsOn).sort());
    // Without a timetable there is nothing to step through.
    const empty = planned(w, { startsOn: "2027-06-06", endsOn: "2027-06-07" });
    expect(issuesOf(cx, empty.courseId)).toEqual({ open: [], accepted: [] });
  });
  it("leads from one course of a programme to the next with anything open, each once, and ends after the last", () => {
    const [cx, today] = [mine, "2027-01-01"];
    const may = gate.programme(cx, "programmes.read", w.programmeId);
    const list = issuesToCome(cx, may, today);
    const walked = [];
    for (let at = list[0]; at; ) {
      const { next, beyond } = nextWithIssues(cx, may, at, today);
      expect(beyond).toBe(0);
      walked.push(next && { id: next.id, open: next.open });
      at = next ? list.find(({ id }) => id === next.id) : undefined;
    }
    expect(walked).toEqual([...list.slice(1).map(({ id, open }) => ({ id, open })), null]);
    // One that another programme leads is stepped through there, though this one shares it.
    const [first, second, third] = list;
    const led = sqlite().prepare("UPDATE courses SET programme_id = ? WHERE id = ?");
    led.run(w.otherId, second!.id);
    expect(nextWithIssues(cx, may, first!, today).next?.id).toBe(third!.id);
    led.run(w.programmeId, second!.id);
  });
  it("says how many courses nobody looked into, and walks on past as many as a programme's page looks at", () => {
    const [cx, today] = [mine, "2029-01-01"];
    const may = gate.programme(cx, "programmes.read", w.programmeId);
    const day = (nth: number) => `2029-02-${String(nth).padStart(2, "0")}`;
    const empty = Array.from({ length: 22 }, (_, nth) =>
      planned(w, { startsOn: day(nth + 1), endsOn: day(nth + 1) }),
    );
    const { courseId: last } = opened(w, { startsOn: "2029-03-04", endsOn: "2029-03-05" });
    const course = (nth: number) => ({ id: empty[nth]!.courseId, startsOn: day(nth + 1) });
    expect(issuesToCome(cx, may, today)).toEqual([]);
    expect(issuesBeyond(cx, may, today)).toBe(3);
    expect(nextWithIssues(cx, may, course(0), today)).toEqual({ next: null, beyond: 2 });
    expect(nextWithIssues(cx, may, course(2), today).next?.id).toBe(last);
    expect(nextWithIssues(cx, may, { id: last, startsOn: "2029-03-04" }, today)).toEqual({
      next: null,
      beyond: 0,
    });
  });
});
