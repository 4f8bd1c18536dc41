import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { sessions } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { signIn } from "../../lib/accounts/commands";
import { readSerial, serialFrom } from "../../lib/certificates/rules/serial";
import { catalogue } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { latinName, optionalEmail, optionalPhone, personName } from "../../lib/fields";
import { peopleFilterSchema } from "../../lib/people/schema";
import { as } from "../support/as";
import { completionOf, courseRecords, courseRegistrations, rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { peopleSeen } from "../support/seen";
import { sendRegistration } from "../support/sendRegistration";
import { ordered, spellings } from "../support/spellings";
import { fault, now, opened, registered, registrationForm, value, world } from "../support/world";

freshDatabase();
const w = world();
const course = opened(w, { capacity: "200" });

const found = (q: string, by = w.coordinator) =>
  peopleSeen(as(by), peopleFilterSchema.parse({ q })).people.map((p) => p.name);
const inCourse = (q: string) =>
  courseRegistrations(as(w.coordinator), course.courseId, { state: null, q })!.rows.map((r) => r.name);

const people: { name: string; queries: string[] }[] = [];
for (const [i, [name, queries]] of spellings.entries()) {
  value(
    await registered(course.slug, { name, phone: `+96279555${1000 + i * 13}`, email: `p${i}@example.org` }),
  );
  people.push({ name: personName().parse(name), queries });
}
const numberOf = (name: string) =>
  courseRegistrations(as(w.coordinator), course.courseId, { state: null, q: null })!.rows.find(
    (r) => r.name === name,
  )!.number;

describe("somebody who is looked for", () => {
  it.each(people)(
    "$name is found by every spelling, among people and among registrations",
    ({ name, queries }) => {
      for (const q of [name, ...queries]) {
        expect(found(q), q).toContain(name);
        expect(inCourse(q), q).toContain(name);
        expect(found(q).length, `${q} finds not everybody`).toBeLessThan(people.length);
      }
    },
  );

  it("is found by phone in any form, by its last digits, by e-mail and by the number to quote", () => {
    for (const [i, { name }] of people.entries()) {
      const end = String(1000 + i * 13);
      const queries = [
        `+96279555${end}`,
        `0096279555${end}`,
        `079555${end}`,
        `079 555 ${end}`,
        `079-555-${end}`,
        `(079) 555${end}`,
        `٠٧٩٥٥٥${[...end].map((d) => "٠١٢٣٤٥٦٧٨٩"[Number(d)]).join("")}`,
        `\u202A+962 79 555 ${end}\u202C`,
        end,
        `5${end}`,
        `55${end}`,
        `555${end}`,
        `9555${end}`,
        `p${i}@example.org`,
        ` P${i}@Example.org\u200F`,
        `${course.courseId}-${numberOf(name)}`,
        `${course.courseId}\u2013${numberOf(name)}`,
      ];
      for (const q of queries) {
        expect(found(q), q).toContain(name);
        expect(inCourse(q), q).toContain(name);
      }
    }
  });

  it("is found by nobody outside the programme, whatever they type", () => {
    for (const [i, { name, queries }] of people.entries())
      for (const q of [
        name,
        ...queries,
        `+96279555${1000 + i * 13}`,
        String(1000 + i * 13),
        `p${i}@example.org`,
        `${course.courseId}-${numberOf(name)}`,
      ])
        expect(found(q, w.stranger), q).toEqual([]);
  });

  it("is not everybody where nothing can be looked for", () => {
    for (const q of ["...", "-", "؟", "%", "_%", "\u064E", "ـ"]) {
      expect(found(q), q).toEqual([]);
      expect(inCourse(q), q).toEqual([]);
      expect(catalogue(as(visitor), catalogueSchema.parse({ q })).courses, q).toEqual([]);
    }
  });
});

describe("the same person twice", () => {
  it.each([
    ["عبد الله سالم", "عبدالله سالم"],
    ["علي منصور", "علی منصور"],
    ["Anne Lefœuvre", "Anne Lefoeuvre"],
    ["Liam O’Neill", "Liam ONeill"],
    ["Karim El Amrani", "Karim ElAmrani"],
    ["رنا الحداد", "رنا حداد"],
    ["Samar Haddad", "Dr. Samar Haddad"],
    ["Işıl Demir", "Isil Demir"],
  ])("takes one place in one browser: %s, %s", async (one, other) => {
    const { token } = value(await registered(course.slug, { name: one, phone: "+962795557777" }));
    const again = registrationForm(course.slug, { name: other, phone: "079 555 7777" });
    const browser = { device: null, registrations: [token] };
    expect(value(await sendRegistration(visitor, again, now, "a", browser)).token).toBe(token);
  });
  it("is not somebody of the same family", async () => {
    for (const name of ["حسن سالم", "حسين سالم", "سالم سالم", "سليم سالم"])
      value(await registered(course.slug, { name, phone: "+962795557777" }));
  });
});

describe("forty names of two scripts", () => {
  it("stand in the order of their alphabets, on every list and page by page", async () => {
    const own = opened(w, { startsOn: "2027-03-07", endsOn: "2027-03-11", capacity: "60" });
    const shuffled = ordered.map((name, i) => ({ name, at: (i * 17) % 41 })).sort((a, b) => a.at - b.at);
    for (const [i, { name }] of shuffled.entries())
      value(await registered(own.slug, { name, phone: `+96279666${1000 + i}` }));
    const only = (names: string[]) => names.filter((name) => ordered.includes(name));
    const blocks = read()
      .select()
      .from(sessions)
      .all()
      .filter((s) => s.courseId === own.courseId);
    expect(only(rollOf(as(w.coordinator), blocks[0]!.id)!.people.map((p) => p.name))).toEqual(ordered);
    expect(courseRecords(as(w.coordinator), own.courseId)!.people.map((p) => p.name)).toEqual(ordered);
    expect(completionOf(as(w.coordinator), own.courseId)!.everyone.map((p) => p.name)).toEqual(ordered);
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const page: ReturnType<typeof peopleSeen> = peopleSeen(
        as(w.coordinator),
        peopleFilterSchema.parse(after ? { after } : {}),
      );
      listed.push(...page.people.map((p) => p.name));
      after = page.next;
    } while (after);
    expect(only(listed)).toEqual(ordered);
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("what comes with copied text", () => {
  const marks = [
    "\u200E",
    "\u200F",
    "\u202A",
    "\u202C",
    "\u202E",
    "\u2066",
    "\u2069",
    "\uFEFF",
    "\u200B",
    "\u00A0",
    "\u061C",
  ];
  it("is dropped at the ends of name, phone and e-mail, and from serials wherever it is", () => {
    const serial = serialFrom(new Uint8Array(48).map((_, i) => i * 5));
    for (const mark of marks) {
      expect(personName().parse(`${mark}أحمد منصور${mark}`), escape(mark)).toBe("أحمد منصور");
      expect(optionalPhone().parse(`${mark}+243 812 345 111${mark}`), escape(mark)).toBe("+243 812 345 111");
      expect(optionalEmail().parse(`${mark}hana@example.org${mark}`), escape(mark)).toBe("hana@example.org");
      expect(readSerial(`${mark}${serial}${mark}`), escape(mark)).toEqual({ serial });
    }
    for (const typed of [
      serial.toLowerCase(),
      serial.replace(/(.{4})/g, "$1\u2011"),
      serial.replace(/(.{4})/g, "$1—"),
      `https://cascade.example.org/verify/${serial}`,
      `http://x.org/verify/${serial}?lang=ar#top`,
      `x.org/verify/${serial.toLowerCase()}/`,
    ])
      expect(readSerial(typed), typed).toEqual({ serial });
  });
  it("never reaches a name, where it disguises: what is kept is what everybody sees", () => {
    for (const [typed, kept] of [
      ["Ali\u202Eevil", "Alievil"],
      ["Al\u200Bi", "Ali"],
      ["أحمد\u2067 منصور", "أحمد منصور"],
    ] as const)
      expect(personName().parse(typed), escape(typed)).toBe(kept);
    expect(personName().parse("می‌نا")).toBe("می‌نا");
  });
});

describe("what people write", () => {
  it("is taken: a Latin name with signs of transliteration, hyphens, a middle dot, commas", () => {
    for (const name of [
      "Ṣāliḥ ʿAbd al-Raḥmān",
      "Saʻid Raʾid",
      "Al‑Masri",
      "Al‐Masri",
      "Núria L·lull",
      "Ali Jr., MD",
      "Nʼdiaye",
    ])
      expect(latinName().safeParse(name).success, name).toBe(true);
    for (const name of ["علي", "Ali علي", "Ali 2", "Ali; Omar"])
      expect(latinName().safeParse(name).success, name).toBe(false);
  });
  it("is no phone where no phone of that country has that number", async () => {
    for (const phone of ["0712345678", "+962712345678", "0612345678", "+254123", "+96279123456", "+33112"])
      expect(fault(await registered(course.slug, { phone })).fields?.phone?.code, phone).toContain(
        "phoneInvalid",
      );
    for (const phone of [
      "0791234567",
      "+254712345678",
      "+33 6 12 34 56 78",
      "+961 70 123 456",
      "+237 671 23 45 67",
      "+963 933 123 456",
    ])
      value(await registered(course.slug, { phone }));
  });
});

describe("a phone number without its country's code", () => {
  const password = "correct horse battery";
  it("lets in whose password it is, and locks nobody else out", async () => {
    const kenya = opened(w, {
      country: "KE",
      zone: "Africa/Nairobi",
      venueId: "",
      placeEn: "Nairobi",
      startsOn: "2027-04-04",
      endsOn: "2027-04-08",
    });
    value(await registered(course.slug, { name: "Hana", phone: "+962791234500", password }));
    value(
      await registered(kenya.slug, { name: "Wanjiru", phone: "+254791234500", password: "another long one" }),
    );
    const enter = (identifier: string, typed: string, address = "a") =>
      signIn(as(visitor, now), { identifier, password: typed, back: "/today" }, address);
    const hana = value(await enter("0791234500", password)).accountId;
    const wanjiru = value(await enter("0791234500", "another long one")).accountId;
    expect(wanjiru).not.toBe(hana);
    for (let i = 0; i < 12; i++) await enter("0791234500", "wrong wrong wrong");
    expect(value(await enter("+962791234500", password, "b")).accountId).toBe(hana);
    expect(value(await enter("+254791234500", "another long one", "b")).accountId).toBe(wanjiru);
    expect(fault(await enter("0791234500", password, "c")).code).toBe("tooManyAttempts");
  });
});
