import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import type { CourseState } from "../../courses/rules";
import { courseView } from "../../courses/store";
import {
  type OrganisationRow,
  organisationKeysCalled,
  organisationsCalled,
} from "../../people/store/organisationList";
import { audienceNames, joinedByWords } from "../rules/part";

type Organisation = Pick<OrganisationRow, "id" | "nameKey" | "country">;
type Held = { id: number; state: CourseState; approvedAt: number | null };

/** So many workshops that say for whom they are, the newest of those in reach, are looked through. */
const mostLooked = 2_000;

/** Workshops that say for whom they are. Only trainers schedule such, so that an index has them. */
const saying = (cx: Context, programmes: Programmes, courseId: number | null) =>
  cx.db
    .select({
      id: courseView.id,
      state: courseView.state,
      /** Null of one that awaits approval: it is planned, and counts nowhere yet. */
      approvedAt: courseView.approvedAt,
      country: courseView.country,
      audience: courseView.audience,
    })
    .from(courseView)
    .where(
      and(
        isNotNull(courseView.scheduledBy),
        isNotNull(courseView.audience),
        courseId === null ? undefined : eq(courseView.id, courseId),
        programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes]),
      ),
    )
    .orderBy(desc(sql`${courseView.startsOn}`), desc(courseView.id))
    .limit(mostLooked)
    .all();

/** The normal forms of the names that some words may be; a whole name is not taken apart where an organisation is called so. */
function namesIn(cx: Context, audiences: readonly string[]): (audience: string) => string[] {
  const called = organisationKeysCalled(cx, audiences.flatMap(joinedByWords));
  return (audience) => audienceNames(audience, (key) => called.has(key));
}

/**
 * The workshops of these programmes that were or are to be held for each of these organisations, by their keys: whose trainer wrote its
 * name in its country, alone or among others; where nobody said in which country it is, the name of no other.
 */
export function heldForAmong(
  cx: Context,
  organisations: readonly Organisation[],
  programmes: Programmes,
  courseId: number | null = null,
): ReadonlyMap<number, readonly Held[]> {
  const found = new Map<number, Held[]>();
  const wanted = new Set(organisations.map(({ nameKey }) => nameKey));
  const workshops = (organisations.length === 0 ? [] : saying(cx, programmes, courseId)).filter(
    // However it is taken apart.
    ({ audience }) => audienceNames(audience!, () => false).some((key) => wanted.has(key)),
  );
  const names = namesIn(
    cx,
    workshops.map(({ audience }) => audience!),
  );
  const alone = new Set(
    organisations.flatMap(({ country, nameKey }) =>
      country === null && organisationsCalled(cx, [nameKey]).length === 1 ? nameKey : [],
    ),
  );
  for (const { id, state, approvedAt, country, audience } of workshops) {
    const called = new Set(names(audience!));
    for (const one of organisations)
      if (called.has(one.nameKey) && (one.country === country || (!one.country && alone.has(one.nameKey))))
        found.set(one.id, [...(found.get(one.id) ?? []), { id, state, approvedAt }]);
  }
  return found;
}

/** Keys of the organisations for which a workshop was or is to be held. */
export function organisationsHeldFor(
  cx: Context,
  { id, programmeId, audience }: { id: number; programmeId: number; audience: string | null },
): number[] {
  if (audience === null) return [];
  const asked = organisationsCalled(cx, namesIn(cx, [audience])(audience));
  return [...heldForAmong(cx, asked, [programmeId], id).keys()];
}
