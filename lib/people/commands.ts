import { and, eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Db } from "@/db/client";
import {
  accounts,
  organisations,
  personProgrammes,
  persons,
  programmeMembers,
  programmes,
  sensitiveFacts,
  signInLinks,
} from "@/db/schema";
import { demand, demandAnywhere } from "../access/demand";
import type { Viewer } from "../access/rules";
import { createAccount } from "../accounts/commands";
import { inviteLifetimeMs } from "../accounts/rules";
import { audit, change } from "../audit/commands";
import { seal, unseal } from "../crypto/seal";
import { hashToken, newToken } from "../crypto/tokens";
import { environment } from "../env/environment";
import { normalisePhone } from "../phone/phone";
import { type Result, refuse } from "../result";
import { fold } from "../text";
import { mayEditPerson } from "./queries";
import type { SensitiveFacts } from "./rules";
import type { accessSchema, membershipSchema, personEditSchema, personSchema, profileSchema } from "./schema";

/** The organisation of that name in a country, made where there is none; null for an empty name. */
export function findOrCreateOrganisation(db: Db, name: string | null, country: string | null): number | null {
  if (!name) return null;
  const same = db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(country ? eq(organisations.country, country) : undefined)
    .all()
    .find((o) => fold(o.name) === fold(name));
  if (same) return same.id;
  return db
    .insert(organisations)
    .values({ name, kind: "other", country })
    .returning({ id: organisations.id })
    .get().id;
}

/** Notes that a person is known in a programme, whose coordinators may see them from now on. Within the open transaction. */
export function makeKnown(
  db: Db,
  personId: number,
  programmeId: number,
  byPersonId: number | null,
  now: number,
): void {
  db.insert(personProgrammes)
    .values({ personId, programmeId, since: now, byPersonId })
    .onConflictDoNothing()
    .run();
}

const about = (personId: number) => `person:${personId}`;

/** Keeps what a person said of themselves, encrypted; what was left out stays as it was. Nothing said, no row. */
export function saveSensitiveFacts(db: Db, personId: number, facts: SensitiveFacts, now: number): void {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return;
  const { key } = environment();
  const kept = db.select().from(sensitiveFacts).where(eq(sensitiveFacts.personId, personId)).get();
  const before = kept ? (JSON.parse(unseal(key, kept.sealed, about(personId))) as SensitiveFacts) : {};
  const sealed = seal(key, JSON.stringify({ ...before, ...said }), about(personId));
  db.insert(sensitiveFacts)
    .values({ personId, sealed, updatedAt: now })
    .onConflictDoUpdate({ target: sensitiveFacts.personId, set: { sealed, updatedAt: now } })
    .run();
}

/** Reads the sensitive facts of a person, and writes in the audit log that they were read and by whom. */
export function readSensitiveFacts(viewer: Viewer, personId: number, now: number): Result<SensitiveFacts> {
  return change((db) => {
    if (!mayEditPerson(viewer, personId)) refuse("notFound");
    const kept = db.select().from(sensitiveFacts).where(eq(sensitiveFacts.personId, personId)).get();
    if (!kept) return {};
    audit(db, viewer, now, "person.sensitive.read", "person", personId);
    return JSON.parse(unseal(environment().key, kept.sealed, about(personId))) as SensitiveFacts;
  });
}

type PersonFields = z.output<typeof personSchema>;

function columnsOf(db: Db, input: PersonFields) {
  const phone = input.phone ? normalisePhone(input.phone, input.country ?? "") : null;
  if (input.phone && !phone) refuse("invalid", { fields: { phone: "phoneInvalid" } });
  return {
    name: input.name,
    latinName: input.latinName,
    search: fold([input.name, input.latinName, input.organisation].filter(Boolean).join(" ")),
    email: input.email,
    phone,
    language: input.language,
    organisationId: findOrCreateOrganisation(db, input.organisation, input.country),
    position: input.position,
    country: input.country,
  };
}

/** Adds a person. Nobody gets an account by this. */
export function createPerson(viewer: Viewer, input: PersonFields, now: number): Result<{ personId: number }> {
  return change((db) => {
    demandAnywhere(viewer, "people.edit");
    const person = db
      .insert(persons)
      .values({ ...columnsOf(db, input), createdAt: now })
      .returning({ id: persons.id })
      .get();
    audit(db, viewer, now, "person.create", "person", person.id);
    return { personId: person.id };
  });
}

