import { and, asc, countDistinct, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";
import { personView } from "../../people/store";
import { type OrganisationRow, organisationRows } from "../../people/store/organisationList";
import { seatStates } from "../rules";
import { cameBy } from "./came";
import { heldForAmong } from "./heldFor";

const came = cameBy(registrations);

/** Condition: a place in a course of these programmes that counts. */
const placeIn = (programmes: Programmes) =>
  and(
    inArray(registrations.state, [...seatStates]),
    courseViewCounts,
    programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes]),
  );

/**
 * In how many courses of these programmes people of each of these organisations took part, and how many workshops were held for it,
 * each once; without those of whose people none has or had a place and for which none is or was to be held.
 */
export function coursesByOrganisation(
  cx: Context,
  ids: readonly number[],
  programmes: Programmes,
): ReadonlyMap<number, number> {
  if (ids.length === 0) return new Map();
  const rows = cx.db
    .select({
      id: personView.organisationId,
      courseId: registrations.courseId,
      came: sql<0 | 1>`max(${came})`,
    })
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(inArray(personView.organisationId, [...ids]), placeIn(programmes)))
    .groupBy(personView.organisationId, registrations.courseId)
    .all();
  const found = new Map<number, Set<number>>();
  const add = (id: number, courseId: number, counts: boolean) => {
    const of = found.get(id) ?? new Set();
    found.set(id, counts ? of.add(courseId) : of);
  };
  for (const row of rows) add(row.id!, row.courseId, row.came === 1);
  for (const [id, held] of heldForAmong(cx, organisationRows(cx, ids), programmes))
    for (const one of held) add(id, one.id, one.state === "closed" && one.approvedAt !== null);
  return new Map([...found].map(([id, of]) => [id, of.size]));
}

/** Those of these programmes in whose courses people of an organisation have or had a place, or which held one for it or are to. */
export function programmesWithPart(
  cx: Context,
  organisation: Pick<OrganisationRow, "id" | "nameKey" | "country">,
  programmes: readonly number[],
): ReadonlySet<number> {
  if (programmes.length === 0) return new Set();
  const rows = cx.db
    .selectDistinct({ id: courseView.programmeId })
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(personView.organisationId, organisation.id), placeIn(programmes)))
    .all();
  const held = heldForAmong(cx, [organisation], programmes).get(organisation.id) ?? [];
  return new Set([...rows.map(({ id }) => id), ...held.map(({ programmeId }) => programmeId)]);
}

/** So many courses of an organisation are shown. */
const mostCourses = 100;

/** What is read of a course; `came`: how many took part, `expected`: how many have a place and have not come yet. */
const courseWithPart = {
  id: courseView.id,
  title: courseView.title,
  startsOn: courseView.startsOn,
  endsOn: courseView.endsOn,
  year: courseView.year,
  datesNote: courseView.datesNote,
  state: courseView.state,
  countedBy: courseView.countedBy,
  approvedAt: courseView.approvedAt,
  came: countDistinct(sql`case when ${came} then ${registrations.personId} end`),
  expected: countDistinct(
    sql`case when ${registrations.state} = 'accepted' and not ${came} then ${registrations.personId} end`,
  ),
};

/** The courses of these programmes in which people of an organisation have or had a place, the newest first, with how many of it. */
const coursesOfOrganisation = (cx: Context, organisationId: number, programmes: Programmes) =>
  cx.db
    .select(courseWithPart)
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(personView.organisationId, organisationId), placeIn(programmes)))
    .groupBy(courseView.id)
    .orderBy(desc(courseView.startsOn), desc(courseView.id))
    .limit(mostCourses)
    .all();

/** The workshops of these programmes that were or are to be held for an organisation, the newest first, with all who are in them. */
function coursesHeldFor(
  cx: Context,
  organisation: Pick<OrganisationRow, "id" | "nameKey" | "country">,
  programmes: Programmes,
) {
  const held = heldForAmong(cx, [organisation], programmes).get(organisation.id) ?? [];
  const keys = held.map(({ id }) => id);
  if (keys.length === 0) return [];
  return cx.db
    .select(courseWithPart)
    .from(courseView)
    .leftJoin(
      registrations,
      and(eq(registrations.courseId, courseView.id), inArray(registrations.state, [...seatStates])),
    )
    .where(sql`${courseView.id} in (select value from json_each(${JSON.stringify(keys)}))`)
    .groupBy(courseView.id)
    .orderBy(desc(courseView.startsOn), desc(courseView.id))
    .limit(mostCourses)
    .all();
}

/**
 * The courses of these programmes that have to do with an organisation: `known`, those in which its people have or had a place; and
 * `all`, first the workshops held for it, with all who are in them (`heldFor`) and how many of these are its own, then the others.
 */
export function coursesAbout(
  cx: Context,
  organisation: Pick<OrganisationRow, "id" | "nameKey" | "country">,
  programmes: Programmes,
) {
  const known = coursesOfOrganisation(cx, organisation.id, programmes);
  const held = coursesHeldFor(cx, organisation, programmes);
  const ownIn = (courseId: number) => {
    const own = known.find(({ id }) => id === courseId);
    return { came: own?.came ?? 0, expected: own?.expected ?? 0 };
  };
  const others = known.filter(({ id }) => held.every((one) => one.id !== id));
  const all = [
    ...held.map((course) => ({ ...course, heldFor: true, own: ownIn(course.id) })),
    ...others.map((course) => ({ ...course, heldFor: false, own: ownIn(course.id) })),
  ];
  return { known, all };
}

/** So many people of an organisation are named in its courses. */
const mostNamed = 500;

/**
 * Who has or had a place in each of these courses, by name, and whether they took part: those whom these programmes know.
 * @param organisationId of whom; null: of all who are in them.
 */
export const peopleOfOrganisation = (
  cx: Context,
  organisationId: number | null,
  courseIds: readonly number[],
  programmes: Programmes,
) =>
  cx.db
    .select({
      courseId: registrations.courseId,
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      came: sql<0 | 1>`${came}`,
      state: registrations.state,
    })
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(
      and(
        organisationId === null ? undefined : eq(personView.organisationId, organisationId),
        inArray(registrations.courseId, [...courseIds]),
        placeIn(programmes),
      ),
    )
    .orderBy(asc(personView.sortName), asc(personView.id))
    .limit(mostNamed)
    .all();

/** Keys of the organisations whose people have or had a place in a course that counts. */
export const organisationsWithPlace = (cx: Context, courseId: number): number[] =>
  cx.db
    .selectDistinct({ id: personView.organisationId })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(registrations.courseId, courseId), placeIn("all"), isNotNull(personView.organisationId)))
    .all()
    .flatMap(({ id }) => (id === null ? [] : [id]));
