import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import { type Db, inserting, prepared } from "@/db/client";
import { courseQuestions, courses, persons, registrationChanges, registrations } from "@/db/schema";
import { demand } from "../access/demand";
import type { Viewer } from "../access/rules";
import { createAccount, type SignedIn, withinLimit, wouldBeWithinLimit } from "../accounts/commands";
import { hashPassword } from "../accounts/password";
import { registerLimit } from "../accounts/rules";
import { audit, change } from "../audit/commands";
import { allows, registrationOpen } from "../courses/rules";
import { newToken } from "../crypto/tokens";
import { environment } from "../env/environment";
import type { Locale } from "../i18n/rules";
import { queueMail } from "../messages/commands";
import { findOrCreateOrganisation, saveSensitiveFacts } from "../people/commands";
import { normalisePhone } from "../phone/phone";
import { fail, type Result, refuse } from "../result";
import { fold } from "../text";
import { dayAt } from "../time/zone";
import { admit, consentVersion, decide, mayBecome, type RegistrationState, seatStates } from "./rules";
import {
  type AskedQuestion,
  answerField,
  type decisionSchema,
  type RegistrationInput,
  type registerPersonSchema,
  registrationSchema,
  type withdrawalSchema,
} from "./schema";

type Course = typeof courses.$inferSelect;

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
const load = (db: Db, courseId: number) => loadRow(db).get({ courseId })!;

const courseByKey = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const courseBySlug = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare(),
);