function update(db: Db, viewer: Viewer, personId: number, version: number, input: PersonFields, now: number) {
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
  const columns = columnsOf(db, input);
  const account = db.select().from(accounts).where(eq(accounts.personId, personId)).get();
  if (account) {
    if (!columns.email && !columns.phone) refuse("invalid", { fields: { phone: "contactNeeded" } });
    for (const field of ["email", "phone"] as const) {
      const value = columns[field];
      const other =
        value && db.select({ id: accounts.id }).from(accounts).where(eq(accounts[field], value)).get();
      if (other && other.id !== account.id) refuse("invalid", { fields: { [field]: "accountExists" } });
    }
    db.update(accounts)
      .set({ email: columns.email, phone: columns.phone })
      .where(eq(accounts.id, account.id))
      .run();
  }
  db.update(persons)
    .set({ ...columns, version: person.version + 1 })
    .where(eq(persons.id, personId))
    .run();
  audit(db, viewer, now, "person.edit", "person", personId);
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
    // An account is how its owner signs in: another's contact is changed by them or an administrator.
    const account = db.select().from(accounts).where(eq(accounts.personId, input.personId)).get();
    const phone = input.phone ? normalisePhone(input.phone, input.country ?? "") : null;
    if (account && !viewer.administrator && (account.email !== input.email || account.phone !== phone))
      refuse("invalid", {
        fields: { [account.email !== input.email ? "email" : "phone"]: "contactOfAccount" },
      });
    return update(db, viewer, input.personId, input.version, input, now);
  });
}

/** Somebody changes their own row. */
export function editProfile(viewer: Viewer, input: z.output<typeof profileSchema>, now: number) {
  return change((db) => {
    demand(viewer, "account.own", { self: true });
    return update(db, viewer, viewer.personId ?? refuse("notFound"), input.version, input, now);
  });
}

/** Makes somebody a coordinator or trainer of a programme. */
export function addMember(viewer: Viewer, input: z.output<typeof membershipSchema>, now: number) {
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    if (!db.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, input.programmeId)).get())
      refuse("notFound");
    if (!db.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId)).get())
      refuse("notFound");
    db.insert(programmeMembers)
      .values({ ...input, since: now })
      .onConflictDoNothing()
      .run();
    audit(db, viewer, now, "programme.member.add", "programme", input.programmeId, {
      person: input.personId,
      role: input.role,
    });
    return { personId: input.personId };
  });
}

/** Takes a role in a programme away. What the person did in it stays. */
export function removeMember(viewer: Viewer, input: z.output<typeof membershipSchema>, now: number) {
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    if (input.role === "coordinator" && input.personId === viewer.personId && !viewer.administrator)
      refuse("ownRole");
    db.delete(programmeMembers)
      .where(
        and(
          eq(programmeMembers.programmeId, input.programmeId),
          eq(programmeMembers.personId, input.personId),
          eq(programmeMembers.role, input.role),
        ),
      )
      .run();
    audit(db, viewer, now, "programme.member.remove", "programme", input.programmeId, {
      person: input.personId,
      role: input.role,
    });
    return { personId: input.personId };
  });
}

/**
 * Gives a person the means to sign in: a link that works once, for the coordinator to hand over. Refused for somebody
 * who has set a password: they have access, and a link would be access to another's account.
 */
export function giveAccess(
  viewer: Viewer,
  input: z.output<typeof accessSchema>,
  now: number,
): Result<{ personId: number; link: string }> {
  return change((db) => {
    if (!mayEditPerson(viewer, input.personId)) refuse("notFound");
    const person =
      db.select().from(persons).where(eq(persons.id, input.personId)).get() ?? refuse("notFound");
    const account = db.select().from(accounts).where(eq(accounts.personId, person.id)).get();
    if (account?.lastSignInAt || account?.passwordHash) refuse("hasAccess");
    if (!account && !person.email && !person.phone) refuse("contactForAccount");
    const accountId =
      account?.id ??
      createAccount(
        db,
        viewer,
        { personId: person.id, email: person.email, phone: person.phone, passwordHash: null },
        now,
      ).accountId;
    const token = newToken();
    db.insert(signInLinks)
      .values({ tokenHash: hashToken(token), accountId, expiresAt: now + inviteLifetimeMs })
      .run();
    audit(db, viewer, now, "account.invite", "account", accountId);
    return { personId: person.id, link: `${environment().publicUrl}/sign-in/link?token=${token}` };
  });
}
