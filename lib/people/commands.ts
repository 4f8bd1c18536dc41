import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import {
  accounts,
  courses,
  identities,
  organisations,
  personProgrammes,
  persons,
  programmeCountries,
  programmeMembers,
  programmes,
  registrations,
  sensitiveFacts,
} from "@/db/schema";
import { demand, demandAnywhere } from "../access/demand";
import { createAccount, endLinks, invite } from "../accounts/commands";
import { bringInLimit } from "../accounts/rules";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { addContactKeys, keepContactKeys } from "../contacts/commands";
import { seal, unseal } from "../crypto/seal";
import { inLanguage } from "../i18n/rules";
import { withinLimit } from "../limits/commands";
import { tellPerson } from "../messages/tell";
import { organisationsNamed } from "../names/queries";
import { namesOf, organisationKey, sameName, sortKey } from "../names/rules";
import { normalisePhone, phoneFault, readPhone } from "../phone/phone";
import { fail, type Result, refuse } from "../result";
import { asciiDigits } from "../text";
import { cameHere, holdsBeyond, isAdministrator, mayEditPerson, saidTo } from "./queries";
import type { SensitiveFacts } from "./rules";
import type {
  bringInSchema,
  membershipSchema,
  personEditSchema,
  personSchema,
  profileSchema,
} from "./schema";

/** The organisation of that name in a country, made where there is none; null for an empty name. */
export function findOrCreateOrganisation(
  cx: Context,
  name: string | null,
  country: string | null,
): number | null {
  if (!name) return null;
  const same = cx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        country
          ? eq(organisations.country, country)
          : sql`${organisations.id} in (${organisationsNamed(organisationKey(name))})`,
        eq(organisations.nameKey, organisationKey(name)),
      ),
    )
    .orderBy(organisations.id)
    .get();
  if (same) return same.id;
  return cx.db
    .insert(organisations)
    .values({ name, kind: "other", country, nameKey: organisationKey(name), sortName: sortKey(name) })
    .returning({ id: organisations.id })
    .get().id;
}

/** Notes that a person is known in a programme, whose coordinators may see them from now on; true where it did not know them. */
export function makeKnown(
  cx: Context,
  personId: number,
  programmeId: number,
  byPersonId: number | null,
): boolean {
  return (
    cx.db
      .insert(personProgrammes)
      .values({ personId, programmeId, since: cx.now, byPersonId })
      .onConflictDoNothing()
      .run().changes > 0
  );
}

const about = (personId: number) => `person:${personId}`;

/**
 * Keeps what a person said of themselves to a programme, encrypted; what was left out stays as it was. Nothing said, no
 * row. Within the open transaction.
 * @param how `addMissing`: what is kept already stays too, where somebody else speaks for the person.
 */
export function saveSensitiveFacts(
  cx: Context,
  personId: number,
  programmeId: number,
  facts: SensitiveFacts,
  how: "replace" | "addMissing" = "replace",
): void {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return;
  const { key } = cx.settings;
  const kept = cx.db
    .select()
    .from(sensitiveFacts)
    .where(and(eq(sensitiveFacts.personId, personId), eq(sensitiveFacts.programmeId, programmeId)))
    .get();
  const before = kept ? (JSON.parse(unseal(key, kept.sealed, about(personId))) as SensitiveFacts) : {};
  const sealed = seal(
    key,
    JSON.stringify(how === "replace" ? { ...before, ...said } : { ...said, ...before }),
    about(personId),
  );
  cx.db
    .insert(sensitiveFacts)
    .values({ personId, programmeId, sealed, updatedAt: cx.now })
    .onConflictDoUpdate({
      target: [sensitiveFacts.personId, sensitiveFacts.programmeId],
      set: { sealed, updatedAt: cx.now },
    })
    .run();
}

/**
 * Reads what a person said to the viewer's programmes, the newest answer of each kind, and writes in the audit log that
 * it was read and by whom.
 */
export function readSensitiveFacts(cx: Context, personId: number): Result<SensitiveFacts> {
  return change(cx, () => {
    if (!mayEditPerson(cx, personId)) refuse("notFound");
    const said = cx.db
      .select()
      .from(sensitiveFacts)
      .where(and(eq(sensitiveFacts.personId, personId), saidTo(cx)))
      .orderBy(sensitiveFacts.updatedAt)
      .all();
    if (said.length === 0) return {};
    audit(cx, "person.sensitive.read", "person", personId);
    const { key } = cx.settings;
    return Object.assign(
      {},
      ...said.map(({ sealed }) => JSON.parse(unseal(key, sealed, about(personId))) as SensitiveFacts),
    ) as SensitiveFacts;
  });
}

type PersonFields = z.output<typeof personSchema>;

