import { and, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import {
  countries,
  courseModules,
  courseQuestions,
  courses,
  courseTrainers,
  modules,
  programmeMembers,
  programmes,
  registrations,
  sessions,
  sessionTrainers,
  tools,
  toolVersions,
  venues,
} from "@/db/schema";
import { demand } from "../../access/demand";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { newToken } from "../../crypto/tokens";
import { type Locale, locales, sameOr, sendTexts, type Translated, textAfter } from "../../i18n/rules";
import { searchText } from "../../names/rules";
import { makeKnown } from "../../people/store/known";
import { promote } from "../../registrations/commands";
import { agreedOf, courseMoved } from "../../registrations/commands/moved";
import { type Result, refuse, withParams } from "../../result";
import { fold } from "../../text";
import { instantOf } from "../../time/zone";
import { mostQuestions, mostSignatories, questionLines, readQuestions, readSignatories } from "../lines";
import { allows, type CourseKind, sameSet } from "../rules";
import { type CourseInput, type courseEditSchema, zoneLeftBehind } from "../schema";
import { generatedTitle } from "../titles/generated";
import { busyCode, courseFor, engagements } from "./course";
import { type CourseRow, keptParams, timetableOf } from "./sessions";

/** What was typed in each language as one text, in the language that is written in, else in the first that was filled in. */
export const texts = (own: Locale, values: Record<Locale, string | null>): Translated => {
  const text: Translated = { own: values[own] ? own : (locales.find((l) => values[l]) ?? own) };
  for (const locale of locales) if (values[locale]) text[locale] = values[locale];
  return text;
};

/** What a course is found by: its title, place, tools and programme, folded. */
function searchedOf(cx: Context, courseId: number): string {
  const course = cx.db
    .select({
      title: courses.title,
      place: courses.place,
      programme: programmes.code,
      programmeTitle: programmes.title,
    })
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(eq(courses.id, courseId))
    .get()!;
  const toolTitles = cx.db
    .selectDistinct({ title: tools.title, otherNames: tools.otherNames })
    .from(courseModules)
    .innerJoin(modules, eq(modules.id, courseModules.moduleId))
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(eq(courseModules.courseId, courseId))
    .all();
  const all = [course.title, course.place, course.programmeTitle, ...toolTitles.map((t) => t.title)].flatMap(
    (text) => locales.map((locale) => text[locale] ?? ""),
  );
  const otherNames = toolTitles.flatMap((t) => t.otherNames);
  return searchText([...new Set([...all, ...otherNames, course.programme])]);
}

/** Makes what a course is found by anew, after something that it is made of was renamed. */
export function searchAgain(cx: Context, courseId: number): void {
  cx.db
    .update(courses)
    .set({ search: searchedOf(cx, courseId) })
    .where(eq(courses.id, courseId))
    .run();
}

/** The country chosen; refuses a venue of another country, and a retired one that the course does not have already. */
export function chosenCountry(
  cx: Context,
  input: Pick<CourseInput, "country" | "venueId">,
  before: Pick<CourseRow, "venueId"> | null,
) {
  const country =
    cx.db.select().from(countries).where(eq(countries.code, input.country)).get() ??
    refuse("invalid", { fields: { country: "choose" } });
  if (input.venueId !== null) {
    const venue = cx.db.select().from(venues).where(eq(venues.id, input.venueId)).get();
    if (!venue || venue.country !== input.country)
      refuse("invalid", { fields: { venueId: "venueElsewhere" } });
    if (venue.retiredAt !== null && venue.id !== before?.venueId)
      refuse("invalid", { fields: { venueId: "retired" } });
  }
  return country;
}

/** The modules chosen with their tools, in the catalogue's order; refuses a retired one that the course does not have already. */
export function chosenModules(
  cx: Context,
  moduleIds: readonly number[],
  before: Pick<CourseRow, "id"> | null,
) {
  const found = cx.db
    .select({
      id: modules.id,
      tool: tools.title,
      toolId: tools.id,
      retired: sql<boolean>`coalesce(${modules.retiredAt}, ${toolVersions.retiredAt}, ${tools.retiredAt}) is not null`,
    })
    .from(modules)
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(inArray(modules.id, [...moduleIds]))
    .orderBy(tools.id, toolVersions.id, modules.position)
    .all();
  if (found.length !== moduleIds.length) refuse("invalid", { fields: { moduleIds: "choose" } });
  const taught = cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, before?.id ?? 0))
    .all();
  if (found.some((m) => m.retired && !taught.some((t) => t.id === m.id)))
    refuse("invalid", { fields: { moduleIds: "retired" } });
  return found;
}

