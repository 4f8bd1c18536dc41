import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courseQuestions, courses } from "../../db/schema";
import { createCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import type { Translated } from "../../lib/i18n/rules";
import { programmeSchema } from "../../lib/programmes/schema";
import { registrationSchema } from "../../lib/registrations/schema";
import { proposalSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { courseForm, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();

const row = (id: number) => read().select().from(courses).where(eq(courses.id, id)).get()!;
const asked = (id: number) =>
  read()
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, id))
    .orderBy(courseQuestions.position)
    .all();

/** What the form of a plan shows of what is kept. */
function shown(id: number): Record<string, unknown> {
  const course = row(id);
  const own = course.title.own;
  const text = (value: Translated | null) => (value ? (value[own] ?? value[value.own] ?? "") : "");
  return {
    ...courseForm(w),
    courseId: String(id),
    version: String(course.version),
    titleEn: course.titleGenerated ? "" : (course.title.en ?? ""),
    titleFr: course.titleGenerated ? "" : (course.title.fr ?? ""),
    titleAr: course.titleGenerated ? "" : (course.title.ar ?? ""),
    ownLanguage: own,
    placeEn: course.place.en ?? "",
    placeFr: course.place.fr ?? "",
    placeAr: course.place.ar ?? "",
    description: text(course.description),
    costs: text(course.costs),
    questions: asked(id)
      .map((q) => q.label[q.label.own])
      .join("\n"),
    signatories: course.signatories.map((s) => `${s.name} – ${s.role[s.role.own] ?? ""}`).join("\n"),
  };
}
const edit = (id: number, more: Record<string, unknown> = {}) =>
  editCourse(as(w.coordinator, now), courseEditSchema.parse({ ...shown(id), ...more }));

/** A course with everything in two languages, which its form asks for in one. */
function course() {
  const { courseId, slug } = opened(w);
  transact((db) => {
    db.update(courses)
      .set({
        description: { own: "en", en: "Found a cooperative", ar: "تأسيس تعاونية" },
        costs: { own: "ar", ar: "مجاناً", en: "Free" },
        signatories: [
          { name: "Dr. Ann Lee – Ho", role: { own: "en", en: "Director", fr: "Directrice" } },
          { name: "Omar Said", role: { own: "ar", ar: "", en: "" } },
        ],
        languages: ["fr", "ar"],
      })
      .where(eq(courses.id, courseId))
      .run();
    const question = (position: number, en: string, more: Partial<typeof courseQuestions.$inferInsert>) =>
      db
        .insert(courseQuestions)
        .values({
          courseId,
          position,
          kind: "text",
          label: { own: "en", en, ar: `${en} (ar)` },
          options: [],
          ...more,
        })
        .run();
    question(1, "What is your role in the cooperative?", { required: true });
    question(2, "Do you need a room?", { kind: "yes_no" });
    question(3, "Which sector?", {
      kind: "choice",
      options: [
        { own: "en", en: "Honey" },
        { own: "en", en: "Olives" },
      ],
    });
  });
  return { courseId, slug };
}
const lines = (id: number) => (shown(id).questions as string).split("\n");
const withoutTraces = (id: number) => {
  const { version, updatedAt, ...rest } = row(id);
  return { ...rest, questions: asked(id) };
};

describe("a plan opened and saved", () => {
  it("is the same as before, with all that its form does not show", () => {
    const { courseId } = course();
    const before = withoutTraces(courseId);
    value(edit(courseId, { languages: row(courseId).languages }));
    expect(withoutTraces(courseId)).toEqual(before);
  });
  it("loses nothing of a long list without a word", () => {
    const { courseId } = course();
    const many = Array.from({ length: 14 }, (_, i) => `Question number ${i}`).join("\n");
    const signers = ["A – a", "B – b", "C – c", "D – d"].join("\n");
    expect(edit(courseId, { questions: `${lines(courseId).join("\n")}\n${many}` }).ok).toBe(false);
    expect(edit(courseId, { signatories: signers }).ok).toBe(false);
  });
});

describe("answers to a question", () => {
  const answers: Record<string, (was: string[]) => string[]> = {
    "a typing error mended": ([a, ...rest]) => [a!.replace("role", "rôle"), ...rest],
    "words added": ([a, ...rest]) => [`${a} Please say.`, ...rest],
    "every line mended": (all) => all.map((line) => line.replace("?", " ?")),
    "the order changed": ([a, b, c]) => [c!, a!, b!],
    "a question put before": (all) => ["Who sent you?", ...all],
    "a typing error mended and a question put before": ([a, ...rest]) => [
      "Who sent you?",
      a!.replace("role", "rôle"),
      ...rest,
    ],
    "another question taken out": ([a, b]) => [a!, b!],
    "the question taken out": ([, ...rest]) => rest,
    "the question replaced by another": ([, ...rest]) => ["Do you eat meat?", ...rest],
    "everything taken out": () => [],
  };
  for (const [what, change] of Object.entries(answers))
    it(`are still under it and under no other: ${what}`, async () => {
      const { courseId, slug } = course();
      const [first] = asked(courseId);
      value(await registered(slug, { [`answer_${first!.id}`]: "Treasurer" }));
      edit(courseId, { questions: change(lines(courseId)).join("\n") });
      const kept = asked(courseId).find((q) => q.id === first!.id);
      expect(kept?.label.en ?? "gone").toMatch(/^What is your (role|rôle) in the cooperative/);
      expect(kept?.label.ar).toBe(first!.label.ar);
      expect(kept).toMatchObject({ kind: "text", required: true });
    });
});

describe("what is wrong with a form", () => {
  const codes = (parsed: { error?: { issues: readonly { path: PropertyKey[] }[] } }) =>
    (parsed.error?.issues ?? []).map((issue) => String(issue.path[0]));
  it("is all said at once, also where fields must agree with each other", () => {
    const registration = { slug: "x", formKey: "a-key-of-a-form", language: "en" };
    expect(codes(registrationSchema([]).safeParse(registration))).toEqual(
      expect.arrayContaining(["name", "consent", "phone"]),
    );
    const dates = { startsOn: "2027-02-11", endsOn: "2027-02-07" };
    expect(codes(courseSchema.safeParse({ ...dates }))).toEqual(expect.arrayContaining(["kind", "endsOn"]));
    expect(codes(sessionSchema.safeParse({ kind: "module", startsAt: "10:00", endsAt: "09:00" }))).toEqual(
      expect.arrayContaining(["courseId", "day", "endsAt", "moduleId"]),
    );
    expect(codes(proposalSchema.safeParse({ startsAt: "10:00", endsAt: "09:00" }))).toEqual(
      expect.arrayContaining(["courseId", "endsAt"]),
    );
    expect(codes(programmeSchema.safeParse({ ...dates, code: 7 }))).toEqual(
      expect.arrayContaining(["code", "endsOn"]),
    );
  });
});

describe("a country chosen without JavaScript", () => {
  it("does not keep the zone of the one before without being asked", () => {
    const send = (more: Record<string, unknown>) =>
      createCourse(
        as(w.coordinator, now),
        courseSchema.parse(courseForm(w, { zone: "Asia/Hebron", venueId: "", ...more })),
      );
    const left = send({ shownCountry: "PS", shownZone: "Asia/Hebron" });
    expect(left.ok ? "taken" : left.fault.fields?.zone).toContain("zoneOfOtherCountry");
    // Asked once: who sends it again, or wrote another zone, means it.
    value(send({ shownCountry: "JO", shownZone: "Asia/Hebron" }));
    value(send({ shownCountry: "PS", shownZone: "Asia/Hebron", zone: "Asia/Beirut" }));
    value(send({ shownCountry: "PS", shownZone: "Asia/Hebron", zone: "Asia/Amman" }));
  });
});
