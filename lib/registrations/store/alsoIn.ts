import { and, asc, eq, gte, inArray, lte, ne, sql } from "drizzle-orm";
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

/**
 * Whom each of these people is taken for: themselves, and whoever has the same name and a phone or an e-mail address in
 * common. The public form adds a person each time.
 */
function takenForTheSame(
  cx: Context,
  people: readonly ({ personId: number } & Named)[],
): (personId: number) => number[] {
  const of = new Map(people.map((one) => [one.personId, one]));
  const keys = [...of.keys()];
  const sharing = sharingContacts(cx, sql`select value from json_each(${JSON.stringify(keys)})`, null);
  const others = [...new Set(sharing.map(({ otherId }) => otherId))];
  const named = new Map(
    others.length === 0
      ? []
      : cx.db
          .select({ id: personView.id, name: personView.name, latinName: personView.latinName })
          .from(personView)
          .where(inArray(personView.id, others))
          .all()
          .map(({ id, ...names }) => [id, names]),
  );
  const same = new Map(keys.map((id) => [id, new Set([id])]));
  for (const { personId, otherId } of sharing) {
    const other = named.get(otherId);
    if (other && sameNames(of.get(personId)!, other)) same.get(personId)!.add(otherId);
  }
  return (personId) => [...(same.get(personId) ?? [])];
}

/** Who is expected at a course, in the order of their numbers, each with whom they are taken for (`same`). */
export function expectedAtCourse(cx: Context, courseId: number) {
  const { personId } = registrations;
  const here = cx.db
    .select({
      ...{ personId, name: personView.name, latinName: personView.latinName },
      registrationId: registrations.id,
      number: registrations.number,
      groupId: registrations.groupId,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, personId))
    .where(and(eq(registrations.courseId, courseId), expected))
    .orderBy(asc(registrations.number))
    .all();
  const sameAs = takenForTheSame(cx, here);
  return here.map(({ personId: of, ...one }) => ({ ...one, same: sameAs(of) }));
}

/** Whom these trainers are taken for, by their keys. */
export const sameAsTrainers = (cx: Context, trainers: readonly (Named & { id: number })[]) =>
  takenForTheSame(
    cx,
    trainers.map(({ id: personId, name, latinName }) => ({ personId, name, latinName })),
  );

/**
 * Where else these people are expected, and in which group: in courses that are not cancelled and whose days meet those of
 * this one (a day more at both ends, for other zones), over all programmes.
 */
export function placesBeside(
  cx: Context,
  { id, startsOn, endsOn }: { id: number; startsOn: string | null; endsOn: string | null },
  personIds: readonly number[],
) {
  if (startsOn === null || endsOn === null || personIds.length === 0) return [];
  return cx.db
    .select({
      personId: registrations.personId,
      courseId: registrations.courseId,
      groupId: registrations.groupId,
    })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(
      and(
        inArray(registrations.personId, [...new Set(personIds)]),
        expected,
        ne(courseView.id, id),
        ne(courseView.state, "cancelled"),
        lte(courseView.startsOn, addDays(endsOn, 1)),
        gte(courseView.endsOn, addDays(startsOn, -1)),
      ),
    )
    .orderBy(asc(registrations.courseId))
    .all();
}
