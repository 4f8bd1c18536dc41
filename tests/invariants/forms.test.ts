import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courseQuestions, courses } from "../../db/schema";
import { createCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import { faultsOf } from "../../lib/faults";
import type { Translated } from "../../lib/i18n/rules";
import { programmeSchema } from "../../lib/programmes/schema";
import { answerField, registrationSchema } from "../../lib/registrations/schema";
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

type QuestionForm = { id?: string; label: string; kind?: string; required?: string; options?: string };
/** The questions as their rows show them. */
const questionsShown = (id: number): QuestionForm[] =>
  asked(id).map((q) => ({
    id: String(q.id),
    label: q.label[q.label.own] ?? "",
    kind: q.kind,
    required: q.required ? "on" : "",
    options: q.options.map((o) => o[o.own] ?? "").join("\n"),
  }));
const newQuestion = (label: string): QuestionForm => ({ label, kind: "text" });

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
    questions: questionsShown(id),
    signatories: course.signatories.map((s, i) => ({
      id: String(i + 1),
      name: s.name,
      role: s.role[s.role.own] ?? "",
    })),
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
const withoutTraces = (id: number) => {
  const { version, planVersion, updatedAt, ...rest } = row(id);
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
    const many = Array.from({ length: 14 }, (_, i) => newQuestion(`Question number ${i}`));
    const signers = ["A", "B", "C", "D"].map((name) => ({ name, role: name }));
    const wrong = (more: Record<string, unknown>) =>
      faultsOf(courseEditSchema.safeParse({ ...shown(courseId), ...more }).error!.issues);
    expect(wrong({ questions: [...questionsShown(courseId), ...many] })).toEqual({
      questions: { code: "tooManyLines", params: { max: 12 } },
    });
    expect(wrong({ signatories: signers })).toEqual({
      signatories: { code: "tooManyLines", params: { max: 3 } },
    });
  });
});

describe("answers to a question", () => {
  type Change = (was: QuestionForm[]) => QuestionForm[];
  const mended = (q: QuestionForm, label: string): QuestionForm => ({ ...q, label });
  const answers: Record<string, Change> = {
    "a typing error mended": ([a, ...rest]) => [mended(a!, a!.label.replace("role", "rôle")), ...rest],
    "words added": ([a, ...rest]) => [mended(a!, `${a!.label} Please say.`), ...rest],
    "every line mended": (all) => all.map((q) => mended(q, q.label.replace("?", " ?"))),
    "the order changed": ([a, b, c]) => [c!, a!, b!],
    "a question put before": (all) => [newQuestion("Who sent you?"), ...all],
    "a typing error mended and a question put before": ([a, ...rest]) => [
      newQuestion("Who sent you?"),
      mended(a!, a!.label.replace("role", "rôle")),
      ...rest,
    ],
    "another question taken out": ([a, b]) => [a!, b!],
    "the question taken out": ([, ...rest]) => rest,
    "the question replaced by another": ([, ...rest]) => [newQuestion("Do you eat meat?"), ...rest],
    "another kind of answer asked for": ([a, ...rest]) => [{ ...a!, kind: "yes_no" }, ...rest],
    "everything taken out": () => [],
  };
  for (const [what, change] of Object.entries(answers))
    it(`are still under it and under no other: ${what}`, async () => {
      const { courseId, slug } = course();
      const [first] = asked(courseId);
      value(await registered(slug, { [answerField(first!.id)]: "Treasurer" }));
      edit(courseId, { questions: change(questionsShown(courseId)) });
      const kept = asked(courseId).find((q) => q.id === first!.id);
      expect(kept?.label.en ?? "gone").toMatch(/^What is your (role|rôle) in the cooperative/);
      expect(kept?.label.ar).toBe(first!.label.ar);
      expect(kept).toMatchObject({ kind: "text", required: true });
    });
});

describe("an answer that is one of a list", () => {
  it("keeps its list: options may be reworded and added, not taken out once somebody has chosen", async () => {
    const { courseId, slug } = course();
    const [role, , sector] = asked(courseId);
    value(await registered(slug, { [answerField(role!.id)]: "Treasurer", [answerField(sector!.id)]: "1" }));
    const options = (text: string) =>
      edit(courseId, {
        questions: questionsShown(courseId).map((q) =>
          q.id === String(sector!.id) ? { ...q, options: text } : q,
        ),
      });
    value(options("Bees\nOlives\nDates"));
    const refused = options("Bees\nOlives");
    expect(refused.ok ? "taken" : refused.fault.fields?.questions?.code).toBe("questionHasAnswers");
    expect(asked(courseId)[2]!.options.map((o) => o.en)).toEqual(["Bees", "Olives", "Dates"]);
    // One option is no choice.
    expect(
      faultsOf(
        courseEditSchema.safeParse({
          ...shown(courseId),
          questions: [{ label: "Which?", kind: "choice", options: "Only one" }],
        }).error!.issues,
      ),
    ).toEqual({ "questions.0.options": { code: "twoOptions" } });
    expect(
      faultsOf(
        courseEditSchema.safeParse({
          ...shown(courseId),
          questions: [{ label: "Which?", kind: "choice", options: "Olives\nWheat\nolives " }],
        }).error!.issues,
      ),
    ).toEqual({ "questions.0.options": { code: "optionTwice" } });
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
    expect(left.ok ? "taken" : left.fault.fields?.zone?.code).toBe("zoneOfOtherCountry");
    // Asked once: who sends it again, or wrote another zone, means it.
    value(send({ shownCountry: "JO", shownZone: "Asia/Hebron" }));
    value(send({ shownCountry: "PS", shownZone: "Asia/Hebron", zone: "Asia/Beirut" }));
    value(send({ shownCountry: "PS", shownZone: "Asia/Hebron", zone: "Asia/Amman" }));
  });
});
