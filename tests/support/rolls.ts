import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { read, sqlite } from "../../db/client";
import { registrations, sessions } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { decideRegistrations, registerPerson } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { saveGroup } from "../../lib/groups/commands";
import { withdraw } from "../../lib/registrations/commands";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { minutesOf } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { completionOf, courseRecords, courseRolls, followRegistration, missingRolls, rollOf } from "./asked";
import { courseHead, deskCourse } from "./desk";
import { posted } from "./posted";
import { courseForm, now, opened, registered, value, type World } from "./world";

export const minute = 60_000;

export const sessionsOf = (courseId: number) =>
  read().select().from(sessions).where(eq(sessions.courseId, courseId)).orderBy(sessions.startInstant).all();
export const peopleOf = (courseId: number) =>
  read()
    .select()
    .from(registrations)
    .where(eq(registrations.courseId, courseId))
    .orderBy(registrations.id)
    .all();

/** Courses that run, and what their trainer and coordinator do to their rolls. */
export function rollsIn(w: World) {
  let month = 0;

  /** A course that runs, with people in it from before, and its sessions. */
  async function running(count: number, more: Record<string, unknown> = {}) {
    month += 1;
    const day = `${2028 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`;
    const span = { startsOn: `${day}-07`, endsOn: `${day}-12`, trainerIds: [String(w.trainerIds[0])] };
    const made = opened(w, { ...span, ...more });
    const { courseId } = made;
    for (let i = 0; i < count; i++) value(await registered(made.slug));
    const blocks = sessionsOf(courseId);
    value(
      setCourseState(as(w.coordinator, blocks[0]!.startInstant), {
        courseId,
        from: "open",
        to: "running",
        reason: null,
      }),
    );
    return { ...made, blocks, people: peopleOf(courseId), form: { ...span, ...more } };
  }
  type Running = Awaited<ReturnType<typeof running>>;

  /** Marks on a session, at its end: states by registration, "late 20" being late by so many minutes. */
  function mark(
    session: { id: number; endInstant: number },
    marks: Record<number, string>,
    more: object = {},
  ) {
    const fields = Object.entries(marks).flatMap(([id, text]) => {
      const [state, late = ""] = text.split(" ");
      return [
        [`marks.${id}.state`, state],
        [`marks.${id}.lateMinutes`, late],
      ];
    });
    const form = { sessionId: String(session.id), ...Object.fromEntries(fields), ...more };
    return takeRoll(as(w.trainer, session.endInstant), rollSchema.parse(posted(form)));
  }

  const leave = ({ token }: { token: string }, at: number) =>
    withdraw(as(visitor, at), { token, reason: "moved away" });
  const comeBack = (courseId: number, { id }: { id: number }, at: number) =>
    decideRegistrations(as(w.coordinator, at), {
      courseId,
      registrationIds: [id],
      to: "accepted",
      reason: null,
    });
  let joined = 0;
  const join = (courseId: number, at: number) => {
    joined += 1;
    const form = {
      courseId: String(courseId),
      formKey: `joins-later-${joined}`,
      name: `Late ${joined}`,
      phone: `079${4_000_000 + joined}`,
      language: "en",
      accept: "on",
      consent: "on",
    };
    return registerPerson(as(w.coordinator, at), registerPersonSchema([]).parse(form));
  };
  /** The session saved again, otherwise than it was; without trainers, who could be busy. */
  const savedAs = (
    session: typeof sessions.$inferSelect,
    {
      day,
      startsAt,
      minutes,
      groupId,
    }: { day: string; startsAt: string; minutes: number; groupId: number | null },
  ) =>
    saveSession(
      as(w.coordinator, now),
      sessionSchema.parse({
        courseId: String(session.courseId),
        sessionId: String(session.id),
        kind: "other",
        title: "Session",
        day,
        startsAt,
        endsAt: timeOf(minutesOf(startsAt) + minutes),
        groupId: groupId === null ? "" : String(groupId),
        corrects: "on",
      }),
    );
  /** The session made so many minutes long, for everybody. */
  const lasting = (session: typeof sessions.$inferSelect, minutes: number) =>
    savedAs(session, { ...session, minutes, groupId: null });
  const groupNamed = (courseId: number, name: string): number =>
    value(saveGroup(as(w.coordinator, now), { courseId, groupId: null, version: null, name, language: null }))
      .groupId;
  /** The session made a group's or everybody's, on the day and at the hour of another. */
  const ofGroup = (
    session: typeof sessions.$inferSelect,
    groupId: number | null,
    { day, startsAt }: { day: string; startsAt: string } = session,
  ) => savedAs(session, { day, startsAt, minutes: session.minutes, groupId });
  const rollFor = (courseId: number, sessionId: number) => {
    const { entries, expected } = courseRolls(as(w.coordinator), courseId)!.find((s) => s.id === sessionId)!;
    return { entries, expected };
  };
  const percentOf = ({ token }: { token: string }) => {
    const { attendedMinutes, plannedMinutes } = followRegistration(as(visitor), token)!;
    return Math.floor((attendedMinutes * 100) / plannedMinutes);
  };
  const settings = (made: Running, more: Record<string, string>) =>
    value(
      editCourse(
        as(w.coordinator, now),
        courseEditSchema.parse({
          ...courseForm(w, { ...made.form, ...more }),
          courseId: String(made.courseId),
          version: String(deskCourse(as(w.coordinator), made.courseId)!.version),
        }),
      ),
    );

  /** What must hold of a course's rolls at any time. */
  function expectSound(courseId: number) {
    const rows = sqlite()
      .prepare(
        "SELECT a.state, a.minutes, s.minutes AS planned FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE s.course_id = ?",
      )
      .all(courseId) as { state: string; minutes: number; planned: number }[];
    for (const { state, minutes, planned } of rows) {
      expect(minutes).toBeLessThanOrEqual(planned);
      if (state === "late") expect(minutes).toBeLessThan(planned);
      if (state === "present") expect(minutes).toBe(planned);
    }
    const records = courseRecords(as(w.coordinator), courseId)!;
    const rolls = courseRolls(as(w.coordinator), courseId)!;
    const people = peopleOf(courseId);
    for (const roll of rolls) {
      const sheet = rollOf(as(w.trainer), roll.id)!.people;
      expect(roll.entries).toBe(sheet.filter((p) => p.state !== null).length);
      expect(roll.entries).toBeLessThanOrEqual(roll.expected);
      expect(roll.expected).toBeLessThanOrEqual(sheet.length);
    }
    // What is missing is missing wherever one looks: by session, by person, and for Today.
    const gaps = rolls.reduce((sum, roll) => sum + roll.expected - roll.entries, 0);
    expect(records.people.reduce((sum, p) => sum + p.sessionsWithoutEntry, 0)).toBe(gaps);
    expect(
      missingRolls(as(w.coordinator, Number.MAX_SAFE_INTEGER), courseId)
        .filter((s) => s.courseId === courseId)
        .map((s) => s.id)
        .sort(),
    ).toEqual(
      rolls
        .filter((roll) => roll.entries < roll.expected)
        .map((roll) => roll.id)
        .sort(),
    );
    const { everyone } = completionOf(as(w.coordinator), courseId)!;
    for (const person of people) {
      const own = followRegistration(as(visitor), person.token)!;
      const record = records.people.find((p) => p.registrationId === person.id);
      expect(own.attendedMinutes).toBeLessThanOrEqual(own.plannedMinutes);
      expect(own.attendedMinutes).toBe(record?.minutes ?? 0);
      // The rule asks for all of it, so that certificates say how much there was where it was less.
      const unmet = everyone
        .find((p) => p.registrationId === person.id)
        ?.unmet.find((u) => u.kind === "attendance");
      if (unmet?.kind === "attendance") expect(percentOf(person)).toBe(unmet.percent);
      else if (own.plannedMinutes > 0) expect(percentOf(person)).toBe(100);
    }
    const attended = records.people.filter((p) => p.minutes > 0).length;
    expect(courseHead(as(w.coordinator), courseId)!.counts).toMatchObject({
      enrolled: records.people.length,
      attended,
    });
  }

  return {
    ...{ running, mark, leave, comeBack, join, lasting, groupNamed, ofGroup },
    ...{ rollFor, percentOf, settings, expectSound },
  };
}
