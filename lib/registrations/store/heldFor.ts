import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import type { CourseState } from "../../courses/rules";
import { courseView } from "../../courses/store";
import { organisationsChosen, plannedForView } from "../../courses/store/organisations";
import { locales, type Translated } from "../../i18n/rules";
import { nameKey } from "../../names/rules";
import { personView } from "../../people/store";
import {
  type OrganisationRow,
  organisationKeysCalled,
  organisationsCalled,
} from "../../people/store/organisationList";
import { seatStates } from "../rules";
import { audienceNames, joinedByWords } from "../rules/part";

type Organisation = Pick<OrganisationRow, "id" | "nameKey" | "country">;
type Held = { id: number; programmeId: number; state: CourseState; approvedAt: number | null };

/** So many workshops that say for whom they are, the newest of those in reach, are looked through. */
const mostLooked = 2_000;

const held = {
  id: courseView.id,
  programmeId: courseView.programmeId,
  state: courseView.state,
  /** Null of one that awaits approval: it is planned, and counts nowhere yet. */
  approvedAt: courseView.approvedAt,
};

const inProgrammes = (programmes: Programmes) =>
  programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes]);

/** Workshops that say in words for whom they are. Only trainers schedule such, so that an index has them. */
const saying = (cx: Context, programmes: Programmes, courseIds: readonly number[] | null = null) =>
  cx.db
    .select({
      ...held,
      country: courseView.country,
      place: courseView.place,
      audience: courseView.audience,
    })
    .from(courseView)
    .where(
      and(
        isNotNull(courseView.scheduledBy),
        isNotNull(courseView.audience),
        courseIds === null
          ? undefined
          : sql`${courseView.id} in (select value from json_each(${JSON.stringify(courseIds)}))`,
        inProgrammes(programmes),
      ),
    )
    .orderBy(desc(sql`${courseView.startsOn}`), desc(courseView.id))
    .limit(mostLooked)
    .all();

/** The workshops of these programmes that are planned for one of these organisations, as their trainers chose them. */
const chosenFor = (cx: Context, organisationIds: readonly number[], programmes: Programmes) =>
  cx.db
    .select({ ...held, organisationId: plannedForView.organisationId })
    .from(plannedForView)
    .innerJoin(courseView, eq(courseView.id, plannedForView.courseId))
    .where(and(inArray(plannedForView.organisationId, [...organisationIds]), inProgrammes(programmes)))
    .orderBy(desc(sql`${courseView.startsOn}`), desc(courseView.id))
    .limit(mostLooked)
    .all()
    .map(({ organisationId, ...course }) => ({ organisationId, held: course }));

/** The normal forms of the names that some words may be; a whole name is not taken apart where an organisation is called so. */
function namesIn(cx: Context, audiences: readonly string[]): (audience: string) => string[] {
  const called = organisationKeysCalled(cx, audiences.flatMap(joinedByWords));
  return (audience) => audienceNames(audience, (key) => called.has(key));
}

/** Those of these organisations of whom somebody has or had a place in a course. */
const withPlaceIn = (cx: Context, courseId: number, ids: readonly number[]): number[] =>
  cx.db
    .selectDistinct({ id: personView.organisationId })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.state, [...seatStates]),
        inArray(personView.organisationId, [...ids]),
      ),
    )
    .all()
    .flatMap(({ id }) => id ?? []);

/**
 * The workshops of these programmes that were or are to be held for each of these organisations, by their keys: whose trainer chose it,
 * or wrote its name in its country, alone or among others; where nobody said in which country it is, the name of no other. Of several that are
 * called so there it is the one where the workshop was, else the one whose people have a place in it; where that tells one from
 * the others neither, it is nobody's.
 */
export function heldForAmong(
  cx: Context,
  organisations: readonly Organisation[],
  programmes: Programmes,
): ReadonlyMap<number, readonly Held[]> {
  const found = new Map<number, Held[]>();
  const wanted = new Set(organisations.map(({ id }) => id));
  const keys = new Set(organisations.map(({ nameKey }) => nameKey));
  const workshops = (organisations.length === 0 ? [] : saying(cx, programmes)).filter(
    // However it is taken apart.
    ({ audience }) => audienceNames(audience!, () => false).some((key) => keys.has(key)),
  );
  const chosen = organisations.length === 0 ? [] : chosenFor(cx, [...wanted], programmes);
  for (const { organisationId, held } of [...chosen, ...meantBy(cx, workshops, keys)]) {
    const before = found.get(organisationId) ?? [];
    // Chosen and written as well it is one.
    if (wanted.has(organisationId) && before.every(({ id }) => id !== held.id))
      found.set(organisationId, [...before, held]);
  }
  return found;
}

/** For which organisations these workshops were or are to be held, one by one. `keys`: of the names among theirs that are looked up; null for all. */
function meantBy(
  cx: Context,
  workshops: ReturnType<typeof saying>,
  keys: ReadonlySet<string> | null = null,
): { organisationId: number; held: Held }[] {
  const names = namesIn(
    cx,
    workshops.map(({ audience }) => audience!),
  );
  const named = new Set(workshops.flatMap(({ audience }) => names(audience!)));
  const called = organisationsCalled(cx, keys ? [...named].filter((key) => keys.has(key)) : [...named]);
  return workshops.flatMap(({ country, place, audience, ...held }) =>
    names(audience!).flatMap((key) => {
      const namesakes = called.filter(({ nameKey }) => nameKey === key);
      const there = namesakes.filter(
        (one) => one.country === country || (!one.country && namesakes.length === 1),
      );
      const organisationId = there.length > 1 ? theOneMeant(cx, held.id, place, there) : there[0]?.id;
      return organisationId === undefined ? [] : { organisationId, held };
    }),
  );
}

/** Which of several organisations of one name a workshop is for; undefined where nothing tells. */
function theOneMeant(
  cx: Context,
  courseId: number,
  place: Translated,
  namesakes: readonly Pick<OrganisationRow, "id" | "place">[],
): number | undefined {
  const places = new Set(locales.flatMap((locale) => (place[locale] ? nameKey(place[locale]) : [])));
  const near = namesakes.flatMap((one) => (one.place && places.has(nameKey(one.place)) ? one.id : []));
  if (near.length === 1) return near[0];
  const ids = near.length > 1 ? near : namesakes.map(({ id }) => id);
  const among = withPlaceIn(cx, courseId, ids);
  return among.length === 1 ? among[0] : undefined;
}

/** Keys of the organisations for which a workshop was or is to be held. */
export const organisationsHeldFor = (cx: Context, { id }: { id: number }): readonly number[] =>
  organisationsOfWorkshops(cx, [id]).get(id) ?? [];

/** The organisations for which each of these workshops was held, by its key; none for those that were for nobody who is known. */
export function organisationsOfWorkshops(
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map(organisationsChosen(cx, courseIds));
  for (const { organisationId, held } of meantBy(cx, saying(cx, "all", courseIds)))
    found.set(held.id, [...new Set([...(found.get(held.id) ?? []), organisationId])]);
  return found;
}
