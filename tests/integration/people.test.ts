import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { accounts, notices, persons } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { signIn, useLink } from "../../lib/accounts/commands";
import { createAdministrator } from "../../lib/accounts/commands/administrator";
import { linkOpened } from "../../lib/accounts/queries";
import { linkUseSchema } from "../../lib/accounts/schema";
import {
  addMember,
  bringIn,
  editPerson,
  editProfile,
  giveAccess,
  readSensitiveFacts,
  removeMember,
} from "../../lib/people/commands";
import { ownProfile } from "../../lib/people/queries";
import { bringInSchema, personEditSchema, profileSchema } from "../../lib/people/schema";
import { personNames } from "../../lib/people/store";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts } from "../support/owners";
import { personSeen } from "../support/seen";
import { begun, holder } from "../support/signedIn";
import { transact } from "../support/transact";
import { fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now + 1000).toISOString();
process.env.PUBLIC_URL = "https://cascade.example.org";

const w = world();
haveAccounts(w.coordinator);
const password = "correct horse battery";
const course = opened(w);
value(
  await registered(course.slug, { name: "Hana", email: "hana@example.org", phone: "0791234567", password }),
);
const account = () => read().select().from(accounts).where(eq(accounts.email, "hana@example.org")).get()!;
// She has shown that the address is hers.
transact((db) => db.update(accounts).set({ emailProvenAt: now }).where(eq(accounts.id, account().id)).run());
const enter = (identifier: string, typed: string, at = now, address = "a") =>
  signIn(as(visitor, at), { identifier, password: typed, back: "/today" }, address);

