import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { decideRegistrations } from "../../lib/admission/commands";
import { enterScores } from "../../lib/assessments/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { setCourseState } from "../../lib/courses/commands";
import { endedOn } from "../../lib/courses/queries";
import { type CourseState, courseStates, stateTable } from "../../lib/courses/rules";
import { withdraw } from "../../lib/registrations/commands";
import { instantOf } from "../../lib/time/zone";
import { deleteSession } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { followRegistration } from "../support/asked";
import { coursesByTheWeek, peopleOf, reasonsOf, stateOf, toldOf } from "../support/courseLife";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { runs } from "../support/runs";
import { scoresUpon } from "../support/scores";
import { ended, fault, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { course, go } = coursesByTheWeek(w);
const hour = 3_600_000;
const zones = ["Asia/Amman", "Africa/Douala", "Pacific/Auckland", "America/Caracas"];

describe("a course does nothing before its day", () => {
  it.each(zones)("starts on its first day in %s, or before for a stated reason", (zone) => {
    const early = course({}, zone);
    for (const at of [early.firstMoment - 30 * 24 * hour, early.firstMoment - 1]) {
      expect(go(early, "open", "running", at)).toMatchObject({
        ok: false,
        fault: { fields: { reason: { params: { day: { day: early.startsOn } } } } },
      });
      expect(stateOf(early)).toBe("open");
    }
    value(go(early, "open", "running", early.firstMoment - 1, "The room is free earlier"));
    expect(reasonsOf(early)).toEqual([{ kind: "course.start", reason: "The room is free earlier" }]);
    const inTime = course({}, zone);
    value(go(inTime, "open", "running", inTime.firstMoment));
    expect(reasonsOf(inTime)).toEqual([]);
  });
  it("reads as ended on the day on which somebody ended it, else on its last", () => {
    const endsOf = (made: ReturnType<typeof course>, at: number, reason?: string) => {
      value(go(made, "open", "running", made.firstMoment));
      value(ended(w.coordinator, made.courseId, at, reason ? { reason } : {}));
      const cx = as(w.coordinator, at);
      const over = gate.course(cx, "course.read", made.courseId);
      return { is: endedOn(cx, over), planned: over.endsOn };
    };
    const [early, late] = [course(), course()];
    expect(endsOf(early, early.firstMoment + hour, "The funds are gone").is).toBe(early.startsOn);
    const afterwards = endsOf(late, late.lastStart + 99 * 24 * hour);
    expect(afterwards.is).toBe(afterwards.planned);
  });
  it.each(zones)("ends once its last session has begun in %s, or before for a stated reason", (zone) => {
    const made = course({}, zone);
    value(go(made, "open", "running", made.firstMoment));
    for (const at of [made.firstMoment, made.lastStart - 1]) {
      expect(ended(w.coordinator, made.courseId, at)).toMatchObject({
        ok: false,
        fault: { fields: { reason: { params: { day: { day: made.blocks.at(-1)!.day } } } } },
      });
      expect(stateOf(made)).toBe("running");
    }
    value(ended(w.coordinator, made.courseId, made.lastStart));
    expect(reasonsOf(made)).toEqual([]);
    value(go(made, "closed", "running", made.lastStart));
    value(ended(w.coordinator, made.courseId, made.lastStart - 1, { reason: "The funds are gone" }));
    expect(reasonsOf(made)).toEqual([{ kind: "course.end", reason: "The funds are gone" }]);
  });
  it("without sessions ends on its last day", () => {
    const made = course();
    value(go(made, "open", "running", made.firstMoment));
    for (const block of made.blocks)
      value(
        deleteSession(as(w.coordinator, made.firstMoment), { courseId: made.courseId, sessionId: block.id }),
      );
    const lastDay = instantOf(made.startsOn.replace(/07$/, "18"), "00:00", made.zone);
    expect(fault(ended(w.coordinator, made.courseId, lastDay - 1)).fields).toHaveProperty("reason");
    value(ended(w.coordinator, made.courseId, lastDay));
  });
  it.each(zones)(
    "takes a roll on the session's day in %s, or before for a reason asked once",
    async (zone) => {
      const made = course({}, zone);
      value(await registered(made.slug));
      const [person] = peopleOf(made);
      value(go(made, "open", "running", made.firstMoment));
      const block = made.blocks.at(-1)!;
      const dayBegins = instantOf(block.day, "00:00", zone);
      const mark = (state: string, at: number, reason = "") =>
        takeRoll(
          as(w.trainer, at),
          rollSchema.parse(
            posted({ sessionId: String(block.id), reason, [`marks.${person!.id}.state`]: state }),
          ),
        );
      const entries = () =>
        sqlite().prepare("SELECT count(*) AS n FROM attendance WHERE session_id = ?").get(block.id) as {
          n: number;
        };
      expect(mark("present", dayBegins - 1)).toMatchObject({
        ok: false,
        fault: { fields: { reason: { params: { day: { day: block.day } } } } },
      });
      expect(entries().n).toBe(0);
      value(mark("present", dayBegins - 1, "Held a day earlier"));
      value(mark("absent", dayBegins - 1));
      expect(reasonsOf(made)).toEqual([{ kind: "roll.early", reason: "Held a day earlier" }]);
      value(mark("none", dayBegins));
      value(mark("present", dayBegins));
      expect(reasonsOf(made)).toHaveLength(1);
    },
  );
  it("takes scores from the first day on, or before for a reason asked once", async () => {
    const made = course();
    value(await registered(made.slug));
    const [person] = peopleOf(made);
    value(go(made, "open", "running", made.firstMoment - 24 * hour, "By mail"));
    const score = (value: number | null, at: number, reason: string | null = null) => {
      const scores = scoresUpon([{ registrationId: person!.id, kind: "pre_test", score: value }]);
      return enterScores(as(w.trainer, at), { courseId: made.courseId, scores, reason });
    };
    expect(score(40, made.firstMoment - 1)).toMatchObject({
      ok: false,
      fault: { fields: { reason: { params: { day: { day: made.startsOn } } } } },
    });
    value(score(40, made.firstMoment - 1, "The test is sent before"));
    value(score(50, made.firstMoment - 1));
    value(score(null, made.firstMoment));
    expect(reasonsOf(made).map((x) => x.kind)).toEqual(["course.start", "roll.early"]);
  });
  it("goes only where the table of states leads, whenever that is", () => {
    for (const from of courseStates)
      for (const to of courseStates) {
        const made = course();
        sqlite().prepare("UPDATE courses SET state = ? WHERE id = ?").run(from, made.courseId);
        const allowed = (stateTable[from].next as readonly CourseState[]).includes(to);
        for (const at of [
          made.firstMoment - hour,
          made.firstMoment,
          made.lastStart,
          made.lastStart + 99 * 24 * hour,
        ]) {
          const result =
            to === "closed" ? ended(w.coordinator, made.courseId, at) : go(made, from, to, at, "why");
          if (from === "running" || to !== "closed") {
            const inTime = to !== "closed" || at >= made.lastStart;
            expect(result.ok, `${from} to ${to} at ${at - made.firstMoment}`).toBe(allowed && inTime);
          } else expect(result.ok).toBe(false);
          sqlite().prepare("UPDATE courses SET state = ? WHERE id = ?").run(from, made.courseId);
        }
      }
  });
});

describe("ending a course", () => {
  it("changes nothing until it was said what it does, as it is now", async () => {
    const made = course({ capacity: "3" });
    const tokens: string[] = [];
    for (let i = 0; i < 5; i++) tokens.push(value(await registered(made.slug)).token);
    value(go(made, "open", "running", made.firstMoment));
    const people = peopleOf(made);
    const asked = go(made, "running", "closed", made.lastStart);
    expect(asked).toMatchObject({
      ok: false,
      fault: {
        code: "endingChanged",
        params: { attended: 0, noShow: 3, missingRolls: made.blocks.length, waiting: 2, undecided: 0 },
      },
    });
    const end = (foreseen: string, withoutRolls: boolean) =>
      setCourseState(as(w.coordinator, made.lastStart), {
        courseId: made.courseId,
        from: "running",
        to: "closed",
        reason: null,
        foreseen,
        withoutRolls,
      });
    const missing = made.blocks.length;
    expect(fault(end(`0-3-${missing}-2-0`, false)).fields).toEqual({
      withoutRolls: { code: "tickMissingRolls" },
    });
    // Somebody came after all, and somebody left, while the page was being read.
    value(
      takeRoll(
        as(w.trainer, made.lastStart),
        rollSchema.parse(
          posted({ sessionId: String(made.blocks[0]!.id), [`marks.${people[0]!.id}.state`]: "present" }),
        ),
      ),
    );
    expect(fault(end(`0-3-${missing}-2-0`, true)).params).toMatchObject({ attended: 1, noShow: 2 });
    expect(peopleOf(made).map((p) => p.state)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "waiting",
      "waiting",
    ]);
    value(end(`1-2-${missing}-2-0`, true));
    expect(peopleOf(made).map((p) => p.state)).toEqual([
      "attended",
      "no_show",
      "no_show",
      "declined",
      "declined",
    ]);
    expect(
      toldOf(made)
        .filter((n) => n.message === "registrationReleased")
        .map((n) => n.id),
    ).toEqual(people.slice(3).map((p) => p.id));
  });
  it("leaves nobody waiting or undecided, and reopening brings everybody back where they stood", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("first_come", "selection"),
        fc.array(fc.constantFrom("stay", "accepted", "waiting", "shortlisted", "declined", "withdrawn"), {
          minLength: 1,
          maxLength: 7,
        }),
        async (admission, fates) => {
          const made = course({ admission, capacity: "3" });
          for (const _ of fates) value(await registered(made.slug));
          const before = peopleOf(made);
          fates.forEach((fate, i) => {
            const { id, token } = before[i]!;
            if (fate === "withdrawn") withdraw(as(visitor, made.firstMoment), { token, reason: "x" });
            else if (fate !== "stay")
              decideRegistrations(as(w.coordinator, made.firstMoment), {
                courseId: made.courseId,
                registrationIds: [id],
                to: fate,
                reason: "x",
              } as never);
          });
          value(go(made, "open", "running", made.firstMoment));
          const view = () =>
            peopleOf(made).map((p) => [p.state, followRegistration(as(visitor), p.token)!.waitingNumber]);
          const running = view();
          value(ended(w.coordinator, made.courseId, made.lastStart));
          for (const [state] of view())
            expect(["attended", "no_show", "declined", "withdrawn"]).toContain(state);
          value(go(made, "closed", "running", made.lastStart));
          expect(view()).toEqual(running);
        },
      ),
      { numRuns: runs(10) },
    );
  });
  it("is told to everybody who hopes for a place or has one when it is a cancellation", async () => {
    const made = course({ capacity: "2" });
    for (let i = 0; i < 4; i++) value(await registered(made.slug));
    const people = peopleOf(made);
    value(withdraw(as(visitor, made.firstMoment), { token: people[0]!.token, reason: "ill" }));
    value(go(made, "open", "cancelled", made.firstMoment, "Snow"));
    const told = () =>
      sqlite().prepare("SELECT name FROM sqlite_master WHERE name = 'notices'").get() === undefined
        ? []
        : toldOf(made).filter((n) => n.message === "courseCancelled");
    expect(told().map((n) => n.id)).toEqual(people.slice(1).map((p) => p.id));
  });
});