const questionsOf = prepared((db) =>
  db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** The registration that this form made already. */
const madeByForm = prepared((db) =>
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

const ofPerson = prepared((db) =>
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
function insert(
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
  insertChange(db, {
    registrationId: id,
    fromState: null,
    toState: state,
    reason: null,
    byPersonId: viewer.personId,
    at: now,
  });
  audit(db, viewer, now, "registration.create", "registration", id, { state });
  return { id, token };
}

/** Moves a registration and writes its history; leaving the waiting list closes the gap behind it. */
function move(
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
  insertChange(db, {
    registrationId: row.id,
    fromState: row.state,
    toState: to,
    reason,
    byPersonId: viewer.personId,
    at: now,
  });
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
  insertChange(db, {
    registrationId: row.id,
    fromState: row.state,
    toState: to,
    reason: null,
    byPersonId: viewer.personId,
    at: now,
  });
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
function promote(db: Db, viewer: Viewer, course: Course, now: number) {
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
function tell(
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

/** The phone in E.164, or the refusal beside its field. */
function phoneOf(typed: string | null, country: string): string | null {
  if (!typed) return null;
  return normalisePhone(typed, country) ?? refuse("invalid", { fields: { phone: "phoneInvalid" } });
}

const sharingContact = prepared((db) =>
  db
    .select({ name: persons.name })
    .from(persons)
    .innerJoin(registrations, eq(registrations.personId, persons.id))
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        or(eq(persons.phone, sql.placeholder("phone")), eq(persons.email, sql.placeholder("email"))),
      ),
    )
    .prepare(),
);

const insertPersonRow = inserting(persons, [
  "name",
  "latinName",
  "search",
  "email",
  "phone",
  "language",
  "organisationId",
  "position",
  "country",
  "createdAt",
]);

/** True where somebody of that name with that phone or e-mail is in the course already. */
function sameInCourse(
  db: Db,
  courseId: number,
  name: string,
  email: string | null,
  phone: string | null,
): boolean {
  return sharingContact(db)
    .all({ courseId, phone, email })
    .some((p) => fold(p.name) === fold(name));
}

/** Adds a person as the form tells of them. */
function insertPerson(
  db: Db,
  input: {
    name: string;
    latinName: string | null;
    organisation: string | null;
    position: string | null;
    language: Locale;
  },
  contact: { email: string | null; phone: string | null },
  course: Course,
  now: number,
): number {
  const organisationId = findOrCreateOrganisation(db, input.organisation, course.country);
  return insertPersonRow(db, {
    name: input.name,
    latinName: input.latinName,
    search: fold([input.name, input.latinName, input.organisation].filter(Boolean).join(" ")),
    ...contact,
    language: input.language,
    organisationId,
    position: input.position,
    country: course.country,
    createdAt: now,
  });
}

/** Schemas by the questions they are made from: making one costs more than a whole registration. */
const schemas = new Map<string, ReturnType<typeof registrationSchema>>();

function schemaOf(asked: AskedQuestion[]) {
  const key = JSON.stringify(asked.map((q) => [q.id, q.kind, q.required, q.optionCount]));
  let schema = schemas.get(key);
  if (!schema) {
    if (schemas.size > 500) schemas.clear();
    schema = registrationSchema(asked);
    schemas.set(key, schema);
  }
  return schema;
}

export type Registered = { token: string; state: RegistrationState; slug: string; session: SignedIn | null };

const minutesToWait = ({ retryAfterMs }: { retryAfterMs: number }) => ({
  params: { minutes: Math.ceil(retryAfterMs / 60_000) },
});

const attemptsOf = (address: string) => `register:address:${address}`;

/**
 * A participant's own registration. Capacity holds because place and row are decided in one immediate transaction;
 * the same form sent twice gives the same registration. Attempts are counted by address: a good one within its own
 * transaction, so that the disk is waited for once, one that was refused by itself.
 */
export async function register(
  viewer: Viewer,
  sent: { slug: string } & Record<string, unknown>,
  now: number,
  address: string,
): Promise<Result<Registered>> {
  const key = attemptsOf(address);
  const limit = wouldBeWithinLimit(key, registerLimit, now);
  if (!limit.allowed) return fail("tooManyAttempts", minutesToWait(limit));
  const result = await registerOnce(viewer, sent, now, address);
  if (!result.ok) withinLimit(key, registerLimit, now);
  return result;
}

async function registerOnce(
  viewer: Viewer,
  sent: { slug: string } & Record<string, unknown>,
  now: number,
  address: string,
): Promise<Result<Registered>> {
  const course = courseBySlug().get({ slug: sent.slug });
  if (!course || !allows(course.state, "public")) return fail("notFound");
  const questions = questionsOf().all({ courseId: course.id });
  const asked: AskedQuestion[] = questions.map((q) => ({ ...q, optionCount: q.options.length }));
  const parsed = schemaOf(asked).safeParse(sent);
  if (!parsed.success)
    return fail("invalid", {
      fields: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])),
    });
  const input = parsed.data as RegistrationInput;
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return change((db) => {
    const limit = withinLimit(attemptsOf(address), registerLimit, now);
    if (!limit.allowed) refuse("tooManyAttempts", minutesToWait(limit));
    demand(viewer, "registration.create", {});
    const again = madeByForm(db).get({ courseId: course.id, formKey: input.formKey });
    if (again) return { token: again.token, state: again.state, slug: course.slug, session: null };
    const current = courseByKey(db).get({ courseId: course.id })!;
    if (current.state === "cancelled") refuse("courseCancelled");
    if (!registrationOpen(current, dayAt(now, current.zone))) refuse("registrationClosed");
    const email = input.email;
    const phone = phoneOf(input.phone, current.country);
    let personId = viewer.personId;
    let session: SignedIn | null = null;
    if (personId === null) {
      if (!email && !phone) refuse("invalid", { fields: { phone: "contactNeeded" } });
      if (sameInCourse(db, course.id, input.name, email, phone)) refuse("alreadyRegistered");
      personId = insertPerson(db, input, { email, phone }, current, now);
      if (passwordHash) session = createAccount(db, viewer, { personId, email, phone, passwordHash }, now);
    } else if (ofPerson(db).get({ courseId: course.id, personId })) refuse("alreadyRegistered");
    saveSensitiveFacts(
      db,
      personId,
      {
        sex: input.sex ?? undefined,
        birthYear: input.birthYear ?? undefined,
        displacement: input.displacement ?? undefined,
        disability: input.disability ?? undefined,
      },
      now,
    );
    const counts = load(db, course.id);
    const state = admit(current, counts.seatsTaken, counts.waiting);
    const answers: Record<string, string> = {};
    for (const q of questions) {
      const value = input[answerField(q.id)];
      if (typeof value === "string" && value) answers[q.id] = value;
    }
    const row = insert(
      db,
      viewer,
      current,
      state,
      {
        personId,
        source: "self",
        answers,
        needs: input.needs,
        formKey: input.formKey,
        consentVersion,
        consentLanguage: input.language,
        consentAt: now,
        photoConsent: input.photoConsent,
      },
      counts,
      now,
    );
    tell(db, personId, row.token, current, state, null, now);
    return { token: row.token, state, slug: course.slug, session };
  });
}

/** A coordinator registers somebody, with or without an account: one known already, or a new person. */
export function registerPerson(
  viewer: Viewer,
  input: z.output<typeof registerPersonSchema>,
  now: number,
): Result<{ courseId: number; registrationId: number; slug: string }> {
  return change((db) => {
    const course = courseByKey(db).get({ courseId: input.courseId }) ?? refuse("notFound");
    demand(viewer, "registrations.decide", { programmeId: course.programmeId });
    if (!allows(course.state, "decide")) refuse("courseStateForbids", { params: { state: course.state } });
    const again = madeByForm(db).get({ courseId: course.id, formKey: input.formKey });
    if (again) return { courseId: course.id, registrationId: again.id, slug: course.slug };
    let personId = input.personId;
    if (personId !== null) {
      if (!db.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).get())
        refuse("invalid", { fields: { personId: "choose" } });
      if (ofPerson(db).get({ courseId: course.id, personId }))
        refuse("invalid", { fields: { personId: "alreadyRegistered" } });
    } else {
      const phone = phoneOf(input.phone, course.country);
      if (sameInCourse(db, course.id, input.name!, input.email, phone))
        refuse("invalid", { fields: { name: "alreadyRegistered" } });
      personId = insertPerson(
        db,
        { ...input, name: input.name! },
        { email: input.email, phone },
        course,
        now,
      );
    }
    const counts = load(db, course.id);
    if (input.accept && counts.seatsTaken >= course.capacity) refuse("noPlaceLeft");
    const row = insert(
      db,
      viewer,
      course,
      input.accept ? "accepted" : "nominated",
      { personId, source: "coordinator", answers: {}, needs: null, formKey: input.formKey },
      counts,
      now,
    );
    return { courseId: course.id, registrationId: row.id, slug: course.slug };
  });
}

