import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Db, inserting, prepared } from "@/db/client";
import { courses, persons, registrationChanges, registrations } from "@/db/schema";
import type { Viewer } from "../../access/rules";
import { audit } from "../../audit/commands";
import { allows } from "../../courses/rules";
import { newToken } from "../../crypto/tokens";
import { environment } from "../../env/environment";
import { queueMail } from "../../messages/commands";
import { type RegistrationState, seatStates } from "../rules";

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
      lastWaiting: ofCourse(sql`coalesce(max(${registrations.waitingNumber}), 0)`),
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
  "waitingNumber",
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
  reason: string | null,
  at: number,
) => insertChange(db, { registrationId, fromState, toState, reason, byPersonId: viewer.personId, at });

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
  { lastNumber, lastWaiting }: ReturnType<typeof load>,
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
    waitingNumber: state === "waiting" ? lastWaiting + 1 : null,
    registeredAt: now,
  });
  remember(db, viewer, id, null, state, null, now);
  audit(db, viewer, now, "registration.create", "registration", id, { state });
  return { id, token };
}

/** Moves a registration and writes its history; leaving the waiting list closes the gap behind it. */
export function move(
  db: Db,
  viewer: Viewer,
  row: typeof registrations.$inferSelect,
  to: RegistrationState,
  reason: string | null,
  now: number,
) {
  db.update(registrations)
    .set({
      state: to,
      waitingNumber: to === "waiting" ? load(db, row.courseId).lastWaiting + 1 : null,
      version: row.version + 1,
    })
    .where(eq(registrations.id, row.id))
    .run();
  if (row.waitingNumber !== null) closeGap(db, row.courseId, row.waitingNumber);
  remember(db, viewer, row.id, row.state, to, reason, now);
}

/** Moves a registration as its course closes or opens again, with a line in the history. Within the open transaction. */
export function moveWithCourse(
  db: Db,
  viewer: Viewer,
  row: { id: number; state: RegistrationState },
  to: "accepted" | "attended" | "no_show",
  now: number,
): void {
  db.update(registrations)
    .set({ state: to, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, row.id))
    .run();
  remember(db, viewer, row.id, row.state, to, null, now);
}

/** Those behind a gap move up by one, in order, so that the unique index never sees a number twice. */
function closeGap(db: Db, courseId: number, gap: number) {
  const behind = db
    .select({ id: registrations.id, waitingNumber: registrations.waitingNumber })
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), sql`${registrations.waitingNumber} > ${gap}`))
    .orderBy(asc(registrations.waitingNumber))
    .all();
  for (const row of behind)
    db.update(registrations)
      .set({ waitingNumber: row.waitingNumber! - 1 })
      .where(eq(registrations.id, row.id))
      .run();
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
      .orderBy(asc(registrations.waitingNumber))
      .limit(1)
      .get();
    if (!next) return;
    move(db, viewer, next, "accepted", null, now);
    tell(db, next.personId, next.token, course, "accepted", null, now);
  }
}

const addressOf = prepared((db) =>
  db
    .select({ email: persons.email, language: persons.language })
    .from(persons)
    .where(eq(persons.id, sql.placeholder("personId")))
    .prepare(),
);

/** Puts a message to the person into the outbox, where there is an address. */
export function tell(
  db: Db,
  personId: number,
  token: string,
  course: Course,
  state: RegistrationState,
  reason: string | null,
  now: number,
) {
  const person = addressOf(db).get({ personId });
  if (!person?.email) return;
  queueMail(db, now, {
    to: person.email,
    language: person.language,
    message: reason === null && state !== "accepted" ? "registrationReceived" : "registrationDecided",
    params: {
      course: course.title[person.language] ?? course.title[course.title.own] ?? "",
      state,
      reason: reason ?? "",
      link: `${environment().publicUrl}/registrations/${token}`,
    },
  });
}