/** @param kept the phone that the person has already. */
function columnsOf(cx: Context, input: PersonFields, kept: string | null = null) {
  const country = input.country ?? "";
  const phone = input.phone ? normalisePhone(input.phone, country, kept) : null;
  if (input.phone && !phone) refuse("invalid", { fields: { phone: phoneFault(country) } });
  return {
    ...namesOf(input, input.organisation),
    email: input.email,
    phone,
    language: input.language,
    organisationId: findOrCreateOrganisation(cx, input.organisation, input.country),
    position: input.position,
    country: input.country,
  };
}

/** Adds a person, known in the programmes of whoever adds them. Nobody gets an account by this. */
export function createPerson(cx: Context, input: PersonFields): Result<{ personId: number }> {
  return change(cx, () => {
    demandAnywhere(cx.viewer, "people.edit");
    const columns = columnsOf(cx, input);
    const person = cx.db
      .insert(persons)
      .values({ ...columns, createdAt: cx.now })
      .returning({ id: persons.id })
      .get();
    addContactKeys(cx, cx.settings.key, person.id, columns);
    for (const programmeId of cx.viewer.coordinates)
      makeKnown(cx, person.id, programmeId, cx.viewer.personId);
    audit(cx, "person.create", "person", person.id);
    return { personId: person.id };
  });
}

/**
 * Writes a person's row, contact into their account where there is one. Whether the viewer may is the caller's to ask.
 * Within the open transaction.
 */
export function updatePerson(cx: Context, personId: number, version: number, input: PersonFields) {
  const person = cx.db.select().from(persons).where(eq(persons.id, personId)).get() ?? refuse("notFound");
  if (person.version !== version) {
    const here: Record<string, string> = {
      name: person.name,
      latinName: person.latinName ?? "",
      email: person.email ?? "",
      phone: person.phone ?? "",
      position: person.position ?? "",
    };
    const changed = Object.entries(here).filter(
      ([field, value]) => String(input[field as "name"] ?? "") !== value,
    );
    refuse("stale", { changed: { ...Object.fromEntries(changed), version: String(person.version) } });
  }
  const columns = columnsOf(cx, input, person.phone);
  const account = cx.db.select().from(accounts).where(eq(accounts.personId, personId)).get();
  if (account) {
    if (!columns.email && !columns.phone) refuse("invalid", { fields: { phone: "contactNeeded" } });
    for (const field of ["email", "phone"] as const) {
      const value = columns[field];
      const other =
        value && cx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts[field], value)).get();
      if (other && other.id !== account.id) refuse("invalid", { fields: { [field]: "accountExists" } });
    }
    cx.db
      .update(accounts)
      .set({
        email: columns.email,
        phone: columns.phone,
        ...(account.email === columns.email && account.phone === columns.phone
          ? {}
          : { contactProvenAt: null, contactProvenBy: null }),
      })
      .where(eq(accounts.id, account.id))
      .run();
  }
  cx.db
    .update(persons)
    .set({ ...columns, version: person.version + 1 })
    .where(eq(persons.id, personId))
    .run();
  keepContactKeys(cx, cx.settings.key, personId, columns);
  const fields = Object.entries(columns).flatMap(([name, value]) =>
    person[name as keyof typeof columns] === value ? [] : [name],
  );
  audit(cx, "person.edit", "person", personId, { fields });
  return { personId, language: columns.language };
}

/** Changes a person's row; contact follows into the account where there is one. */
export function editPerson(
  cx: Context,
  input: z.output<typeof personEditSchema>,
): Result<{ personId: number }> {
  return change(cx, () => {
    if (!mayEditPerson(cx, input.personId)) refuse("notFound");
    // An account is how its owner signs in: another's contact is changed by them or an administrator. So is that of
    // somebody who holds more than the viewer may give, before they have one: the account will be made from it.
    const account = cx.db.select().from(accounts).where(eq(accounts.personId, input.personId)).get();
    const contact =
      account ??
      cx.db.select().from(persons).where(eq(persons.id, input.personId)).get() ??
      refuse("notFound");
    const phone = input.phone ? normalisePhone(input.phone, input.country ?? "", contact.phone) : null;
    const changed = contact.email !== input.email ? "email" : contact.phone !== phone ? "phone" : null;
    if (changed && account && !cx.viewer.administrator)
      refuse("invalid", { fields: { [changed]: "contactOfAccount" } });
    if (changed && holdsBeyond(cx, input.personId))
      refuse("invalid", { fields: { [changed]: "contactElsewhere" } });
    // Who came here from elsewhere, and not by themselves, is the other programme's to write about.
    if (holdsBeyond(cx, input.personId) && !cameHere(cx, input.personId)) refuse("personElsewhere");
    return updatePerson(cx, input.personId, input.version, input);
  });
}