/** The title typed, else the one that follows kind, tools and place; as it was where it says the same. */
export function chosenTitle(
  input: Pick<CourseInput, "kind" | "titleEn" | "titleFr" | "titleAr" | "ownLanguage">,
  taught: ReturnType<typeof chosenModules>,
  place: Translated,
  before: Pick<CourseRow, "title"> | null,
) {
  const own = input.ownLanguage;
  const titleGenerated = !input.titleEn && !input.titleFr && !input.titleAr;
  const toolNames = [...new Map(taught.map((m) => [m.toolId, m.tool[m.tool.own] ?? ""])).values()];
  const title = titleGenerated
    ? localisedTitle(input.kind, toolNames, place, own)
    : texts(own, { en: input.titleEn, fr: input.titleFr, ar: input.titleAr });
  return { titleGenerated, title: before?.title.own === title.own ? sameOr(before.title, title) : title };
}

/**
 * Checks what the form refers to and returns the columns that follow from it. What is retired stays on a course that has
 * it, and no other can choose it.
 */
export function columnsOf(cx: Context, input: CourseInput, before: CourseRow | null) {
  const country = chosenCountry(cx, input, before);
  if (zoneLeftBehind(input, country.zone))
    refuse("invalid", {
      fields: { zone: withParams("zoneOfOtherCountry", { zone: input.zone, usual: country.zone }) },
    });
  const found = chosenModules(cx, input.moduleIds, before);
  if (input.trainerIds.length > 0) {
    const known = cx.db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(
        and(
          eq(programmeMembers.programmeId, input.programmeId),
          eq(programmeMembers.role, "trainer"),
          inArray(programmeMembers.personId, input.trainerIds),
        ),
      )
      .all();
    // Who trains in this course already stays, also where the role in the programme has ended meanwhile.
    const here = before
      ? cx.db
          .select({ id: courseTrainers.personId })
          .from(courseTrainers)
          .where(eq(courseTrainers.courseId, before.id))
          .all()
      : [];
    const allowed = new Set(
      [...known, ...(before?.programmeId === input.programmeId ? here : [])].map((t) => t.id),
    );
    if (input.trainerIds.some((id) => !allowed.has(id)))
      refuse("invalid", { fields: { trainerIds: "trainerNotInProgramme" } });
  }
  const own = input.ownLanguage;
  /** The language that the form was in, which is that of the title as it was. */
  const shown = before?.title.own ?? own;
  const place = sameOr(
    before?.place ?? null,
    texts(own, { en: input.placeEn, fr: input.placeFr, ar: input.placeAr }),
  );
  const signatories = readSignatories(input.signatories, before?.signatories ?? [], own);
  if (signatories.length > mostSignatories)
    refuse("invalid", { fields: { signatories: `tooManyLines?max=${mostSignatories}` } });
  return {
    moduleIds: found.map((m) => m.id),
    columns: {
      programmeId: input.programmeId,
      kind: input.kind,
      ...chosenTitle(input, found, place, before),
      description: textAfter(before?.description ?? null, shown, input.description, own),
      country: input.country,
      place,
      mode: input.mode,
      venueId: input.mode === "online" ? null : input.venueId,
      zone: input.zone,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      applyBy: input.applyBy,
      languages: before && sameSet(before.languages, input.languages) ? before.languages : input.languages,
      capacity: input.capacity,
      admission: input.admission,
      minAttendance: input.minAttendance,
      minPostTest: input.minPostTest,
      microTeaching: input.microTeaching,
      excusedLeftOut: input.excusedLeftOut,
      joinersFromStart: input.joinersFromStart,
      costs: textAfter(before?.costs ?? null, shown, input.costs, own),
      signatories,
    },
  };
}

/** The generated title with the place as each language writes it. */
function localisedTitle(kind: CourseKind, toolNames: string[], place: Translated, own: Locale): Translated {
  const title: Translated = { own };
  for (const locale of locales) {
    const here = generatedTitle(kind, toolNames, place[locale] ?? place[place.own] ?? "", own)[locale];
    if (here) title[locale] = here;
  }
  return title;
}

/** Makes these the modules of a course; the same ones stay in the order that they have. */
export function putModules(cx: Context, courseId: number, moduleIds: number[]): void {
  const taught = cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, courseId))
    .all()
    .map((m) => m.id);
  if (sameSet(taught, moduleIds)) return;
  cx.db.delete(courseModules).where(eq(courseModules.courseId, courseId)).run();
  for (const [i, moduleId] of moduleIds.entries())
    cx.db
      .insert(courseModules)
      .values({ courseId, moduleId, position: i + 1 })
      .run();
}

