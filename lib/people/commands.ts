import { and, eq, inArray, ne } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "@/db/client";
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
import type { Viewer } from "../access/rules";
import { createAccount, endLinks, invite, withinLimit } from "../accounts/commands";
import { bringInLimit } from "../accounts/rules";
import { audit, change } from "../audit/commands";
import { addContactKeys, keepContactKeys } from "../contacts/commands";
import { seal, unseal } from "../crypto/seal";
import { environment } from "../env/environment";
import { fault } from "../faults";
import { inLanguage } from "../i18n/rules";
import { tellPerson } from "../messages/commands";
import { namesOf, organisationKey, sameName, sortKey } from "../names/rules";
import { normalisePhone, phoneFault, readPhone } from "../phone/phone";
import { fail, type Result, refuse, refuseAt } from "../result";
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
export function findOrCreateOrganisation(db: Db, name: string | null, country: string | null): number | null {
  if (!name) return null;
  const same = db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        country ? eq(organisations.country, country) : undefined,
        eq(organisations.nameKey, organisationKey(name)),
      ),
    )
    .orderBy(organisations.id)
    .get();
  if (same) return same.id;
  return db
    .insert(organisations)
    .values({ name, kind: "other", country, nameKey: organisationKey(name), sortName: sortKey(name) })
    .returning({ id: organisations.id })
    .get().id;
}

/** Notes that a person is known in a programme, whose coordinators may see them from now on; true where it did not know them. */
export function makeKnown(
  db: Db,
  personId: number,
  programmeId: number,
  byPersonId: number | null,
  now: number,
): boolean {
  return (
    db
      .insert(personProgrammes)
      .values({ personId, programmeId, since: now, byPersonId })
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
  db: Db,
  personId: number,
  programmeId: number,
  facts: SensitiveFacts,
  now: number,
  how: "replace" | "addMissing" = "replace",
): void {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return;
  const { key } = environment();
  const kept = db
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
  db.insert(sensitiveFacts)
    .values({ personId, programmeId, sealed, updatedAt: now })
    .onConflictDoUpdate({
      target: [sensitiveFacts.personId, sensitiveFacts.programmeId],
      set: { sealed, updatedAt: now },
    })
    .run();
}

/**
 * Reads what a person said to the viewer's programmes, the newest answer of each kind, and writes in the audit log that
 * it was read and by whom.
 */
export function readSensitiveFacts(viewer: Viewer, personId: number, now: number): Result<SensitiveFacts> {
  return change((db) => {
    if (!mayEditPerson(viewer, personId)) refuse("notFound");
    const said = db
      .select()
      .from(sensitiveFacts)
      .where(and(eq(sensitiveFacts.personId, personId), saidTo(viewer)))
      .orderBy(sensitiveFacts.updatedAt)
      .all();
    if (said.length === 0) return {};
    audit(db, viewer, now, "person.sensitive.read", "person", personId);
    const { key } = environment();
    return Object.assign(
      {},
      ...said.map(({ sealed }) => JSON.parse(unseal(key, sealed, about(personId))) as SensitiveFacts),
    ) as SensitiveFacts;
  });
}

type PersonFields = z.output<typeof personSchema>;

/** @param kept the phone that the person has already. */
function columnsOf(db: Db, input: PersonFields, kept: string | null = null) {
  const country = input.country ?? "";
  const phone = input.phone ? normalisePhone(input.phone, country, kept) : null;
  if (input.phone && !phone) refuseAt({ phone: phoneFault(country) });
  return {
    ...namesOf(input, input.organisation),
    email: input.email,
    phone,
    language: input.language,
    organisationId: findOrCreateOrganisation(db, input.organisation, input.country),
    position: input.position,
    country: input.country,
  };
}

/** Adds a person, known in the programmes of whoever adds them. Nobody gets an account by this. */
export function createPerson(viewer: Viewer, input: PersonFields, now: number): Result<{ personId: number }> {
  return change((db) => {
    demandAnywhere(viewer, "people.edit");
    const columns = columnsOf(db, input);
    const person = db
      .insert(persons)
      .values({ ...columns, createdAt: now })
      .returning({ id: persons.id })
      .get();
    addContactKeys(db, environment().key, person.id, columns);
    for (const programmeId of viewer.coordinates) makeKnown(db, person.id, programmeId, viewer.personId, now);
    audit(db, viewer, now, "person.create", "person", person.id);
    return { personId: person.id };
  });
}

/**
 * Writes a person's row, contact into their account where there is one. Whether the viewer may is the caller's to ask.
 * Within the open transaction.
 */
export function updatePerson(
  db: Db,
  viewer: Viewer,
  personId: number,
  version: number,
  input: PersonFields,
  now: number,
) {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get() ?? refuse("notFound");
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
  const columns = columnsOf(db, input, person.phone);
  const account = db.select().from(accounts).where(eq(accounts.personId, personId)).get();
  if (account) {
    if (!columns.email && !columns.phone) refuseAt({ phone: fault("contactNeeded") });
    for (const field of ["email", "phone"] as const) {
      const value = columns[field];
      const other =
        value && db.select({ id: accounts.id }).from(accounts).where(eq(accounts[field], value)).get();
      if (other && other.id !== account.id) refuseAt({ [field]: fault("accountExists") });
    }
    db.update(accounts)
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
  db.update(persons)
    .set({ ...columns, version: person.version + 1 })
    .where(eq(persons.id, personId))
    .run();
  keepContactKeys(db, environment().key, personId, columns);
  const fields = Object.entries(columns).flatMap(([name, value]) =>
    person[name as keyof typeof columns] === value ? [] : [name],
  );
  audit(db, viewer, now, "person.edit", "person", personId, { fields });
  return { personId, language: columns.language };
}

/** Changes a person's row; contact follows into the account where there is one. */
export function editPerson(
  viewer: Viewer,
  input: z.output<typeof personEditSchema>,
  now: number,
): Result<{ personId: number }> {
  return change((db) => {
    if (!mayEditPerson(viewer, input.personId)) refuse("notFound");
    // An account is how its owner signs in: another's contact is changed by them or an administrator. So is that of
    // somebody who holds more than the viewer may give, before they have one: the account will be made from it.
    const account = db.select().from(accounts).where(eq(accounts.personId, input.personId)).get();
    const contact =
      account ?? db.select().from(persons).where(eq(persons.id, input.personId)).get() ?? refuse("notFound");
    const phone = input.phone ? normalisePhone(input.phone, input.country ?? "", contact.phone) : null;
    const changed = contact.email !== input.email ? "email" : contact.phone !== phone ? "phone" : null;
    if (changed && account && !viewer.administrator) refuseAt({ [changed]: fault("contactOfAccount") });
    if (changed && holdsBeyond(viewer, input.personId)) refuseAt({ [changed]: fault("contactElsewhere") });
    // Who came here from elsewhere, and not by themselves, is the other programme's to write about.
    if (holdsBeyond(viewer, input.personId) && !cameHere(viewer, input.personId)) refuse("personElsewhere");
    return updatePerson(db, viewer, input.personId, input.version, input, now);
  });
}

/** Somebody changes their own row. */
export function editProfile(viewer: Viewer, input: z.output<typeof profileSchema>, now: number) {
  return change((db) => {
    demand(viewer, "account.own", { self: true });
    return updatePerson(db, viewer, viewer.personId ?? refuse("notFound"), input.version, input, now);
  });
}

/** Makes somebody whom the viewer may see a coordinator or trainer of a programme. */
export function addMember(viewer: Viewer, input: z.output<typeof membershipSchema>, now: number) {
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    if (!db.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, input.programmeId)).get())
      refuse("notFound");
    if (!mayEditPerson(viewer, input.personId)) refuse("notFound");
    giveRole(db, viewer, input, now);
    return { personId: input.personId };
  });
}

