import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { inserting, prepared, transact } from "@/db/client";
import { accounts, courses, registrationChanges, registrations } from "@/db/schema";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { keyedHash, newToken } from "../../crypto/tokens";
import { networkOf } from "../../limits/rules";
import type { MailMessage } from "../../messages/rules";
import { forgetUntold, tellPerson } from "../../messages/tell";
import { makeKnown } from "../../people/store/known";
import { dayAt } from "../../time/zone";
import {
  addressWindowMs,
  admit,
  freePlaces,
  givesPlaces,
  holdsSeat,
  type RegistrationCause,
  type RegistrationState,
  seatStates,
  tooManyFromAddress,
} from "../rules";

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
export const load = (cx: Context, courseId: number) => loadRow(cx.db).get({ courseId })!;

/** The last turn on the waiting list that was given: one look into an index, however many wait. */
const lastTurn = prepared((db) =>
  db
    .select({ sequence: sql<number>`coalesce(max(${registrations.waitingSequence}), 0)` })
    .from(registrations)
    .where(eq(registrations.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** Places held and turns on the list that came from an address, by when the person last registered or came back. */
const claimedFrom = prepared((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, sql.placeholder("courseId")),
        eq(registrations.addressKey, sql.placeholder("addressKey")),
        inArray(registrations.state, [...seatStates, "waiting"]),
        sql`(select max(at) from registration_changes where registration_id = ${registrations.id} and cause in ('registered', 'came_back')) > ${sql.placeholder("since")}`,
      ),
    )
    .prepare(),
);

const provenAccount = prepared((db) =>
  db
    .select({ contactProvenAt: accounts.contactProvenAt })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("accountId")))
    .prepare(),
);

/** True where the viewer is signed in and once showed that the contact of the account is theirs. */
export const provenContact = (cx: Context): boolean =>
  cx.viewer.accountId !== null &&
  typeof provenAccount(cx.db).get({ accountId: cx.viewer.accountId })?.contactProvenAt === "number";

/** What is kept for an hour of the address that an unproven contact registers from. */
export const addressKeyOf = (cx: Context, courseId: number, address: string) =>
  keyedHash(cx.settings.key, `${courseId} ${networkOf(address, 56)}`);

/** What somebody who registers or comes back gets now. `addressKey` is null where the contact is proven. */
export function admission(
  cx: Context,
  course: Course,
  counts: { seatsTaken: number; waiting: number },
  addressKey: string | null,
): "accepted" | "waiting" | "applied" | "to_confirm" {
  const since = cx.now - addressWindowMs;
  if (addressKey !== null && course.admission === "first_come") {
    const claimed = claimedFrom(cx.db).get({ courseId: course.id, addressKey, since })!.count;
    if (tooManyFromAddress(course, claimed)) return "to_confirm";
  }
  return admit(course, counts.seatsTaken, counts.waiting);
}

/** What a new registration tells the person. */
export const admittedMessage = {
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  applied: "registrationReceived",
  nominated: "registrationReceived",
  to_confirm: "registrationToConfirm",
} as const satisfies Partial<Record<RegistrationState, MailMessage>>;

/** What somebody who is brought back to a state hears again. */
export const toldAgain: Partial<Record<RegistrationState, MailMessage>> = {
  waiting: "registrationWaiting",
  to_confirm: "registrationToConfirm",
  applied: "registrationReceived",
  shortlisted: "registrationReceived",
  nominated: "registrationReceived",
};

/** Empties the keys of addresses that nothing looks back to any more. */
export function forgetAddresses(cx: Context): void {
  const before = cx.now - addressWindowMs;
  transact(cx.db, () =>
    cx.db
      .update(registrations)
      .set({ addressKey: null })
      .where(
        and(
          sql`${registrations.addressKey} is not null`,
          lt(registrations.registeredAt, before),
          sql`not exists (select 1 from registration_changes where registration_id = ${registrations.id} and cause = 'came_back' and at >= ${before})`,
        ),
      )
      .run(),
  );
}

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
  "addressKey",
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
  cx: Context,
  registrationId: number,
  fromState: RegistrationState | null,
  toState: RegistrationState,
  cause: RegistrationCause,
  reason: string | null,
  at: number,
) =>
  insertChange(cx.db, {
    registrationId,
    fromState,
    toState,
    cause,
    reason,
    byPersonId: cx.viewer.personId,
    at,
  });

type NewRegistration = Pick<
  typeof registrations.$inferSelect,
  "personId" | "source" | "answers" | "needs" | "formKey"
