import { and, asc, eq, gte, inArray, lte, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { personView } from "../../people/store";
import { addDays } from "../../time/civil";

/** The states of whoever is expected at a course. */
const expected = ["accepted", "attended"] as const;

/**
 * Who is expected at a course and at another one that is not cancelled and whose days meet its own (a day more at both
 * ends, for other zones): each person with each such course, over all programmes, in the order of their numbers.
 */
export function expectedElsewhere(
  cx: Context,
  { id, startsOn, endsOn }: { id: number; startsOn: string | null; endsOn: string | null },
) {
  if (startsOn === null || endsOn === null) return [];
  const other = alias(registrations, "other");
  return cx.db
    .select({
      registrationId: registrations.id,
      number: registrations.number,
      name: personView.name,
      latinName: personView.latinName,
      courseId: other.courseId,
    })
    .from(registrations)
    .innerJoin(other, eq(other.personId, registrations.personId))
    .innerJoin(courseView, eq(courseView.id, other.courseId))
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(
      and(
        eq(registrations.courseId, id),
        inArray(registrations.state, [...expected]),
        ne(other.courseId, id),
        inArray(other.state, [...expected]),
        ne(courseView.state, "cancelled"),
        lte(courseView.startsOn, addDays(endsOn, 1)),
        gte(courseView.endsOn, addDays(startsOn, -1)),
      ),
    )
    .orderBy(asc(registrations.number), asc(other.courseId))
    .all();
}