/** Somebody changes their own row. */
export function editProfile(cx: Context, input: z.output<typeof profileSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "account.own", { self: true });
    return updatePerson(cx, cx.viewer.personId ?? refuse("notFound"), input.version, input);
  });
}

/** Makes somebody whom the viewer may see a coordinator or trainer of a programme. */
export function addMember(cx: Context, input: z.output<typeof membershipSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "programmes.edit", { programmeId: input.programmeId });
    if (
      !cx.db.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, input.programmeId)).get()
    )
      refuse("notFound");
    if (!mayEditPerson(cx, input.personId)) refuse("notFound");
    giveRole(cx, input);
    return { personId: input.personId };
  });
}

/**
 * Gives a role in a programme. Whoever signs in as this person gets it, so their account must be theirs: links that are
 * under way end, and an account that somebody signs in with must have a contact that a mail, an issuer, an administrator
 * or somebody of the viewer's programmes vouches for. Else anybody could have made it beforehand with a colleague's address.
 */
function giveRole(cx: Context, input: z.output<typeof membershipSchema>): void {
  const account = cx.db.select().from(accounts).where(eq(accounts.personId, input.personId)).get();
  if (account) endLinks(cx, account.id);
  if (
    account &&
    (account.passwordHash || account.lastSignInAt) &&
    !vouchedFor(cx, account, input.programmeId)
  )
    refuse("contactUnproven");
  cx.db
    .insert(programmeMembers)
    .values({ ...input, since: cx.now })
    .onConflictDoNothing()
    .run();
  makeKnown(cx, input.personId, input.programmeId, cx.viewer.personId);
  audit(cx, "programme.member.add", "programme", input.programmeId, {
    person: input.personId,
    role: input.role,
  });
}

/**
 * True where the contact of an account is proven by a mail or an issuer, or where somebody whose word counts for the
 * viewer vouches for it: an administrator, or the coordinators of the viewer's programmes, by a link that they handed
 * over or by a role there that the person holds already.
 */
function vouchedFor(cx: Context, account: typeof accounts.$inferSelect, programmeId: number): boolean {
  const of = cx.viewer.administrator ? [programmeId] : [...cx.viewer.coordinates];
  const roleHere = (personId: number, role?: "coordinator") =>
    cx.db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(
        and(
          eq(programmeMembers.personId, personId),
          inArray(programmeMembers.programmeId, of),
          role ? eq(programmeMembers.role, role) : undefined,
        ),
      )
      .get() !== undefined;
  if (roleHere(account.personId)) return true;
  if (account.contactProvenAt === null) return false;
  const by = account.contactProvenBy;
  return by === null || by === cx.viewer.personId || roleHere(by, "coordinator") || isAdministrator(cx, by);
}

/**
 * Brings somebody of another programme into one of the viewer's, by their exact phone number or e-mail address. The
 * person is told who did it. Where several share the contact, the name must say who is meant. Tries are counted by
 * account, so that nobody finds out by trying whose contact is known here.
 */
export function bringIn(cx: Context, input: z.output<typeof bringInSchema>): Result<{ personId: number }> {
  const limit = withinLimit(cx, `bring-in:account:${cx.viewer.accountId}`, bringInLimit);
  if (!limit.allowed) return fail("tooManyAttempts", { params: { minutes: limit.waitMinutes } });
  return change(cx, () => {
    demand(cx.viewer, "programmes.edit", { programmeId: input.programmeId });
    const programme =
      cx.db.select().from(programmes).where(eq(programmes.id, input.programmeId)).get() ?? refuse("notFound");
    const found = personsByContact(cx, input.contact, programme.id);
    if (found.length === 0) refuse("invalid", { fields: { contact: "nobodyWithContact" } });
    const named = found.filter(
      (p) => input.name && [p.name, p.latinName ?? ""].some((name) => sameName(name, input.name!)),
    );
    const person = found.length === 1 ? found[0]! : named.length === 1 ? named[0]! : null;
    if (!person) refuse("invalid", { fields: { name: "contactShared" } });
    const newHere = makeKnown(cx, person.id, programme.id, cx.viewer.personId);
    if (input.role) giveRole(cx, { personId: person.id, programmeId: programme.id, role: input.role });
    if (newHere)
      tellPerson(cx, {
        personId: person.id,
        registrationId: null,
        courseId: null,
        message: "broughtIn",
        params: {
          programme: inLanguage(programme.title, person.language).text,
          by: cx.viewer.name ?? "Cascade",
        },
      });
    audit(cx, "person.bring-in", "person", person.id, { programme: programme.id, newHere });
    return { personId: person.id };
  });
}

