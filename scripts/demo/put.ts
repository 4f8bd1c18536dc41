// What no command says, and the demonstration needs all the same: the addresses that its readers know its courses by,
// that its people are invented, texts in more languages than a form asks for, and what is known of a real course beside
// the people who stand for it. Nothing else in it writes a row by itself.
import { and, eq } from "drizzle-orm";
import { read } from "../../db/client";
import { courseFacts, courseQuestions, courses, headcounts, organisations, persons } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import { happened } from "../../lib/acts/happened";
import type { CourseRow } from "../../lib/courses/store";
import type { Locale, Translated } from "../../lib/i18n/rules";
import { organisationKey, sortKey } from "../../lib/names/rules";
import { moveWithCourse } from "../../lib/registrations/commands/move";
import { registrationRowsIn } from "../../lib/registrations/store";
import { governorateOfPlace, organisationsOf } from "./organisations";
import { timetableOf } from "./read";
import type { Text } from "./story";

/** A text written in one language, with the office's translations. */
export const written = (own: Locale, text: Text): Translated => ({ own, ...text });

/** Organisations with their kind and place, which people who name theirs do not say. */
export function putOrganisations(): void {
  for (const { country, name, kind, place } of organisationsOf())
    read()
      .insert(organisations)
      .values({
        name,
        kind,
        country,
        place,
        nameKey: organisationKey(name),
        sortName: sortKey(name),
        state: kind === "cooperative" ? "running" : null,
        fictional: true,
      })
      .run();
}

/** Whoever belongs to an organisation works where it is: registering asks nobody for their governorate. */
export function putGovernorates(): void {
  const there = read()
    .select({ id: organisations.id, place: organisations.place, country: organisations.country })
    .from(organisations)
    .all();
  for (const { id, place, country } of there)
    if (place && country && place in governorateOfPlace)
      read()
        .update(persons)
        .set({ governorate: governorateOfPlace[place] })
        .where(and(eq(persons.organisationId, id), eq(persons.country, country)))
        .run();
}

/** What of a course no form says; the address takes the place of the one that chance gave. */
type Unsaid = Partial<
  Pick<CourseRow, "fictional" | "description" | "costs" | "signatories" | "year" | "datesNote">
> & { slug: string };

/** Puts what no form says into a course. */
export function putCourse(courseId: number, unsaid: Unsaid): void {
  read().update(courses).set(unsaid).where(eq(courses.id, courseId)).run();
}

/** A course ends on the day of its last session, whatever days its plan allowed for. */
export function endOnLastSession(courseId: number): void {
  const last = timetableOf(courseId).at(-1);
  if (last) read().update(courses).set({ endsOn: last.day }).where(eq(courses.id, courseId)).run();
}

/** Translates the one question of a course. */
export function translateQuestion(courseId: number, label: Translated): void {
  read().update(courseQuestions).set({ label }).where(eq(courseQuestions.courseId, courseId)).run();
}

type Known = {
  headcounts?: Omit<typeof headcounts.$inferInsert, "courseId">[];
  facts: Partial<Record<typeof courseFacts.$inferSelect.fact, typeof courseFacts.$inferSelect.source>>;
};

/** Puts beside the people of a real course what is known of it, and what that rests on. */
export function putKnown(courseId: number, known: Known): void {
  for (const headcount of known.headcounts ?? [])
    read()
      .insert(headcounts)
      .values({ courseId, ...headcount })
      .run();
  for (const [fact, source] of Object.entries(known.facts))
    read()
      .insert(courseFacts)
      .values({ courseId, fact: fact as keyof Known["facts"], source })
      .run();
}

/** Ends a course whose days nobody knows, so that no session was ever planned: everybody who had a place attended. */
export function endWithoutDays(cx: Context, courseId: number): void {
  const course = gate.course(cx, "course.run", courseId);
  for (const row of gate.rowsOf(cx, course, registrationRowsIn(cx, courseId, ["accepted"])))
    moveWithCourse(cx, row, "attended", "course_ended");
  cx.db.update(courses).set({ state: "closed", updatedAt: cx.now }).where(eq(courses.id, courseId)).run();
  happened(cx, { kind: "course.state-changed", courseId, from: "draft", to: "closed" });
}

/** Says of everybody that they are invented. */
export function putFictional(): void {
  read().update(persons).set({ fictional: true }).run();
}
