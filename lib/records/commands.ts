import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { courseFacts, courseModules, courses, headcounts } from "@/db/schema";
import { demand } from "../access/demand";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { defaultRule } from "../completion/rules";
import { courseFor } from "../courses/commands/course";
import {
  chosenCountry,
  chosenModules,
  chosenTitle,
  newSlug,
  putModules,
  searchAgain,
  texts,
} from "../courses/commands/plan";
import type { CourseRow } from "../courses/commands/sessions";
import { type CourseState, factKinds, sameSet } from "../courses/rules";
import { eachLanguage } from "../fields";
import { type Locale, locales, sameOr, type Translated, textAfter } from "../i18n/rules";
import { type Result, refuse } from "../result";
import { dayAt } from "../time/zone";
import {
  countCells,
  countField,
  factNoteField,
  factSourceField,
  recordChanges,
  recordForm,
  sourceOf,
  whenFaults,
} from "./rules";
import type { RecordInput, recordEditSchema, recordPutBackSchema, recordTakeOutSchema } from "./schema";

type Fact = typeof courseFacts.$inferSelect;

/** A text typed in each language, or nothing; the one before where it says the same. */
function textOf(
  own: Locale,
  values: Record<Locale, string | null>,
  before: Translated | null,
): Translated | null {
  if (locales.every((l) => !values[l])) return null;
  return sameOr(before, texts(own, values));
}

/** Checks what the form refers to and its days against the clock; returns the columns and modules that follow from it. */
function columnsOf(cx: Context, input: RecordInput, before: CourseRow | null) {
  const country = chosenCountry(cx, input, before);
  const zone = before?.country === input.country ? before.zone : country.zone;
  const fields = whenFaults(input, dayAt(cx.now, zone));
  if (Object.keys(fields).length > 0) refuse("invalid", { fields });
  const taught = chosenModules(cx, input.moduleIds, before);
  const own = input.ownLanguage;
  const place = sameOr(before?.place ?? null, texts(own, eachLanguage(input, "place")));
  return {
    moduleIds: taught.map((m) => m.id),
    columns: {
      programmeId: input.programmeId,
      kind: input.kind,
      ...chosenTitle(input, taught, place, before),
      description: textAfter(before?.description ?? null, before?.title.own ?? own, input.description, own),
      country: input.country,
      place,
      mode: input.mode,
      venueId: input.mode === "online" ? null : input.venueId,
      zone,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      year: input.year,
      datesNote: textOf(own, eachLanguage(input, "datesNote"), before?.datesNote ?? null),
      languages: before && sameSet(before.languages, input.languages) ? before.languages : input.languages,
    },
  };
}

/** Puts numbers and facts in place of those so far, each with what it rests on. */
function putKnown(cx: Context, courseId: number, input: RecordInput, before: readonly Fact[]) {
  cx.db.delete(headcounts).where(eq(headcounts.courseId, courseId)).run();
  for (const { measure, group } of countCells) {
    const count = input[countField(measure, group)];
    const source = sourceOf(input, measure, group);
    if (count !== null && source !== null)
      cx.db.insert(headcounts).values({ courseId, measure, grouping: group, count, source }).run();
  }
  cx.db.delete(courseFacts).where(eq(courseFacts.courseId, courseId)).run();
  for (const fact of factKinds) {
    const source = input[factSourceField(fact)];
    if (source === null) continue;
    const kept = before.find((f) => f.fact === fact)?.note ?? null;
    const note = textOf(input.ownLanguage, eachLanguage(input, factNoteField(fact)), kept);
    cx.db.insert(courseFacts).values({ courseId, fact, source, note }).run();
  }
}

const factsOf = (cx: Context, courseId: number) =>
  cx.db.select().from(courseFacts).where(eq(courseFacts.courseId, courseId)).all();

/** A record as its form holds it now. */
function formNow(cx: Context, course: CourseRow) {
  const modules = cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, course.id))
    .orderBy(courseModules.position)
    .all();
  return recordForm({
    ...course,
    moduleIds: modules.map((m) => m.id),
    headcounts: cx.db.select().from(headcounts).where(eq(headcounts.courseId, course.id)).all(),
    facts: factsOf(cx, course.id),
  });
}

/** The record for a write. A course of people is none: what is known of it by name is never replaced by numbers. */
function recordFor(cx: Context, courseId: number): CourseRow {
  const course = courseFor(cx, courseId, "course.edit");
  return course.countedBy === "numbers" ? course : refuse("notFound");
}