> &
  Partial<
    Pick<
      typeof registrations.$inferSelect,
      "consentVersion" | "consentLanguage" | "consentAt" | "photoConsent" | "addressKey"
    >
  >;

/** Adds the row and the first line of its history. The next numbers are taken under the write lock. */
export function insert(
  cx: Context,
  course: Course,
  state: RegistrationState,
  more: NewRegistration,
  { lastNumber, lastSequence }: ReturnType<typeof load>,
): { id: number; token: string } {
  const token = newToken();
  const id = insertRow(cx.db, {
    consentVersion: null,
    consentLanguage: null,
    consentAt: null,
    photoConsent: false,
    addressKey: null,
    ...more,
    courseId: course.id,
    token,
    number: lastNumber + 1,
    state,
    waitingSequence: state === "waiting" || state === "to_confirm" ? lastSequence + 1 : null,
    placeSince: holdsSeat(state) ? cx.now : null,
    registeredAt: cx.now,
  });
  makeKnown(cx, more.personId, course.programmeId, more.source === "self" ? null : cx.viewer.personId);
  remember(cx, id, null, state, "registered", null, cx.now);
  audit(cx, "registration.create", "registration", id, { state });
  return { id, token };
}

/**
 * Moves a registration and writes its history. Whoever comes onto the waiting list stands at its end; who was to be
 * confirmed, where they stood when they registered. A coordinator who decides vouches for the contact.
 */
export function move(
  cx: Context,
  row: typeof registrations.$inferSelect,
  to: RegistrationState,
  cause: RegistrationCause,
  reason: string | null,
  addressKey: string | null = cause === "decided" || cause === "confirmed" ? null : row.addressKey,
) {
  const keepsTurn = row.state === "to_confirm" && row.waitingSequence !== null;
  const takesTurn = (to === "waiting" || to === "to_confirm") && !keepsTurn;
  cx.db
    .update(registrations)
    .set({
      state: to,
      waitingSequence: takesTurn
        ? lastTurn(cx.db).get({ courseId: row.courseId })!.sequence + 1
        : row.waitingSequence,
      // Who leaves and comes back missed what was taught meanwhile, and what they missed before.
      placeSince: row.placeSince ?? (holdsSeat(to) ? cx.now : null),
      addressKey,
      version: row.version + 1,
    })
    .where(eq(registrations.id, row.id))
    .run();
  remember(cx, row.id, row.state, to, cause, reason, cx.now);
  // A shortlist is the coordinator's own: what the person was to hear before is still true.
  if (to !== "shortlisted") forgetUntold(cx, row.id, ["place", "course"]);
}

/**
 * Moves a registration as its course closes or opens again, or back to where it was, with a line in the history. It keeps
 * where it stood on the waiting list and since when it has a place. Within the open transaction.
 */
export function moveWithCourse(
  cx: Context,
  row: { id: number; state: RegistrationState },
  to: RegistrationState,
  cause: "course_ended" | "course_reopened" | "came_back",
): void {
  cx.db
    .update(registrations)
    .set({ state: to, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, row.id))
    .run();
  remember(cx, row.id, row.state, to, cause, null, cx.now);
  forgetUntold(cx, row.id, ["place", "course"]);
}

/**
 * First come, first served: who waits longest gets a place that became free, for as long as the course can be attended.
 * Whatever may free a place calls it, in the same transaction.
 * @param course its row as it now is.
 */
export function promote(cx: Context, course: Course): void {
  if (!givesPlaces(course, dayAt(cx.now, course.zone))) return;
  const free = freePlaces(course.capacity, load(cx, course.id).seatsTaken);
  if (free === 0) return;
  const next = cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, course.id), eq(registrations.state, "waiting")))
    .orderBy(asc(registrations.waitingSequence))
    .limit(free)
    .all();
  for (const row of next) {
    move(cx, row, "accepted", "moved_up", null);
    tell(cx, row, course, "registrationMovedUp");
  }
}

/**
 * Tells the person of a registration what has become of it. Course, dates, place, number and the link to their own page
 * are added when the message is written; `more` is what only the command knows, such as a reason.
 */
export function tell(
  cx: Context,
  registration: { id: number; personId: number },
  course: { id: number },
  message: MailMessage,
  more: Record<string, string> = {},
): void {
  tellPerson(cx, {
    personId: registration.personId,
    registrationId: registration.id,
    courseId: course.id,
    message,
    params: more,
  });
}