/** Accepts, shortlists, puts on the waiting list or declines several registrations: all of them, or none. */
export function decideRegistrations(
  viewer: Viewer,
  input: z.output<typeof decisionSchema>,
  now: number,
): Result<{ courseId: number; slug: string; moved: number }> {
  return change((db) => {
    const course = courseByKey(db).get({ courseId: input.courseId }) ?? refuse("notFound");
    demand(viewer, "registrations.decide", { programmeId: course.programmeId });
    if (!allows(course.state, "decide")) refuse("courseStateForbids", { params: { state: course.state } });
    const rows = db
      .select()
      .from(registrations)
      .where(and(eq(registrations.courseId, course.id), inArray(registrations.id, input.registrationIds)))
      .orderBy(asc(registrations.waitingNumber), asc(registrations.number))
      .all();
    if (rows.length !== input.registrationIds.length) refuse("notFound");
    const { seatsTaken } = load(db, course.id);
    const { moved, refused } = decide(rows, input.to, { capacity: course.capacity, seatsTaken });
    if (refused.length > 0) {
      const full = refused.some((r) => r.code === "noPlaceLeft");
      refuse(full ? "noPlaceLeft" : "decisionNotAllowed", {
        params: { count: refused.length, left: moved.length },
      });
    }
    // Rows move one after another, and each may renumber the waiting list: read each as it then is.
    for (const { id } of moved) {
      const row = db.select().from(registrations).where(eq(registrations.id, id)).get()!;
      move(db, viewer, row, input.to, input.reason, now);
      if (input.to !== "shortlisted") tell(db, row.personId, row.token, course, input.to, input.reason, now);
    }
    promote(db, viewer, course, now);
    audit(db, viewer, now, "registration.decide", "course", course.id, {
      to: input.to,
      ids: moved.map((r) => r.id),
    });
    return { courseId: course.id, slug: course.slug, moved: moved.length };
  });
}

/** The person gives the place back, by the token of their own registration; who waits longest moves up. */
export function withdraw(
  viewer: Viewer,
  input: z.output<typeof withdrawalSchema>,
  now: number,
): Result<{ token: string; slug: string }> {
  return change((db) => {
    demand(viewer, "registration.follow", {});
    const row =
      db.select().from(registrations).where(eq(registrations.token, input.token)).get() ?? refuse("notFound");
    const course = courseByKey(db).get({ courseId: row.courseId })!;
    if (!allows(course.state, "decide") || !mayBecome(row.state, "withdrawn")) refuse("withdrawalNotAllowed");
    move(db, viewer, row, "withdrawn", input.reason, now);
    audit(db, viewer, now, "registration.withdraw", "registration", row.id);
    promote(db, viewer, course, now);
    return { token: row.token, slug: course.slug };
  });
}
