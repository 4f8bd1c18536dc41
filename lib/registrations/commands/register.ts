import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { courseQuestions, courses } from "@/db/schema";
import { demand } from "../../access/demand";
import type { Viewer } from "../../access/rules";
import { createAccount, type SignedIn, withinLimit, wouldBeWithinLimit } from "../../accounts/commands";
import { hashPassword } from "../../accounts/password";
import { registerLimit } from "../../accounts/rules";
import { change } from "../../audit/commands";
import { allows, registrationOpen } from "../../courses/rules";
import type { MailMessage } from "../../messages/rules";
import { saveSensitiveFacts } from "../../people/commands";
import { fail, type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { admit, consentVersion, type RegistrationState } from "../rules";
import { type AskedQuestion, answerField, type RegistrationInput, registrationSchema } from "../schema";
import { insertPerson, phoneOf, sameInCourse } from "./person";
import { courseByKey, insert, load, madeByForm, ofPerson, tell } from "./place";

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

/** Schemas by the questions they are made from: making one costs more than a whole registration. */
const schemas = new Map<string, ReturnType<typeof registrationSchema>>();

function schemaOf(asked: AskedQuestion[], signedIn: boolean) {
  const key = JSON.stringify([signedIn, ...asked.map((q) => [q.id, q.kind, q.required, q.optionCount])]);
  let schema = schemas.get(key);
  if (!schema) {
    if (schemas.size > 500) schemas.clear();
    schema = registrationSchema(asked, signedIn);
    schemas.set(key, schema);
  }
  return schema;
}

/** What a new registration tells the person. */
const admittedMessage: Record<"accepted" | "waiting" | "applied", MailMessage> = {
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  applied: "registrationReceived",
};

type Registered = { token: string; state: RegistrationState; slug: string; session: SignedIn | null };

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
  const key = `register:address:${address}`;
  const limit = wouldBeWithinLimit(key, registerLimit, now);
  if (!limit.allowed) return fail("tooManyAttempts", { params: { minutes: limit.waitMinutes } });
  const result = await registerOnce(viewer, sent, now, key);
  if (!result.ok) withinLimit(key, registerLimit, now);
  return result;
}

async function registerOnce(
  viewer: Viewer,
  sent: { slug: string } & Record<string, unknown>,
  now: number,
  limitKey: string,
): Promise<Result<Registered>> {
  const course = courseBySlug().get({ slug: sent.slug });
  if (!course || !allows(course.state, "public")) return fail("notFound");
  const questions = questionsOf().all({ courseId: course.id });
  const asked: AskedQuestion[] = questions.map((q) => ({ ...q, optionCount: q.options.length }));
  const parsed = schemaOf(asked, viewer.personId !== null).safeParse(sent);
  if (!parsed.success)
    return fail("invalid", {
      // The first fault of each field, as the form says it.
      fields: Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse(),
      ),
    });
  const input = parsed.data as RegistrationInput;
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return change((db) => {
    const limit = withinLimit(limitKey, registerLimit, now);
    if (!limit.allowed) refuse("tooManyAttempts", { params: { minutes: limit.waitMinutes } });
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
    tell(db, { ...row, personId }, current, admittedMessage[state], now);
    return { token: row.token, state, slug: course.slug, session };
  });
}
