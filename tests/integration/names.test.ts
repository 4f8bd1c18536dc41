import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeDatabase, read, sqlite } from "../../db/client";
import {
  certificates,
  contactKeys,
  courses,
  organisations,
  persons,
  registrations,
  settings,
} from "../../db/schema";
import { system } from "../../lib/access/table";
import { createAdministrator } from "../../lib/accounts/commands/administrator";
import { registerPerson } from "../../lib/admission/commands";
import { serialFrom } from "../../lib/certificates/rules/serial";
import { contactKeysOf } from "../../lib/contacts/rules";
import { processSettings } from "../../lib/env/settings";
import { namesOf, organisationKey, sortKey } from "../../lib/names/rules";
import { createPerson, editPerson, editProfile } from "../../lib/people/commands";
import { personEditSchema, personSchema, profileSchema } from "../../lib/people/schema";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { openStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { runs } from "../support/runs";
import { peopleSeen } from "../support/seen";
import { transact } from "../support/transact";
import { fault, now, opened, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const course = opened(w, { capacity: "500" });
const found = (q: string, by = w.coordinator) =>
  peopleSeen(as(by), { q, programme: null, after: null }).people.map((p) => p.name);

/** What is kept of names and contacts beside the rows themselves. */
const kept = () => ({
  people: read()
    .select({ id: persons.id, search: persons.search, sortName: persons.sortName })
    .from(persons)
    .orderBy(persons.id)
    .all(),
  organisations: read()
    .select({ id: organisations.id, key: organisations.nameKey, sortName: organisations.sortName })
    .from(organisations)
    .orderBy(organisations.id)
    .all(),
  courses: read().select({ id: courses.id, search: courses.search }).from(courses).orderBy(courses.id).all(),
  contacts: read()
    .select()
    .from(contactKeys)
    .orderBy(contactKeys.personId, contactKeys.kind, contactKeys.hash)
    .all(),
});

/** The same, from the rows alone. */
function rebuilt() {
  const { key } = processSettings();
  const everyone = read()
    .select({ person: persons, organisation: organisations.name })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .orderBy(persons.id)
    .all();
  return {
    people: everyone.map(({ person, organisation }) => {
      const { search, sortName } = namesOf(person, organisation);
      return { id: person.id, search, sortName };
    }),
    organisations: read()
      .select()
      .from(organisations)
      .orderBy(organisations.id)
      .all()
      .map((o) => ({ id: o.id, key: organisationKey(o.name), sortName: sortKey(o.name) })),
    contacts: everyone
      .flatMap(({ person }) => contactKeysOf(key, person).map((k) => ({ ...k, personId: person.id })))
      .sort((a, b) => a.personId - b.personId || compare(a.kind, b.kind) || compare(a.hash, b.hash)),
  };
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What a test writes of a person in some other order than the product's own. */
const somebody = fc.record({
  name: fc.constantFrom(
    "علي كريم",
    "Zoé Lemaire",
    "د. سمر الحداد",
    "Al-Haddad Rana",
    "عبدالله نصار",
    "O’Neill Sean",
  ),
  latinName: fc.constantFrom("", "Samar Haddad", "ʿAli Karim"),
  organisation: fc.constantFrom("", "Coopérative Œuvre", "تعاونية الأمل", "تعاونيّة الامل"),
  phone: fc.constantFrom("", "0791234567", "+254712345678", "٠٧٩ ١٢٣ ٤٥٦٨", "+962 79 555 0004"),
  email: fc.constantFrom("", "hana@example.org", "Sami@Example.org"),
});

describe("what is kept of names and contacts", () => {
  it("is what a rebuild makes, after any order of commands that write them", async () => {
    value(
      await createAdministrator(as(system, now), {
        name: "مدير النظام",
        email: "chief@example.org",
        password: "correct horse",
      }),
    );
    const me = value(
      createPerson(
        as(w.coordinator, now),
        personSchema.parse({ name: "Own", language: "en", country: "JO" }),
      ),
    ).personId;
    const self = viewer(me);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("add", "edit", "own", "register", "desk"),
        somebody,
        fc.nat(1000),
        async (act, fields, pick) => {
          const person = { ...fields, language: "ar", country: "JO", position: "" };
          const all = read().select().from(persons).all();
          const chosen = all[pick % all.length]!;
          if (act === "add") createPerson(as(w.coordinator, now), personSchema.parse(person));
          if (act === "edit")
            editPerson(
              as(w.coordinator, now),
              personEditSchema.parse({
                ...person,
                personId: String(chosen.id),
                version: String(chosen.version),
              }),
            );
          if (act === "own") {
            const { version } = read().select().from(persons).where(eq(persons.id, me)).get()!;
            editProfile(as(self, now), profileSchema.parse({ ...person, version: String(version) }));
          }
          if (act === "register") await registered(course.slug, person);
          if (act === "desk")
            registerPerson(
              as(w.coordinator, now),
              registerPersonSchema([]).parse({
                ...person,
                courseId: String(course.courseId),
                personId: "",
                formKey: `desk-key-${pick}`,
                consent: "on",
              }) as never,
            );
          expect(kept()).toMatchObject(rebuilt());
        },
      ),
      { numRuns: runs(30) },
    );
    expect(read().select().from(contactKeys).all().length).toBeGreaterThan(20);
    expect(kept()).toMatchObject(rebuilt());
  });

  it("is made anew by the start after an upgrade, whole, and not again by the next", () => {
    openStore(now);
    const before = kept();
    expect(before).toMatchObject(rebuilt());
    transact((db) => {
      db.update(persons).set({ search: "", sortName: "" }).run();
      db.update(organisations).set({ nameKey: "", sortName: "" }).run();
      db.update(courses).set({ search: "" }).run();
      db.delete(contactKeys).run();
      db.update(settings).set({ value: "0:older" }).where(eq(settings.name, "names")).run();
    });
    closeDatabase();
    openStore(now);
    expect(kept()).toEqual(before);
    const changes = () => (sqlite().prepare("SELECT total_changes() AS n").get() as { n: number }).n;
    const written = changes();
    openStore(now);
    expect(changes()).toBe(written);
  });

  it("lets nobody read a contact from its hash", () => {
    const text = JSON.stringify(read().select().from(contactKeys).all());
    for (const { phone, email } of read().select().from(persons).all())
      for (const contact of [phone, phone?.slice(-7), email])
        if (contact) expect(text).not.toContain(contact);
    const [mine] = contactKeysOf(processSettings().key, { email: "a@b.org", phone: null });
    const [theirs] = contactKeysOf(Buffer.alloc(32, 7), { email: "a@b.org", phone: null });
    expect(mine!.hash).not.toBe(theirs!.hash);
  });

  it("keeps a phone that no check would let in any more, while another part is edited", () => {
    const old = value(
      createPerson(
        as(w.coordinator, now),
        personSchema.parse({ name: "Older", language: "en", country: "JO" }),
      ),
    ).personId;
    transact((db) => db.update(persons).set({ phone: "+962712345678" }).where(eq(persons.id, old)).run());
    const edit = (phone: string, version: number) =>
      editPerson(
        as(w.coordinator, now),
        personEditSchema.parse({
          personId: String(old),
          version: String(version),
          name: "Older still",
          language: "en",
          country: "JO",
          phone,
        }),
      );
    value(edit("+962 7 1234 5678", 1));
    expect(read().select().from(persons).where(eq(persons.id, old)).get()!.phone).toBe("+962712345678");
    expect(fault(edit("+962 7 1234 5679", 2)).fields!.phone?.code).toBe("phoneInvalidIn");
    expect(found("071 2345678")).toContain("Older still");
  });
});

describe("an organisation", () => {
  it("is one, however it is spelled", async () => {
    const before = read().select().from(organisations).all().length;
    for (const organisation of [
      "Coopérative Zaïtoun",
      "cooperative zaitoun",
      "Coopérative  Zaïtoun\u200F",
      "COOPERATIVE ZAÏTOUN",
    ])
      value(await registered(course.slug, { organisation }));
    for (const organisation of ["جمعية عبد الله", "جمعيّة عبدالله"])
      value(await registered(course.slug, { organisation }));
    expect(read().select().from(organisations).all().length).toBe(before + 2);
  });
});

describe("the holder of a certificate", () => {
  it("is found by its serial, whole or by its last group, within the viewer's programmes", async () => {
    const { token } = value(await registered(course.slug, { name: "Samia Karam" }));
    const row = read().select().from(registrations).where(eq(registrations.token, token)).get()!;
    const serial = serialFrom(new Uint8Array(48).map((_, i) => (i * 7) % 240));
    transact((db) =>
      db
        .insert(certificates)
        .values({
          serial,
          registrationId: row.id,
          kind: "participation",
          language: "en",
          facts: {} as never,
          issuedAt: now,
          validFrom: now,
          issuedOn: "2027-01-10",
        })
        .run(),
    );
    const groups = serial.match(/.{4}/g)!;
    for (const q of [
      serial,
      groups.join("-"),
      groups.join("–").toLowerCase(),
      `https://x.org/verify/${serial}`,
      groups[3]!,
      groups.slice(2).join("-"),
    ]) {
      expect(found(q), q).toEqual(["Samia Karam"]);
      expect(found(q, w.stranger), q).toEqual([]);
    }
    expect(found(groups[0]!)).toEqual([]);
  });
});

describe("a name that cannot be printed", () => {
  it("is on Today until a coordinator writes how it is printed", async () => {
    const name = "\u{1e900}\u{1e901}\u{1e902}";
    value(await registered(course.slug, { name }));
    const due = () =>
      todayFor(as(w.coordinator), "2027-01-10").awaits.find(
        (item) => item.kind === "mend_names" && item.course.id === course.courseId,
      );
    expect(due()).toMatchObject({ count: 1 });
    const { id, version } = read().select().from(persons).where(eq(persons.name, name)).get()!;
    const mended = {
      personId: String(id),
      version: String(version),
      name,
      latinName: "Amadou",
      language: "en",
    };
    value(editPerson(as(w.coordinator, now), personEditSchema.parse(mended)));
    expect(due()).toBeUndefined();
  });
});
