import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Db, inserting, prepared } from "@/db/client";
import { courses, persons, registrationChanges, registrations } from "@/db/schema";
import type { Viewer } from "../../access/rules";
import { audit } from "../../audit/commands";
import { allows } from "../../courses/rules";
import { newToken } from "../../crypto/tokens";
import { environment } from "../../env/environment";
import { tellPerson } from "../../messages/commands";
import type { MailMessage } from "../../messages/rules";
import { makeKnown } from "../../people/commands";
import { holdsSeat, type RegistrationCause, type RegistrationState, seatStates } from "../rules";

/** A row of the courses. */
export type Course = typeof courses.$inferSelect;

/** Each figure by itself, so that each is read from an index and none needs a look at every registration. */
const loadRow = prepared((db) => {
  const ofCourse = (what: SQL, where: SQL = sql`true`) =>
    sql<number>`(select ${what} from ${registrations} where ${registrations.courseId} = ${sql.placeholder("courseId")} and ${where})`;
  return db
    .select({
      seatsTaken: ofCourse(sql`count(*)`, inArray(registrations.state, [...seatStates])),
      waiting: ofCourse(sql`count(*)`, eq(registrations.state, "waiting")),
      lastNumber: ofCourse(sql`coalesce(max(${registrations.number}), 0)`),
      lastSequence: ofCourse(sql`coalesce(max(${registrations.waitingSequence}), 0)`),
    })
    .from(sql`(select 1)`)
    .prepare();
});

/** How many of a course hold a place, and how many wait; with the last numbers given. */
export const load = (db: Db, courseId: number) => loadRow(db).get({ courseId })!;

/** A course by its key, as it is within the open transaction. */
export const courseByKey = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

/** The registration that this form made already. */
export const madeByForm = prepared((db) =>
  db
    .select({ id: registrations.id, token: registrations.token, state: registrations.state })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        eq(registrations.formKey, sql.placeholder("formKey")),
      ),
    )
    .prepare(),
);

/** A person's registration in a course. */
export const ofPerson = prepared((db) =>
  db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        eq(registrations.personId, sql.placeholder("personId")),
      ),
    )
    .prepare(),
);

const insertRow = inserting(registrations, [
  "token",
  "number",
  "courseId",
  "personId",
  "state",
  "waitingSequence",
  "placeSince",
  "source",
  "answers",
  "needs",
  "consentVersion",
  "consentLanguage",
  "consentAt",
  "photoConsent",
  "formKey",
  "registeredAt",
]);

const insertChange = inserting(registrationChanges, [
  "registrationId",
  "fromState",
  "toState",
  "reason",
  "cause",
  "byPersonId",
  "at",
]);

/** Adds a line to the history of a registration. */
const remember = (
  db: Db,
  viewer: Viewer,
  registrationId: number,
  fromState: RegistrationState | null,
  toState: RegistrationState,
  cause: RegistrationCause,
  reason: string | null,
  at: number,
) => insertChange(db, { registrationId, fromState, toState, cause, reason, byPersonId: viewer.personId, at });

type NewRegistration = Pick<
  typeof registrations.$inferSelect,
  "personId" | "source" | "answers" | "needs" | "formKey"
> &
  Partial<
    Pick<
      typeof registrations.$inferSelect,
      "consentVersion" | "consentLanguage" | "consentAt" | "photoConsent"
    >
  >;

/** Adds the row and the first line of its history. The next numbers are taken under the write lock. */
export function insert(
  db: Db,
  viewer: Viewer,
  course: Course,
  state: RegistrationState,
  more: NewRegistration,
  { lastNumber, lastSequence }: ReturnType<typeof load>,
  now: number,
): { id: number; token: string } {
  const token = newToken();
  const id = insertRow(db, {
    consentVersion: null,
    consentLanguage: null,
    consentAt: null,
    photoConsent: false,
    ...more,
    courseId: course.id,
    token,
    number: lastNumber + 1,
    state,
    waitingSequence: state === "waiting" || state === "to_confirm" ? lastSequence + 1 : null,
    placeSince: holdsSeat(state) ? now : null,
    registeredAt: now,
  });
  makeKnown(db, more.personId, course.programmeId, more.source === "self" ? null : viewer.personId, now);
  remember(db, viewer, id, null, state, "registered", null, now);
  audit(db, viewer, now, "registration.create", "registration", id, { state });
  return { id, token };
}

/**
 * Moves a registration and writes its history. Whoever comes onto the waiting list stands at its end; who was to be
 * confirmed, where they stood when they registered.
 */
export function move(
  db: Db,
  viewer: Viewer,
  row: typeof registrations.$inferSelect,
  to: RegistrationState,
  cause: RegistrationCause,
  reason: string | null,
  now: number,
) {
  const keepsPlaceOnList = row.state === "to_confirm" && row.waitingSequence !== null;
  db.update(registrations)
    .set({
      state: to,
      waitingSequence:
        to === "waiting" && !keepsPlaceOnList ? load(db, row.courseId).lastSequence + 1 : row.waitingSequence,
      placeSince: holdsSeat(to) ? (row.placeSince ?? now) : null,
      version: row.version + 1,
    })
    .where(eq(registrations.id, row.id))
    .run();
  remember(db, viewer, row.id, row.state, to, cause, reason, now);
}

/**
 * Moves a registration as its course closes or opens again, with a line in the history. It keeps where it stood on the
 * waiting list and since when it has a place. Within the open transaction.
 */
export function moveWithCourse(
  db: Db,
  viewer: Viewer,
  row: { id: number; state: RegistrationState },
  to: RegistrationState,
  cause: "course_ended" | "course_reopened",
  now: number,
): void {
  db.update(registrations)
    .set({ state: to, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, row.id))
    .run();
  remember(db, viewer, row.id, row.state, to, cause, null, now);
}

/** First come, first served: who waits longest gets a place that became free. */
export function promote(db: Db, viewer: Viewer, course: Course, now: number) {
  if (course.admission !== "first_come" || !allows(course.state, "decide")) return;
  for (;;) {
    if (load(db, course.id).seatsTaken >= course.capacity) return;
    const next = db
      .select()
      .from(registrations)
      .where(and(eq(registrations.courseId, course.id), eq(registrations.state, "waiting")))
      .orderBy(asc(registrations.waitingSequence))
      .limit(1)
      .get();
    if (!next) return;
    move(db, viewer, next, "accepted", "moved_up", null, now);
    tell(db, next, course, "registrationMovedUp", now);
  }
}

const languageOf = prepared((db) =>
  db
    .select({ language: persons.language })
    .from(persons)
    .where(eq(persons.id, sql.placeholder("personId")))
    .prepare(),
);

/** Tells the person of a registration what has become of it, in their language, with the link to their own page. */
export function tell(
  db: Db,
  registration: { id: number; personId: number; token: string },
  course: Course,
  message: MailMessage,
  now: number,
  more: Record<string, string> = {},
): void {
  const { language } = languageOf(db).get({ personId: registration.personId })!;
  tellPerson(db, now, {
    personId: registration.personId,
    registrationId: registration.id,
    courseId: course.id,
    message,
    params: {
      course: course.title[language] ?? course.title[course.title.own] ?? "",
      link: `${environment().publicUrl}/registrations/${registration.token}`,
      ...more,
    },
  });
}
