import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { courses, registrations } from "@/db/schema";
import { demand } from "../../access/demand";
import { createAccount, type SignedIn } from "../../accounts/commands";
import { hashPassword } from "../../accounts/password";
import {
  refusedRegistrationLimit,
  registrationFloodLimit,
  registrationLinkLimit,
} from "../../accounts/rules";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { allows, isApproved, registrationOpen } from "../../courses/rules";
import { withinLimit } from "../../limits/commands";
import { wouldBeWithinLimit } from "../../limits/queries";
import { networkOf } from "../../limits/rules";
import { saveSensitiveFacts } from "../../people/commands";
import { contactOf } from "../../programmes/queries";
import { type Fault, fail, type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { consentVersion, type RegistrationState } from "../rules";
import { type RegistrationInput, registrationSchema, signedInRegistrationSchema } from "../schema";
import { answersOf, askedOf, questionsOf } from "./answers";
import { factsSaid, insertPerson, phoneOf, sameInCourse } from "./person";
import {
  addressKeyOf,
  admission,
  admittedMessage,
  type Course,
  courseByKey,
  insert,
  load,
  madeByForm,
  ofPerson,
  provenContact,
  tell,
} from "./place";

const courseBySlug = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare(),
);

/** Schemas by the questions they are made from: making one costs more than a whole registration. */
const schemas = new Map<string, ReturnType<typeof makeSchema>>();

const makeSchema = (asked: ReturnType<typeof askedOf>, signedIn: boolean) =>
  signedIn ? signedInRegistrationSchema(asked) : registrationSchema(asked);

function schemaOf(asked: ReturnType<typeof askedOf>, signedIn: boolean) {
  const key = JSON.stringify([signedIn, asked.map((q) => [q.id, q.kind, q.required, q.optionCount])]);
  let schema = schemas.get(key);
  if (!schema) {
    if (schemas.size > 500) schemas.clear();
    schema = makeSchema(asked, signedIn);
    schemas.set(key, schema);
  }
  return schema;
}

type Registered = { token: string; state: RegistrationState; slug: string; session: SignedIn | null };

/**
 * A participant's own registration. Capacity holds because place and row are decided in one immediate transaction;
 * the same form sent twice gives the same registration. Refused attempts are counted by address, each by itself; good
 * ones within their own transaction, so that the disk is waited for once, and only against a flood: whole rooms
 * register behind one address.
 */
export async function register(
  cx: Context,
  sent: { slug: string } & Record<string, unknown>,
  address: string,
): Promise<Result<Registered>> {
  const network = networkOf(address);
  const refusedKey = `register:refused:${network}`;
  const floodKey = `register:address:${network}`;
  const flood = wouldBeWithinLimit(cx, floodKey, registrationFloodLimit);
  if (!flood.allowed) return fail("tooManyAttempts", { params: { minutes: flood.waitMinutes } });
  const result = await registerOnce(cx, sent, address, floodKey);
  if (result.ok || !tellsOfOthers(result.fault)) return result;
  // Whoever behind this address tries out names hears nothing more; whoever has a good form, or a slip in it, is not
  // held up by them.
  const refused = withinLimit(cx, refusedKey, refusedRegistrationLimit);
  return refused.allowed ? result : fail("tooManyAttempts", { params: { minutes: refused.waitMinutes } });
}

/** True for a refusal that says something of other people: that somebody is registered, or has an account. */
const tellsOfOthers = ({ code, fields }: Fault): boolean =>
  code === "alreadyRegistered" || Object.values(fields ?? {}).includes("accountExists");