/** Puts modules, trainers and questions of a plan in place of those so far. Within the open transaction. */
export function putParts(cx: Context, courseId: number, input: CourseInput, moduleIds: number[]) {
  putModules(cx, courseId, moduleIds);
  cx.db.delete(courseTrainers).where(eq(courseTrainers.courseId, courseId)).run();
  if (input.trainerIds.length > 0)
    cx.db
      .insert(courseTrainers)
      .values(input.trainerIds.map((personId) => ({ courseId, personId })))
      .run();
  putQuestions(cx, courseId, input);
  searchAgain(cx, courseId);
}

/**
 * Puts the questions typed in place of those so far. Answers point to their question, so one that stays or is mended
 * keeps its key. One that somebody has answered is not taken away: a coordinator would not see that answers go with it.
 */
function putQuestions(cx: Context, courseId: number, input: CourseInput) {
  const kept = cx.db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, courseId))
    .orderBy(courseQuestions.position)
    .all();
  const { lines, left } = readQuestions(input.questions, kept);
  if (lines.length > mostQuestions)
    refuse("invalid", { fields: { questions: `tooManyLines?max=${mostQuestions}` } });
  if (
    lines.length === kept.length &&
    lines.every(({ text, was }, i) => was === kept[i] && text === questionLines([was!]))
  )
    return;
  for (const q of left) {
    const answered = cx.db
      .select({ id: registrations.id })
      .from(registrations)
      .where(
        and(
          eq(registrations.courseId, courseId),
          sql`exists (select 1 from json_each(${registrations.answers}) where key = ${String(q.id)})`,
        ),
      )
      .get();
    if (answered)
      refuse("invalid", {
        fields: { questions: withParams("questionHasAnswers", { question: sendTexts(q.label) }) },
      });
  }
  cx.db
    .update(courseQuestions)
    .set({ position: sql`${courseQuestions.position} + 1000` })
    .where(eq(courseQuestions.courseId, courseId))
    .run();
  lines.forEach(({ text, was }, i) => {
    const position = i + 1;
    if (!was)
      cx.db
        .insert(courseQuestions)
        .values({
          courseId,
          position,
          kind: "text",
          label: { own: input.ownLanguage, [input.ownLanguage]: text },
          options: [],
        })
        .run();
    else
      cx.db
        .update(courseQuestions)
        .set({
          position,
          label: text === questionLines([was]) ? was.label : { ...was.label, [was.label.own]: text },
        })
        .where(eq(courseQuestions.id, was.id))
        .run();
  });
  cx.db
    .delete(courseQuestions)
    .where(and(eq(courseQuestions.courseId, courseId), sql`${courseQuestions.position} > 1000`))
    .run();
}