/**
 * Gives a role in a programme. Whoever signs in as this person gets it, so their account must be theirs: links that are
 * under way end, and an account that somebody signs in with must have a contact that a mail, an issuer, an administrator
 * or somebody of the viewer's programmes vouches for. Else anybody could have made it beforehand with a colleague's address.
 */
function giveRole(db: Db, viewer: Viewer, input: z.output<typeof membershipSchema>, now: number): void {
  const account = db.select().from(accounts).where(eq(accounts.personId, input.personId)).get();
  if (account) endLinks(db, account.id);
  if (
    account &&
    (account.passwordHash || account.lastSignInAt) &&
    !vouchedFor(db, viewer, account, input.programmeId)
  )
    refuse("contactUnproven");
  db.insert(programmeMembers)
    .values({ ...input, since: now })
    .onConflictDoNothing()
    .run();
  makeKnown(db, input.personId, input.programmeId, viewer.personId, now);
  audit(db, viewer, now, "programme.member.add", "programme", input.programmeId, {
    person: input.personId,
    role: input.role,
  });
}

/**
 * True where the contact of an account is proven by a mail or an issuer, or where somebody whose word counts for the
 * viewer vouches for it: an administrator, or the coordinators of the viewer's programmes, by a link that they handed
 * over or by a role there that the person holds already.
 */
function vouchedFor(
  db: Db,
  viewer: Viewer,
  account: typeof accounts.$inferSelect,
  programmeId: number,
): boolean {
  const of = viewer.administrator ? [programmeId] : [...viewer.coordinates];
  const roleHere = (personId: number, role?: "coordinator") =>
    db
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
  return by === null || by === viewer.personId || roleHere(by, "coordinator") || isAdministrator(db, by);
}

/**
 * Brings somebody of another programme into one of the viewer's, by their exact phone number or e-mail address. The
 * person is told who did it. Where several share the contact, the name must say who is meant. Tries are counted by
 * account, so that nobody finds out by trying whose contact is known here.
 */
