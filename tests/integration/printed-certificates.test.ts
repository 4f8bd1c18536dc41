import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { accounts, certificates, courses, persons, programmes } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import {
  issueCertificates,
  prepareCertificates,
  reissueCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { recount } from "../../lib/due/recount";
import { contactOf } from "../../lib/programmes/queries";
import { as } from "../support/as";
import { coursesToCertify, reason } from "../support/certified";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { transact } from "../support/transact";
import { ended, fault, now, value, world } from "../support/world";

// A script that none of our fonts has, whatever fonts those are.
vi.mock("../../lib/documents/coverage", async (original) => ({
  ...(await original<typeof import("../../lib/documents/coverage")>()),
  printableName: ({ name, latinName }: { name: string; latinName: string | null }) =>
    !/\p{Script=Adlam}/u.test(name) ? { name, latinName } : latinName && { name: latinName, latinName: null },
}));
const adlam = "𞤀𞤥𞤢𞤣𞤵";

freshDatabase();
const w = world();
const { running, issued } = coursesToCertify(w);

describe("a name that cannot be printed", () => {
  it("is on a list and on Today; the batch issues the others and says who was left out", async () => {
    const { courseId, endsOn, at, mark, people, completion } = await running("user", ["Amal", adlam]);
    expect(completion().toMend.map((p) => p.name)).toEqual([adlam]);
    const item = () =>
      todayFor(as(w.coordinator, at(endsOn)), endsOn).awaits.find(
        (a) => a.kind === "mend_names" && a.course.id === courseId,
      );
    expect(item()).toMatchObject({ count: 1 });
    expect(value(prepareCertificates(as(w.coordinator, at(endsOn)), { courseId }))).toMatchObject({
      made: 1,
      leftOut: [{ name: adlam }],
    });
    for (const i of people.keys()) mark(i, "present", "last");
    value(ended(w.coordinator, courseId, at(endsOn, "22:00")));
    const issue = () => value(issueCertificates(as(w.coordinator, at(endsOn, "22:00")), { courseId }));
    expect(issue()).toMatchObject({ issued: 0, leftOut: [{ name: adlam }] });
    transact((db) => {
      db.update(persons).set({ latinName: "Amadou" }).where(eq(persons.id, people[1]!.personId)).run();
      recount(as(w.coordinator), courseId);
    });
    expect(item()).toBeUndefined();
    expect(issue()).toMatchObject({ issued: 1, leftOut: [] });
    const { certificates: own } = completion().issued.find((p) => p.personId === people[1]!.personId)!;
    expect(own[0]?.facts).toMatchObject({ name: "Amadou", latinName: null });
    transact((db) =>
      db.update(persons).set({ latinName: null }).where(eq(persons.id, people[1]!.personId)).run(),
    );
    const refused = fault(
      reissueCertificate(as(w.coordinator, at(endsOn, "22:00")), { certificateId: own[0]!.id, reason }),
    );
    expect(refused).toMatchObject({ code: "nameCannotBePrinted", params: { name: adlam } });
    // Nothing of the refused one is left: the old one stands.
    expect(verify(as(visitor, at(endsOn, "22:00")), own[0]!.serial, "x").answer).toBe("valid");
  });
});

describe("verifying in another language", () => {
  it("has course and issuer as they were when it was issued, and tools as they are, beside what is printed", async () => {
    transact((db) =>
      db
        .update(programmes)
        .set({ issuer: { own: "en", en: "International Labour Organization", ar: "منظمة العمل الدولية" } })
        .where(eq(programmes.id, w.programmeId))
        .run(),
    );
    const { courseId, evening, all } = await issued();
    const [first] = all();
    const found = () => verify(as(visitor, evening), first!.serial, "x");
    const issuer = {
      printed: "International Labour Organization",
      said: { ar: "منظمة العمل الدولية" },
    };
    expect(found()).toMatchObject({ language: "en", issuer });
    transact((db) => {
      db.update(programmes)
        .set({ issuer: { own: "en", en: "Another" } })
        .run();
      db.update(courses)
        .set({ title: { own: "en", en: "Other title" } })
        .where(eq(courses.id, courseId))
        .run();
    });
    expect(found()).toMatchObject({ issuer, course: { said: { fr: expect.stringContaining("Formation") } } });
  });

  it("of an older certificate says in other languages only what is the same text today", async () => {
    const { courseId, evening, all } = await issued();
    const [first] = all();
    const { said: _, ...facts } = first!.facts;
    const old = transact((db) => {
      const { id: __, ...row } = first!;
      db.update(certificates)
        .set({ revokedAt: 1, revocationReason: "x" })
        .where(eq(certificates.id, first!.id))
        .run();
      return db
        .insert(certificates)
        .values({ ...row, facts, serial: "0000000000000000" })
        .returning()
        .get();
    });
    const found = () => verify(as(visitor, evening), old.serial, "x");
    expect(found()).toMatchObject({ course: { said: { ar: expect.stringContaining("تدريب") } } });
    transact((db) =>
      db
        .update(courses)
        .set({ title: { own: "en", en: "Other title", ar: "عنوان آخر" } })
        .where(eq(courses.id, courseId))
        .run(),
    );
    expect(found()).toMatchObject({ course: { said: { own: "en", en: facts.course } } });
  });

  it("names whom to ask: the programme's contact, else its first coordinator who signs in", () => {
    expect(contactOf(as(system), w.programmeId)).toBeNull();
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId: w.coordinator.personId!, email: "samar@example.org", createdAt: now })
        .run(),
    );
    expect(contactOf(as(system), w.programmeId)).toEqual({
      programmeId: w.programmeId,
      name: "Samar",
      phone: null,
      email: "samar@example.org",
    });
    transact((db) =>
      db
        .update(programmes)
        .set({ contactName: "Office", contactPhone: "+962 7 9123 4567" })
        .where(eq(programmes.id, w.programmeId))
        .run(),
    );
    expect(contactOf(as(system), w.programmeId)).toEqual({
      name: "Office",
      phone: "+962\u00a07\u00a09123\u00a04567",
      email: null,
    });
  });
});