describe("people", () => {
  const form = (version: number, more: Record<string, unknown> = {}) => ({
    version: String(version),
    name: "Hana Shahin",
    email: "hana@example.org",
    phone: "0791234567",
    country: "JO",
    language: "en",
    ...more,
  });
  const me = () => viewerOf(as(visitor), account().id);
  it("change their own row, and nothing of a stale form is taken", () => {
    const version = ownProfile(as(me()), gate.self(as(me()))).version;
    // The language that was chosen for reading stays, unless the form chooses another.
    expect(value(editProfile(as(me(), now), profileSchema.parse(form(version)))).languageChanged).toBe(false);
    const stale = editProfile(as(me(), now), profileSchema.parse(form(version, { name: "Other" })));
    expect(fault(stale).code).toBe("stale");
    expect(ownProfile(as(me()), gate.self(as(me()))).name).toBe("Hana Shahin");
    expect(fault(editProfile(as(visitor, now), profileSchema.parse(form(version)))).code).toBe(
      "signInNeeded",
    );
  });
  it("say in which governorate of their country they work, and of no other one", () => {
    const mine = () => ownProfile(as(me()), gate.self(as(me())));
    const said = (more: Record<string, unknown>) =>
      editProfile(as(me(), now), profileSchema.parse(form(mine().version, more)));
    expect(fault(said({ country: "LB", governorate: "JO-MA" })).fields).toEqual({
      governorate: { code: "governorateElsewhere" },
    });
    for (const governorate of ["JO-ZZ", "JO-JO"])
      expect(fault(said({ governorate })).fields).toHaveProperty("governorate");
    value(said({ governorate: "JO-MA" }));
    expect(personSeen(as(w.coordinator), account().personId)?.governorate).toBe("JO-MA");
    value(said({ governorate: "" }));
    expect(mine().governorate).toBeNull();
  });
  it("are seen by their programme's coordinators; their means to sign in are their own", () => {
    const personId = account().personId;
    expect(personSeen(as(w.coordinator), personId)?.name).toBe("Hana Shahin");
    for (const by of [w.stranger, w.trainer, w.participant, visitor])
      expect(personSeen(as(by), personId)).toBeNull();
    const edit = personEditSchema.parse({
      ...form(ownProfile(as(me()), gate.self(as(me()))).version, { email: "mine@example.org" }),
      personId: String(personId),
    });
    // Nothing reaches the new address here, so nobody could show that it is theirs.
    expect(fault(editPerson(as(w.coordinator, now), edit)).fields).toEqual({
      email: { code: "noMailToProve" },
    });
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: false })).code).toBe("hasAccess");
  });
  it("get access by a link that a coordinator hands over, and a password of their own with it", async () => {
    const personId = w.trainerIds[0]!;
    const link = (by = w.coordinator, reset = false) =>
      new URL(value(giveAccess(as(by, now), { personId, reset })).link).searchParams.get("token")!;
    const use = (token: string, typed: string) =>
      useLink(as(visitor, now + 86_400_000), linkUseSchema.parse({ token, password: typed }), "a");
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: false })).code).toBe(
      "contactForAccount",
    );
    sqlite().prepare("UPDATE persons SET phone = '+962795550000' WHERE id = ?").run(personId);
    const lost = link();
    const token = link();
    expect(fault(giveAccess(as(w.stranger, now), { personId, reset: false })).code).toBe("notFound");
    expect(fault(await use(lost, password)).code).toBe("linkExpired");
    expect(linkOpened(as(visitor, now), lost)).toBeNull();
    expect(linkOpened(as(visitor, now), token)).toEqual({
      asks: "password",
      names: personNames(as(visitor, now), personId),
    });
    // Without a password it stays good: it is the only way in.
    expect(fault(await use(token, "")).fields).toEqual({ password: { code: "required" } });
    expect(linkUseSchema.safeParse({ token, password: "short" }).success).toBe(false);
    const signedIn = value(await use(token, password));
    expect(holder(begun(signedIn))).toMatchObject({
      personId,
      trains: [w.programmeId],
    });
    expect(value(await enter("+962795550000", password)).accountId).toBe(signedIn.accountId);
    expect(fault(await use(token, password)).code).toBe("linkExpired");
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: true })).code).toBe("hasAccess");
  });
  it("who forgot their password get a link from an administrator, which ends it and every session", async () => {
    const personId = w.trainerIds[0]!;
    const before = begun(value(await enter("+962795550000", password)));
    expect(holder(before).personId).toBe(personId);
    const administrator = viewer(person("Chief"), { administrator: true });
    haveAccounts({ ...administrator, accountId: 9_000 });
    expect(fault(giveAccess(as(administrator, now), { personId, reset: false })).code).toBe("hasAccess");
    const { link } = value(giveAccess(as(administrator, now), { personId, reset: true }));
    expect(holder(before).kind).toBe("visitor");
    expect(fault(await enter("+962795550000", password)).code).toBe("signInWrong");
    const token = new URL(link).searchParams.get("token")!;
    const again = value(await useLink(as(visitor, now), { token, password: "a second long one" }, "a"));
    expect(holder(begun(again)).personId).toBe(personId);
    expect(value(await enter("+962795550000", "a second long one")).accountId).toBe(again.accountId);
  });
  it("of another programme come in by their exact contact, and are told who did it", async () => {
    const course = opened(w);
    const to = (contact: string, more: Record<string, unknown> = {}, by = w.stranger) =>
      bringIn(as(by, now), bringInSchema.parse({ programmeId: String(w.otherId), contact, ...more }));
    value(await registered(course.slug, { name: "Mother", phone: "0795550001" }));
    value(await registered(course.slug, { name: "Daughter", phone: "0795550001" }));
    value(await registered(course.slug, { name: "Alone", phone: "0795550002", displacement: "refugee" }));
    const idOf = (name: string) =>
      read().select({ id: persons.id }).from(persons).where(eq(persons.name, name)).get()!.id;
    for (const contact of ["0795550009", "+96279555000", "nobody@example.org"])
      expect(fault(to(contact)).fields, contact).toEqual({ contact: { code: "nobodyWithContact" } });
    expect(fault(to("+962795550002", {}, w.trainer)).code).toBe("notFound");
    expect(personSeen(as(w.stranger), idOf("Alone"))).toBeNull();
    // A day that is over is said beside its field, before anybody is looked for.
    const over = { role: "trainer", endsOn: "2027-01-09" };
    for (const contact of ["0795550009", "+962795550002"])
      expect(fault(to(contact, over)).fields).toEqual({ endsOn: { code: "roleDayOver" } });
    expect(bringInSchema.safeParse({ ...over, programmeId: "1", contact: "x", role: "" }).success).toBe(
      false,
    );
    const lasting = { role: "trainer", endsOn: "2027-03-31" };
    expect(value(to("+962 79 555 0002", lasting)).personId).toBe(idOf("Alone"));
    expect(personSeen(as(w.stranger), idOf("Alone"))?.roles).toMatchObject([{ endsOn: "2027-03-31" }]);
    // What was said to one programme is not another's to read.
    expect(value(readSensitiveFacts(as(w.stranger, now), { personId: idOf("Alone") }))).toEqual({});
    const told = read()
      .select()
      .from(notices)
      .where(eq(notices.personId, idOf("Alone")))
      .all();
    expect(told.filter((n) => n.message === "broughtIn")).toHaveLength(1);
    // Who shares a phone is told apart by the name.
    expect(fault(to("+962795550001")).fields).toEqual({ name: { code: "contactShared" } });
    expect(value(to("+962795550001", { name: "daughter" })).personId).toBe(idOf("Daughter"));
    expect(personSeen(as(w.stranger), idOf("Mother"))).toBeNull();
    for (let i = 0; i < 20; i++) to("0795559999");
    expect(fault(to("+962795550002")).code).toBe("tooManyAttempts");
  });
  it("who hold something elsewhere keep their contact until an administrator changes it", () => {
    const personId = w.trainerIds[1]!;
    const edit = (email: string) =>
      personEditSchema.parse({
        personId: String(personId),
        version: String(personSeen(as(w.coordinator), personId)!.version),
        name: "Nour",
        email,
        language: "en",
      });
    value(editPerson(as(w.coordinator, now), edit("nour@example.org")));
    sqlite()
      .prepare(
        "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', 0)",
      )
      .run(w.otherId, personId);
    expect(fault(editPerson(as(w.coordinator, now), edit("attacker@example.org"))).fields).toEqual({
      email: { code: "contactElsewhere" },
    });
    value(editPerson(as(w.coordinator, now), edit("nour@example.org")));
  });
  it("hold roles that their programme's coordinators give and take", () => {
    const input = {
      personId: account().personId,
      programmeId: w.programmeId,
      role: "coordinator" as const,
      endsOn: null,
    };
    for (const by of [w.stranger, w.trainer, me()])
      expect(fault(addMember(as(by, now), input)).code).toBe("notFound");
    value(addMember(as(w.coordinator, now), input));
    expect(me().coordinates).toEqual([w.programmeId]);
    value(removeMember(as(w.coordinator, now), input));
    expect(me().coordinates).toEqual([]);
    expect(
      fault(removeMember(as(w.coordinator, now), { ...input, personId: w.coordinator.personId! })).code,
    ).toBe("ownRole");
  });
  it("begin with an administrator whom the operator makes", async () => {
    const made = value(
      await createAdministrator(as(system, now), { name: "Admin", email: "admin@example.org", password }),
    );
    expect(viewerOf(as(visitor), made.accountId).administrator).toBe(true);
    expect(
      (await createAdministrator(as(system, now), { name: "Admin", email: "admin@example.org", password }))
        .ok,
    ).toBe(false);
    expect(viewer(1).administrator).toBe(false);
  });
});