export function bringIn(
  viewer: Viewer,
  input: z.output<typeof bringInSchema>,
  now: number,
): Result<{ personId: number }> {
  const limit = withinLimit(`bring-in:account:${viewer.accountId}`, bringInLimit, now);
  if (!limit.allowed) return fail("tooManyAttempts", { params: { minutes: limit.waitMinutes } });
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    const programme =
      db.select().from(programmes).where(eq(programmes.id, input.programmeId)).get() ?? refuse("notFound");
    const found = personsByContact(db, input.contact, programme.id);
    if (found.length === 0) refuseAt({ contact: fault("nobodyWithContact") });
    const named = found.filter(
      (p) => input.name && [p.name, p.latinName ?? ""].some((name) => sameName(name, input.name!)),
    );
    const person = found.length === 1 ? found[0]! : named.length === 1 ? named[0]! : null;
    if (!person) refuseAt({ name: fault("contactShared") });
    const newHere = makeKnown(db, person.id, programme.id, viewer.personId, now);
    if (input.role)
      giveRole(db, viewer, { personId: person.id, programmeId: programme.id, role: input.role }, now);
    if (newHere)
      tellPerson(db, now, {
        personId: person.id,
        registrationId: null,
        courseId: null,
        message: "broughtIn",
        params: {
          programme: inLanguage(programme.title, person.language).text,
          by: viewer.name ?? "Cascade",
        },
      });
    audit(db, viewer, now, "person.bring-in", "person", person.id, { programme: programme.id, newHere });
    return { personId: person.id };
  });
}

/** Everybody with exactly this contact; a local number is read as of the programme's countries. */
function personsByContact(db: Db, contact: string, programmeId: number) {
  const email = contact.includes("@") ? contact.toLowerCase() : null;
  const regions = db
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
  return db
    .select({ id: persons.id, name: persons.name, latinName: persons.latinName, language: persons.language })
    .from(persons)
    .where(email ? eq(persons.email, email) : inArray(persons.phone, [...phones, ""]))
    .all();
}

/** Takes a role in a programme away; answers which, so that it can be given back. What the person did in it stays. */
export function removeMember(viewer: Viewer, input: z.output<typeof membershipSchema>, now: number) {
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    if (input.role === "coordinator" && input.personId === viewer.personId && !viewer.administrator)
      refuse("ownRole");
    const { changes } = db
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
    forgetUnlessTakingPart(db, input.personId, input.programmeId);
    audit(db, viewer, now, "programme.member.remove", "programme", input.programmeId, {
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
function forgetUnlessTakingPart(db: Db, personId: number, programmeId: number): void {
  const takesPart =
    db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(and(eq(programmeMembers.personId, personId), eq(programmeMembers.programmeId, programmeId)))
      .get() ??
    db
      .select({ id: registrations.id })
      .from(registrations)
      .innerJoin(courses, eq(courses.id, registrations.courseId))
      .where(and(eq(registrations.personId, personId), eq(courses.programmeId, programmeId)))
      .get();
  const elsewhere = db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(and(eq(personProgrammes.personId, personId), ne(personProgrammes.programmeId, programmeId)))
    .get();
  if (!takesPart && elsewhere)
    db.delete(personProgrammes)
      .where(and(eq(personProgrammes.personId, personId), eq(personProgrammes.programmeId, programmeId)))
      .run();
}

/**
 * Gives a person the means to sign in: a link that works once, for the coordinator to hand over; a new one ends the
 * older. Refused for somebody who has a way in of their own (an administrator may take a forgotten password away with
 * it), and for somebody who holds more than the viewer may give: a link would be access to what is another's.
 */
export function giveAccess(
  viewer: Viewer,
  input: { personId: number; reset?: boolean },
  now: number,
): Result<{ personId: number; link: string }> {
  return change((db) => {
    if (!mayEditPerson(viewer, input.personId)) refuse("notFound");
    const person =
      db.select().from(persons).where(eq(persons.id, input.personId)).get() ?? refuse("notFound");
    const account = db.select().from(accounts).where(eq(accounts.personId, person.id)).get();
    // A password that somebody chose for a contact which nobody vouches for is not yet its owner's.
    const reset = input.reset === true && (viewer.administrator || account?.contactProvenAt === null);
    if (account && (account.passwordHash ? !reset : hasIdentity(db, account.id))) refuse("hasAccess");
    if (holdsBeyond(viewer, person.id)) refuse("accessElsewhere");
    if (!account && !person.email && !person.phone) refuse("contactForAccount");
    if (!account)
      for (const field of ["email", "phone"] as const)
        if (person[field] && db.select().from(accounts).where(eq(accounts[field], person[field])).get())
          refuse("contactTaken");
    const accountId =
      account?.id ??
      createAccount(
        db,
        viewer,
        { personId: person.id, email: person.email, phone: person.phone, passwordHash: null },
        now,
      ).accountId;
    return { personId: person.id, link: invite(db, viewer, accountId, reset, now) };
  });
}

/** True where an OpenID Connect issuer has vouched for this account: it is a way in already. */
function hasIdentity(db: Db, accountId: number): boolean {
  return Boolean(db.select().from(identities).where(eq(identities.accountId, accountId)).get());
}