async function registerOnce(
  cx: Context,
  sent: { slug: string } & Record<string, unknown>,
  address: string,
  floodKey: string,
): Promise<Result<Registered>> {
  const course = courseBySlug(cx.db).get({ slug: sent.slug });
  if (!course || !isApproved(course) || !allows(course.state, "public")) return fail("notFound");
  const signedIn = cx.viewer.personId !== null;
  const questions = questionsOf(cx.db).all({ courseId: course.id });
  const parsed = schemaOf(askedOf(questions), signedIn).safeParse(sent);
  if (!parsed.success)
    return fail("invalid", {
      // The first fault of each field, as the form says it.
      fields: Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse(),
      ),
    });
  const input = parsed.data as RegistrationInput;
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  const done = change(cx, (): Registered | { known: true } => {
    demand(cx.viewer, "registration.create", {});
    const again = madeByForm(cx.db).get({ courseId: course.id, formKey: input.formKey });
    if (again) return { token: again.token, state: again.state, slug: course.slug, session: null };
    const limit = withinLimit(cx, floodKey, registrationFloodLimit);
    if (!limit.allowed) refuse("tooManyAttempts", { params: { minutes: limit.waitMinutes } });
    const current = courseByKey(cx.db).get({ courseId: course.id })!;
    if (!isApproved(current)) refuse("notFound");
    if (current.state === "cancelled") refuse("courseCancelled");
    if (!registrationOpen(current, dayAt(cx.now, current.zone))) refuse("registrationClosed");
    // Somebody signed in registers themselves only where they say so; else the form tells of another person.
    const self = input.who === "self" ? cx.viewer.personId : null;
    let personId: number;
    let session: SignedIn | null = null;
    if (self !== null) {
      if (ofPerson(cx.db).get({ courseId: course.id, personId: self })) refuse("registeredYourself");
      personId = self;
    } else {
      const email = input.email ?? null;
      const phone = phoneOf(input.phone ?? null, current.country);
      const who = {
        name: input.name ?? "",
        latinName: input.latinName ?? null,
        organisation: input.organisation ?? null,
        position: input.position ?? null,
        language: input.language,
      };
      if (!email && !phone) refuse("invalid", { fields: { phone: "contactNeeded" } });
      const known = sameInCourse(cx, course.id, who.name, email, phone);
      if (known !== null) {
        sendLink(cx, current, known);
        return { known: true };
      }
      personId = insertPerson(cx, who, { email, phone }, current);
      if (passwordHash) session = createAccount(cx, { personId, email, phone, passwordHash });
    }
    saveSensitiveFacts(cx, personId, current.programmeId, factsSaid(input));
    const counts = load(cx, course.id);
    const proven = self !== null && provenContact(cx);
    const addressKey = proven ? null : addressKeyOf(cx, course.id, address);
    const state = admission(cx, current, counts, addressKey);
    const row = insert(
      cx,
      current,
      state,
      {
        personId,
        source: "self",
        answers: answersOf(questions, input),
        needs: input.needs,
        formKey: input.formKey,
        consentVersion,
        consentLanguage: input.language,
        consentAt: cx.now,
        photoConsent: input.photoConsent,
        addressKey,
      },
      counts,
    );
    tell(cx, { ...row, personId }, current, admittedMessage[state]);
    return { token: row.token, state, slug: course.slug, session };
  });
  if (!done.ok) return done;
  if (!("known" in done.value)) return { ok: true, value: done.value };
  const contact = contactOf(cx, course.programmeId);
  // Each part is isolated, so that a number stays a number within Arabic text.
  const reach = [contact?.name, contact?.phone, contact?.email]
    .filter(Boolean)
    .map((part) => `\u2068${part}\u2069`)
    .join(" · ");
  return fail("alreadyRegistered", { params: { contact: reach || "none" } });
}

/**
 * Sends the person of a registration the link to their page, at most once an hour. Nothing of it shows in the answer,
 * nor whether the place was given back: who fills in the form may be a stranger.
 */
function sendLink(cx: Context, course: Course, registrationId: number): void {
  if (!withinLimit(cx, `register:link:${registrationId}`, registrationLinkLimit).allowed) return;
  const row = cx.db.select().from(registrations).where(eq(registrations.id, registrationId)).get()!;
  tell(cx, row, course, "registrationLink");
}