/** Records a course that is over and known only by numbers. It is closed from the start: nobody registers, no roll is taken. */
export function recordCourse(cx: Context, input: RecordInput): Result<{ courseId: number; slug: string }> {
  return change(cx, () => {
    demand(cx.viewer, "course.create", { programmeId: input.programmeId });
    const { columns, moduleIds } = columnsOf(cx, input, null);
    const year = input.startsOn?.slice(0, 4) ?? String(input.year ?? "");
    const slug = newSlug(input.kind, columns.place, input.country, year);
    const { id: courseId } = cx.db
      .insert(courses)
      .values({
        ...columns,
        slug,
        search: "",
        countedBy: "numbers",
        state: "closed",
        enteredAfterwards: true,
        // Nobody registers and nothing is certified, so places, rule and signatures mean nothing here.
        capacity: 1,
        ...defaultRule[input.kind],
        signatories: [],
        approvedAt: cx.now,
        createdAt: cx.now,
        updatedAt: cx.now,
      })
      .returning({ id: courses.id })
      .get();
    putModules(cx, courseId, moduleIds);
    putKnown(cx, courseId, input, []);
    searchAgain(cx, courseId);
    audit(cx, "record.create", "course", courseId);
    return { courseId, slug };
  });
}

/** Fields that say in themselves what they hold, so that their present value can be shown to whoever comes too late. */
const shownWhenStale =
  /^(title|place|datesNote|description|startsOn|endsOn|year|enrolled|attended|completed)/;

/** Mends a record. A form that was opened before somebody else's change is told what changed. */
export function editRecord(
  cx: Context,
  input: z.output<typeof recordEditSchema>,
): Result<{ courseId: number; slug: string }> {
  return change(cx, () => {
    const course = recordFor(cx, input.courseId);
    const before = formNow(cx, course);
    if (course.version !== input.version) {
      const typed = (field: string) => String((input as Record<string, unknown>)[field] ?? "");
      const changed = Object.entries(before).filter(
        ([field, value]) =>
          shownWhenStale.test(field) && !field.endsWith("Source") && typed(field) !== String(value),
      );
      refuse("stale", {
        changed: {
          ...(Object.fromEntries(changed) as Record<string, string>),
          version: String(course.version),
        },
      });
    }
    if (course.state !== "closed") refuse("courseStateForbids", { params: { state: course.state } });
    demand(cx.viewer, "course.create", { programmeId: input.programmeId });
    const { columns, moduleIds } = columnsOf(cx, input, course);
    const after = cx.db
      .update(courses)
      .set({ ...columns, updatedAt: cx.now, version: course.version + 1 })
      .where(eq(courses.id, course.id))
      .returning()
      .get();
    putModules(cx, course.id, moduleIds);
    putKnown(cx, course.id, input, factsOf(cx, course.id));
    searchAgain(cx, course.id);
    audit(cx, "record.edit", "course", course.id, {
      version: after.version,
      changed: recordChanges(before, formNow(cx, after)),
    });
    return { courseId: course.id, slug: course.slug };
  });
}

/** Moves a record between being there and being taken out. */
function move(
  cx: Context,
  courseId: number,
  to: { from: CourseState; state: CourseState; stateReason: string | null; action: string },
) {
  const course = recordFor(cx, courseId);
  const { from, state, stateReason, action } = to;
  if (course.state !== from) refuse("courseStateNotAllowed");
  cx.db
    .update(courses)
    .set({ state, stateReason, updatedAt: cx.now, version: course.version + 1 })
    .where(eq(courses.id, course.id))
    .run();
  audit(cx, action, "course", course.id);
  return { courseId: course.id, slug: course.slug };
}

/** Takes out a record that should not be there. It leaves the public pages; the programme still sees it, with the reason. */
export function takeOutRecord(
  cx: Context,
  { courseId, reason }: z.output<typeof recordTakeOutSchema>,
): Result<{ courseId: number; slug: string }> {
  const out = { from: "closed", state: "cancelled", stateReason: reason, action: "record.takeOut" } as const;
  return change(cx, () => move(cx, courseId, out));
}

/** Puts a record back that was taken out. */
export function putBackRecord(
  cx: Context,
  { courseId }: z.output<typeof recordPutBackSchema>,
): Result<{ courseId: number; slug: string }> {
  const back = { from: "cancelled", state: "closed", stateReason: null, action: "record.putBack" } as const;
  return change(cx, () => move(cx, courseId, back));
}