/** A new address: what the course is, where and in which year, and a few letters that nobody guesses. */
export function newSlug(kind: CourseKind, place: Translated, country: string, year: string): string {
  const base = fold(`${kind} ${place.en ?? place.fr ?? country} ${year}`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${base}-${newToken()
    .replace(/[^a-zA-Z0-9]/g, "")
    .slice(0, 6)
    .toLowerCase()}`;
}

/** Plans a new course, as a draft. */
export function createCourse(cx: Context, input: CourseInput): Result<{ courseId: number; slug: string }> {
  return change(cx, () => {
    demand(cx.viewer, "course.create", { programmeId: input.programmeId });
    const { columns, moduleIds } = columnsOf(cx, input, null);
    const slug = newSlug(input.kind, columns.place, input.country, input.startsOn?.slice(0, 4) ?? "");
    const course = cx.db
      .insert(courses)
      .values({ ...columns, slug, search: "", approvedAt: cx.now, createdAt: cx.now, updatedAt: cx.now })
      .returning({ id: courses.id })
      .get();
    putParts(cx, course.id, input, moduleIds);
    audit(cx, "course.create", "course", course.id);
    return { courseId: course.id, slug };
  });
}

/**
 * People agreed on civil times, so these stay when a course's zone is corrected, and the instants follow the new zone.
 * Refused where a trainer would then be in two places.
 */
function moveToZone(cx: Context, courseId: number, zone: string) {
  const rows = cx.db
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .orderBy(sessions.startInstant)
    .all();
  const moved = rows.map((s) => ({
    ...s,
    startInstant: instantOf(s.day, s.startsAt, zone),
    endInstant: instantOf(s.day, s.endsAt, zone),
  }));
  for (const s of moved) {
    const trainerIds = cx.db
      .select({ id: sessionTrainers.personId })
      .from(sessionTrainers)
      .where(eq(sessionTrainers.sessionId, s.id))
      .all()
      .map((t) => t.id);
    const busy = engagements(cx, trainerIds, s.startInstant, s.endInstant, zone).find(
      (e) => e.courseId !== courseId,
    );
    if (busy) refuse("invalid", { fields: { zone: busyCode(cx, busy) } });
  }
  // Sessions that move to later are moved from the last on, so that none meets the one before it on the way.
  const later = (moved[0]?.startInstant ?? 0) > (rows[0]?.startInstant ?? 0);
  for (const { id, startInstant, endInstant, version } of later ? moved.reverse() : moved)
    cx.db
      .update(sessions)
      .set({ zone, startInstant, endInstant, updatedAt: cx.now, version: version + 1 })
      .where(eq(sessions.id, id))
      .run();
}

/** Changes the plan of a course. A form that was opened before somebody else's change is told what changed. */
export function editCourse(
  cx: Context,
  input: z.output<typeof courseEditSchema>,
): Result<{ courseId: number; slug: string }> {
  return change(cx, () => {
    const course = courseFor(cx, input.courseId, "course.edit");
    if (course.version !== input.version) {
      const here: Record<string, string> = {
        titleEn: course.title.en ?? "",
        startsOn: course.startsOn ?? "",
        endsOn: course.endsOn ?? "",
        capacity: String(course.capacity),
        zone: course.zone,
      };
      const changed = Object.fromEntries(
        Object.entries(here).filter(
          ([field, value]) =>
            !(field === "titleEn" && course.titleGenerated) && String(input[field as "zone"] ?? "") !== value,
        ),
      );
      refuse("stale", { changed: { ...changed, version: String(course.version) } });
    }
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    demand(cx.viewer, "course.create", { programmeId: input.programmeId });
    changePlan(cx, course, input);
    return { courseId: course.id, slug: course.slug };
  });
}

/**
 * Puts another plan in place of a course's own, and tells people where what they plan by is another one. Within the open
 * transaction, after the permission and the version were looked at.
 * @param sessionsFollow where the timetable follows the plan: what takes it out before, and what puts it in anew after.
 */
export function changePlan(
  cx: Context,
  course: CourseRow,
  input: CourseInput,
  sessionsFollow?: { takeOut: () => void; putIn: (moduleIds: number[]) => void },
): void {
  const taken = cx.db
    .select({ count: sql<number>`count(*)` })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, course.id),
        inArray(registrations.state, ["accepted", "attended", "no_show"]),
      ),
    )
    .get()!.count;
  if (input.capacity < taken)
    refuse("invalid", { fields: { capacity: `capacityBelowAccepted?count=${taken}` } });
  if (course.state !== "draft" && !input.startsOn)
    refuse("invalid", { fields: { startsOn: "courseNeedsDates" } });
  const before = agreedOf(cx, course.id);
  sessionsFollow?.takeOut();
  const outside = timetableOf(cx, course.id).filter(
    (s) => !input.startsOn || !input.endsOn || s.day < input.startsOn || s.day > input.endsOn,
  );
  if (outside[0])
    refuse("invalid", {
      fields: {
        startsOn: withParams("sessionWouldBeOutside", {
          ...keptParams(cx, outside[0]),
          more: outside.length - 1,
          // Another first day is what moving the whole course is for.
          ...(input.startsOn && input.startsOn !== course.startsOn
            ? { href: `/desk/courses/${course.id}/move?to=${input.startsOn}` }
            : {}),
        }),
      },
    });
  const { columns, moduleIds } = columnsOf(cx, input, course);
  const orphan = cx.db
    .select({ id: sessionTrainers.personId })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .where(
      and(
        eq(sessions.courseId, course.id),
        sql`${sessionTrainers.personId} not in (select value from json_each(${JSON.stringify(input.trainerIds)}))`,
      ),
    )
    .get();
  if (orphan) refuse("invalid", { fields: { trainerIds: "trainerHasSessions" } });
  cx.db
    .update(courses)
    .set({ ...columns, updatedAt: cx.now, version: course.version + 1 })
    .where(eq(courses.id, course.id))
    .run();
  if (columns.programmeId !== course.programmeId)
    for (const { personId } of cx.db
      .select({ personId: registrations.personId })
      .from(registrations)
      .where(eq(registrations.courseId, course.id))
      .all())
      makeKnown(cx, personId, columns.programmeId, cx.viewer.personId);
  if (columns.zone !== course.zone && !sessionsFollow) moveToZone(cx, course.id, columns.zone);
  putParts(cx, course.id, input, moduleIds);
  sessionsFollow?.putIn(moduleIds);
  courseMoved(cx, before);
  // More places, another way of giving them or another last day may free a place for somebody who waits.
  promote(cx, cx.db.select().from(courses).where(eq(courses.id, course.id)).get()!);
  audit(cx, "course.edit", "course", course.id, { version: course.version + 1 });
}
