import { expect } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import { mayAnywhere, type Viewer } from "../../lib/access/table";
import { faultsOf } from "../../lib/faults";
import { fail, failAt, type Result } from "../../lib/result";
import { addDays } from "../../lib/time/civil";
import type { Action } from "./actions";
import { as } from "./as";
import { deskCourse } from "./desk";
import { posted } from "./posted";
import { transact } from "./transact";
import { courseForm, now, person, viewer, type World } from "./world";

/** A fault with everything that it says. */
export const inOneWord = (fault: { code: string } | undefined) => `${fault?.code}?${JSON.stringify(fault)}`;
/** The value of a result that must be good. */
export function good<T>(result: Result<T>): T {
  expect(result.ok, JSON.stringify(result)).toBe(true);
  return (result as { value: T }).value;
}
/** The fault of a result that must not be. */
export function refused<T>(result: Result<T>) {
  expect(result.ok, JSON.stringify(result)).toBe(false);
  return (result as { fault: { code: string; fields?: Record<string, { code: string }> } }).fault;
}

let weeks = 0;
/** A Monday for each workshop, none of which is that of one of the 44 before it: nobody is in two places, and all are in one year. */
export const monday = () => addDays("2027-02-01", 7 * (weeks++ % 45));

/** What stands in the row of a workshop. */
export const rowOf = (courseId: number) =>
  sqlite().prepare("SELECT * FROM courses WHERE id = ?").get(courseId) as {
    state: string;
    version: number;
    slug: string;
    approved_at: number | null;
    starts_on: string;
    ends_on: string;
    entered_afterwards: number;
    state_reason: string | null;
  };
export const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare(
      "SELECT id, day, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE course_id = ? ORDER BY start_instant",
    )
    .all(courseId) as { id: number; day: string; startsAt: string; endsAt: string }[];
export const noonOf = (civil: string) => Date.parse(`${civil}T09:00:00Z`);

/** A trainer's own workshops, sent by the forms that there are for them, and who has to do with these. */
export function workshopForms(w: World, actions: Map<string, Action>) {
  const elsewhere = viewer(person("Trainer elsewhere"), { trains: [w.otherId] });
  const secondCoordinator = viewer(person("Second coordinator"), { coordinates: [w.programmeId] });
  /** Coordinates and trains: decides on others' workshops, never on their own. */
  const both = viewer(person("Both"), { coordinates: [w.programmeId], trains: [w.programmeId] });
  transact((db) => {
    db.insert(programmeMembers)
      .values({ programmeId: w.programmeId, personId: both.personId!, role: "trainer", since: now })
      .run();
  });

  /** What a form does, as somebody sends it: asked for its permission, read with its schema, done by its command. */
  async function send<T = { courseId: number; slug: string }>(
    names: string | string[],
    by: Viewer,
    form: Record<string, unknown>,
    at = now,
  ): Promise<Result<T>> {
    const action = [names]
      .flat()
      .map((name) => actions.get(name))
      .find(Boolean);
    if (!action) return fail("notFound");
    if (!mayAnywhere(by, action.permission)) return fail(by.kind === "visitor" ? "signInNeeded" : "notFound");
    const said = posted(form);
    const schema = typeof action.schema === "function" ? action.schema(said, as(by, at)) : action.schema;
    if (!schema) return fail("notFound");
    const parsed = schema.safeParse(said);
    if (!parsed.success) return failAt(faultsOf(parsed.error.issues));
    return (await action.command(as(by, at), parsed.data, "address")) as Result<T>;
  }

  /** A workshop as its form posts it. */
  const form = (startsOn: string, more: Record<string, unknown> = {}) => ({
    ...courseForm(w),
    wholeIds: [],
    trainerIds: [],
    place: "Kufr Asad",
    audience: "Milk producers",
    startsOn,
    endsOn: startsOn,
    startsAt: "09:00",
    endsAt: "16:00",
    breakFrom: "12:00",
    breakMinutes: "30",
    capacity: "25",
    ...more,
  });

  /** What a decision on a workshop carries from its page. */
  const seenOf = (courseId: number) => deskCourse(as(w.coordinator), courseId)!.seen;

  /** A trainer schedules a workshop of their own. */
  async function scheduled(startsOn: string, more: Record<string, unknown> = {}, by = w.trainer, at = now) {
    const { courseId } = good(await send(["scheduleWorkshop", "createCourse"], by, form(startsOn, more), at));
    return courseId;
  }

  const decide = (
    what: "approveWorkshop" | "turnDownWorkshop",
    by: Viewer,
    courseId: number,
    more = {},
    at = now,
  ) => send(what, by, { courseId: String(courseId), seen: seenOf(courseId), ...more }, at);

  let people = 0;
  /** Somebody whom the coordinator knows. */
  async function known(): Promise<number> {
    const name = `Known ${people++}`;
    return good(await send<{ personId: number }>("createPerson", w.coordinator, { name, language: "en" }))
      .personId;
  }
  /** Puts somebody known into a workshop. */
  async function inWorkshop(courseId: number, personId: number, at = now) {
    return good(
      await send<{ registrationId: number }>(
        "registerPerson",
        w.coordinator,
        {
          courseId: String(courseId),
          personId: String(personId),
          formKey: `workshops-key-${people++}`,
          language: "en",
          consent: "on",
          accept: "on",
        },
        at,
      ),
    ).registrationId;
  }
  const present = (courseId: number, registrationId: number, by: Viewer, at: number) =>
    send(
      "takeRoll",
      by,
      { sessionId: String(sessionsOf(courseId)[0]!.id), [`marks.${registrationId}.state`]: "present" },
      at,
    );

  /** Ends a workshop as its page does: it asks what that does, and is told that this is meant. */
  async function end(by: Viewer, courseId: number, at: number) {
    const input = { courseId: String(courseId), from: "running", to: "closed", withoutRolls: "on" };
    const asked = refused(await send("setCourseState", by, input, at)) as unknown as {
      params: Record<string, number>;
    };
    const foreseen = ["attended", "noShow", "missingRolls", "waiting", "undecided"]
      .map((what) => asked.params?.[what])
      .join("-");
    return send("setCourseState", by, { ...input, foreseen }, at);
  }

  return {
    elsewhere,
    secondCoordinator,
    both,
    send,
    form,
    seenOf,
    scheduled,
    decide,
    known,
    inWorkshop,
    present,
    end,
  };
}