/** Everybody with exactly this contact; a local number is read as of the programme's countries. */
function personsByContact(cx: Context, contact: string, programmeId: number) {
  const email = contact.includes("@") ? contact.toLowerCase() : null;
  const regions = cx.db
    .select({ country: programmeCountries.country })
    .from(programmeCountries)
    .where(eq(programmeCountries.programmeId, programmeId))
    .all();
  // Exactly this number: what stands around it in a longer text is not read over.
  const phones =
    email || !/^\+?[\d\s().\p{Pd}/]+$/u.test(asciiDigits(contact))
      ? []
      : ["", ...regions.map((r) => r.country)]
          .map((country) => readPhone(contact, country))
          .filter((phone): phone is string => phone !== null);
  return cx.db
    .select({ id: persons.id, name: persons.name, latinName: persons.latinName, language: persons.language })
    .from(persons)
    .where(email ? eq(persons.email, email) : inArray(persons.phone, [...phones, ""]))
    .all();
}

/** Takes a role in a programme away; answers which, so that it can be given back. What the person did in it stays. */
export function removeMember(cx: Context, input: z.output<typeof membershipSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "programmes.edit", { programmeId: input.programmeId });
    if (input.role === "coordinator" && input.personId === cx.viewer.personId && !cx.viewer.administrator)
      refuse("ownRole");
    const { changes } = cx.db
      .delete(programmeMembers)
      .where(
        and(
          eq(programmeMembers.programmeId, input.programmeId),
          eq(programmeMembers.personId, input.personId),
          eq(programmeMembers.role, input.role),
        ),
      )
      .run();
    if (changes === 0) refuse("notFound");
    forgetUnlessTakingPart(cx, input.personId, input.programmeId);
    audit(cx, "programme.member.remove", "programme", input.programmeId, {
      person: input.personId,
      role: input.role,
    });
    return input;
  });
}

/**
 * A person who has nothing to do with a programme any more (no role, no registration) is no longer in its scope, as
 * long as some other programme knows them.
 */
function forgetUnlessTakingPart(cx: Context, personId: number, programmeId: number): void {
  const takesPart =
    cx.db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(and(eq(programmeMembers.personId, personId), eq(programmeMembers.programmeId, programmeId)))
      .get() ??
    cx.db
      .select({ id: registrations.id })
      .from(registrations)
      .innerJoin(courses, eq(courses.id, registrations.courseId))
      .where(and(eq(registrations.personId, personId), eq(courses.programmeId, programmeId)))
      .get();
  const elsewhere = cx.db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(and(eq(personProgrammes.personId, personId), ne(personProgrammes.programmeId, programmeId)))
    .get();
  if (!takesPart && elsewhere)
    cx.db
      .delete(personProgrammes)
      .where(and(eq(personProgrammes.personId, personId), eq(personProgrammes.programmeId, programmeId)))
      .run();
}

/**
 * Gives a person the means to sign in: a link that works once, for the coordinator to hand over; a new one ends the
 * older. Refused for somebody who has a way in of their own (an administrator may take a forgotten password away with
 * it), and for somebody who holds more than the viewer may give: a link would be access to what is another's.
 */
export function giveAccess(
  cx: Context,
  input: { personId: number; reset?: boolean },
): Result<{ personId: number; link: string }> {
  return change(cx, () => {
    if (!mayEditPerson(cx, input.personId)) refuse("notFound");
    const person =
      cx.db.select().from(persons).where(eq(persons.id, input.personId)).get() ?? refuse("notFound");
    const account = cx.db.select().from(accounts).where(eq(accounts.personId, person.id)).get();
    // A password that somebody chose for a contact which nobody vouches for is not yet its owner's.
    const reset = input.reset === true && (cx.viewer.administrator || account?.contactProvenAt === null);
    if (account && (account.passwordHash ? !reset : hasIdentity(cx, account.id))) refuse("hasAccess");
    if (holdsBeyond(cx, person.id)) refuse("accessElsewhere");
    if (!account && !person.email && !person.phone) refuse("contactForAccount");
    if (!account)
      for (const field of ["email", "phone"] as const)
        if (person[field] && cx.db.select().from(accounts).where(eq(accounts[field], person[field])).get())
          refuse("contactTaken");
    const accountId =
      account?.id ??
      createAccount(cx, { personId: person.id, email: person.email, phone: person.phone, passwordHash: null })
        .accountId;
    return { personId: person.id, link: invite(cx, accountId, reset) };
  });
}

/** True where an OpenID Connect issuer has vouched for this account: it is a way in already. */
function hasIdentity(cx: Context, accountId: number): boolean {
  return Boolean(cx.db.select().from(identities).where(eq(identities.accountId, accountId)).get());
}
