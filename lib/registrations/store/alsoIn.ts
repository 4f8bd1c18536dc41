import { and, asc, eq, gte, inArray, lte, ne, type SQL } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { sameName } from "../../names/rules";
import { personView } from "../../people/store";
import { sharingContacts } from "../../people/store/contactKeys";
import { addDays } from "../../time/civil";

/** The states of whoever is expected at a course. */
const expected = inArray(registrations.state, ["accepted", "attended"]);

type Named = { name: string; latinName: string | null };

/** True where two people are called the same, in either writing. */
const sameNames = (one: Named, other: Named): boolean =>
  sameName(one.name, other.name) ||
  (one.latinName !== null && other.latinName !== null && sameName(one.latinName, other.latinName));

/** Who is expected at courses, by the condition that these fulfil. */
const peopleAt = (cx: Context, courses: SQL | undefined) =>
  cx.db
    .select({ personId: registrations.personId })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(expected, courses))
    .getSQL();

/**
 * Who is expected at a course and at another one that is not cancelled and whose days meet its own (a day more at both
 * ends, for other zones): each with each such course and their groups here and there, over all programmes, in the order of
 * their numbers. The public form
 * adds a person each time, so whoever has the same name and a phone or an e-mail address in common is taken for the same.
 */
export function expectedElsewhere(
  cx: Context,
  { id, startsOn, endsOn }: { id: number; startsOn: string | null; endsOn: string | null },
) {
  if (startsOn === null || endsOn === null) return [];
  const meets = and(
    ne(courseView.id, id),
    ne(courseView.state, "cancelled"),
    lte(courseView.startsOn, addDays(endsOn, 1)),
    gte(courseView.endsOn, addDays(startsOn, -1)),
  );
  const { personId } = registrations;
  const names = { personId, name: personView.name, latinName: personView.latinName };
  const here = cx.db
    .select({
      ...names,
      registrationId: registrations.id,
      number: registrations.number,
      groupId: registrations.groupId,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, personId))
    .where(and(eq(registrations.courseId, id), expected))
    .orderBy(asc(registrations.number))
    .all();
  const sharing = sharingContacts(cx, peopleAt(cx, eq(courseView.id, id)), null);
  const among = [...here.map((one) => one.personId), ...sharing.map(({ otherId }) => otherId)];
  const there = cx.db
    .select({ ...names, courseId: registrations.courseId, groupId: registrations.groupId })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .innerJoin(personView, eq(personView.id, personId))
    .where(and(inArray(personId, [...new Set(among)]), expected, meets))
    .orderBy(asc(registrations.courseId))
    .all();
  return here.flatMap(({ personId: mine, ...one }) => {
    const others = new Set(sharing.filter((pair) => pair.personId === mine).map(({ otherId }) => otherId));
    const courses = there
      .filter((other) => other.personId === mine || (others.has(other.personId) && sameNames(one, other)))
      .map(({ courseId, groupId }) => [courseId, groupId] as const);
    return [...new Map(courses)].map(([courseId, groupThere]) => ({ ...one, courseId, groupThere }));
  });
}
