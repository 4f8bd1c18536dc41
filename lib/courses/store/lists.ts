import { desc, inArray, type SQL, sql } from "drizzle-orm";
import { courses } from "@/db/schema/courses";
import type { Reach } from "../../access/table";
import type { Context } from "../../acts/context";
import { modulesOfTool, toolsOfModules } from "../../curriculum/store";
import { isDue } from "../../due/store";
import { mostFound } from "../../names/rules";
import { hasWords, keysNamed } from "../../names/store";
import { coursesSharedWith, isSharedWith } from "../../sharing/store";
import { dayAt, daysSomewhere } from "../../time/zone";
import type { CourseKind, CourseState, ListedState } from "../rules";
import type { CatalogueFilter } from "../schema";
import { countsAs } from "../store";
import { courseLines } from "./rows";

/** Lists take their keys first, from an index in the order of the list, and the rows of a page after. */
type Key = { id: number };

/** Courses of these keys as lines, in the order of the keys. */
export function linesOf(cx: Context, keys: readonly Key[]) {
  const ids = keys.map(({ id }) => id);
  const found = ids.length > 0 ? courseLines(cx).where(inArray(courses.id, ids)).all() : [];
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Condition on a course as `c`: the public may see it, and it ends on a day or later. Written as the index `courses_coming` is. */
const coming = (from: string) =>
  sql`c.state in ('open', 'running') and ${countsAs(sql`c`)} and c.ends_on >= ${from}`;

/** The same for one that is not over now, by the day that it is where the course is: the day of UTC may be behind or before that. */
function notOver(cx: Context): SQL {
  const [first, last] = daysSomewhere(cx.now);
  const ending = cx.db.all<{ id: number; zone: string; endsOn: string }>(
    sql`select c.id, c.zone, c.ends_on as endsOn from courses as c where ${coming(first)} and c.ends_on < ${last}`,
  );
  const days = new Map(ending.map(({ zone }) => [zone, ""]));
  for (const zone of days.keys()) days.set(zone, dayAt(cx.now, zone));
  const over = ending.filter(({ zone, endsOn }) => endsOn < days.get(zone)!).map(({ id }) => id);
  return sql`${coming(first)} and c.id not in (select value from json_each(${JSON.stringify(over)}))`;
}

/** What a reader of the catalogue asks for, as conditions on a course as `c`. */
function asked({ country, language, tool }: Pick<CatalogueFilter, "country" | "language" | "tool">): SQL[] {
  return [
    country ? sql`c.country = ${country}` : null,
    language ? sql`${language} in (select value from json_each(c.languages))` : null,
    tool
      ? sql`exists (select 1 from course_modules as cm where cm.course_id = c.id and cm.module_id in (${modulesOfTool(tool)}))`
      : null,
  ].filter((condition) => condition !== null);
}

/** Keys of courses that the public may read of and that are not over, soonest first, after a day and a key. */
export function comingKeys(
  cx: Context,
  filter: CatalogueFilter,
  after: { day: string; id: number },
  most: number,
): Key[] {
  const shown = filter.from ? sql`${notOver(cx)} and c.ends_on >= ${filter.from}` : notOver(cx);
  const conditions = sql.join(
    [shown, sql`(c.starts_on, c.id) > (${after.day}, ${after.id})`, ...asked(filter)],
    sql` and `,
  );
  const within = sql`exists (select 1 from courses as c where c.id = candidate.id and ${shown})`;
  const source = filter.q
    ? sql`(${keysNamed(courses, filter.q, within)}) as found cross join courses as c on c.id = found.id`
    : sql`courses as c`;
  return cx.db.all<Key>(
    sql`select c.id from ${source} where ${conditions} order by c.starts_on, c.id limit ${most}`,
  );
}

/** Condition on a course as `c`: it is shared with one of these programmes, whose coordinators read it. */
const isShared = ({ programmes }: Reach): SQL =>
  programmes === "all" ? sql`0` : isSharedWith(sql`c.id`, programmes);

/** Keys of one's courses that are open or under way and have days from one civil day until another, soonest first. */
export function keysBetween(cx: Context, mine: Reach, from: string, until: string, most: number): Key[] {
  // The plus keeps the index of what is coming: of a programme all courses there ever were would be gone through.
  const own =
    mine.programmes === "all"
      ? sql`1`
      : sql`(+c.programme_id in ${mine.programmes} or ${trainedBy(mine)} or ${isShared(mine)})`;
  return cx.db.all<Key>(
    sql`select c.id from courses as c where ${coming(from)} and c.starts_on <= ${until} and ${own} order by c.starts_on, c.id limit ${most}`,
  );
}

/** Addresses of so many courses, the newest first, with what says whether the public may read of them. */
export const newestAddresses = (cx: Context, most: number) =>
  cx.db
    .select({
      slug: courses.slug,
      updatedAt: courses.updatedAt,
      state: courses.state,
      countedBy: courses.countedBy,
      approvedAt: courses.approvedAt,
    })
    .from(courses)
    .orderBy(desc(courses.id))
    .limit(most)
    .all();

/** What the catalogue can be filtered by: only what some course that is to come has. */
export function comingChoices(cx: Context) {
  const shown = notOver(cx);
  // Thousands of courses are of a few countries and sets of languages: these are read once, and taken apart here.
  const rows = cx.db.all<{ country: string; languages: string }>(
    sql`select distinct c.country, c.languages from courses as c where ${shown}`,
  );
  const each = (values: readonly string[]) => [...new Set(values)].sort();
  const taught = sql`select distinct cm.module_id from courses as c cross join course_modules as cm on cm.course_id = c.id where ${shown}`;
  return {
    countries: each(rows.map(({ country }) => country)),
    languages: each(rows.flatMap(({ languages }) => JSON.parse(languages) as string[])),
    tools: toolsOfModules(cx, taught),
  };
}

export type DeskPage = {
  state: CourseState | null;
  /** Where the page begins: after this course. */
  before: { day: string; id: number };
  /** True where the oldest stand first. */
  oldest?: boolean;
  /** What else is true of a course as `c` (`narrowedBy`). */
  also?: SQL;
  /** True where those that others lead and share are left out. */
  led?: boolean;
};

/** Of so many programmes each is read by itself in the order of its courses. */
const mostProgrammes = 400;

/** Condition on a course as `c`: this person trains in it, in a programme that they are a trainer of. */
const trainedBy = ({ trainerId, trains }: Reach) =>
  sql`c.programme_id in ${trains} and exists (select 1 from course_trainers as t where t.course_id = c.id and t.person_id = ${trainerId})`;

const pageOf = ({ state, before, oldest, also = sql`1` }: DeskPage) =>
  sql`${state ? sql`c.state = ${state}` : sql`1`} and (c.listed_on, c.id) ${oldest ? sql`>` : sql`<`} (${before.day}, ${before.id}) and ${also}`;

/** The indexes of what is newest are read from either end. */
const orderOf = ({ oldest }: DeskPage) =>
  oldest ? sql`order by c.listed_on, c.id` : sql`order by c.listed_on desc, c.id desc`;

/** What a list of the desk is narrowed by, besides its state. */
export type Narrowed = {
  kind: CourseKind | null;
  programme: number | null;
  country: string | null;
  tool: string | null;
  /** True for what waits for somebody now. */
  due: boolean;
};

/** The same as a condition on a course as `c`. */
export const narrowedBy = (
  cx: Context,
  mine: Reach,
  { state, kind, programme, country, tool, due }: Narrowed & { state: ListedState | null },
): SQL =>
  sql.join(
    [
      sql`1`,
      ...(programme === null
        ? []
        : [sql`(+c.programme_id = ${programme} or ${isSharedWith(sql`c.id`, [programme])})`]),
      ...(kind ? [sql`c.kind = ${kind}`] : []),
      ...(due ? [isDue(cx, mine, sql`c.id`)] : []),
      ...(state === "open" ? [sql`c.approved_at is not null`] : []),
      ...(state === "awaits" ? [sql`c.approved_at is null`] : []),
      ...asked({ country, language: null, tool }),
    ],
    sql` and `,
  );

/** Condition on a course as `c`: it is one's own, led by a programme of one's own or trained. */
function ownOf(mine: Reach): SQL {
  const { programmes: of, trainerId, trains } = mine;
  return of === "all"
    ? sql`1`
    : trains.length > 0 && trainerId !== null
      ? sql`(c.programme_id in ${of.length > 0 ? of : [0]} or ${trainedBy(mine)})`
      : sql`c.programme_id in ${of.length > 0 ? of : [0]}`;
}

/** How many of one's courses are in each state, workshops that await approval apart, and in how many something waits for somebody now. */
export function countInStates(
  cx: Context,
  mine: Reach,
): { counts: ReadonlyMap<ListedState, number>; waiting: number } {
  const rows = cx.db.all<{ state: ListedState; count: number; waiting: number }>(
    sql`select case when c.state = 'open' and c.approved_at is null then 'awaits' else c.state end as state, count(*) as count, sum(${ownOf(mine)} and ${isDue(cx, mine, sql`c.id`)}) as waiting from courses as c where ${ownOf(mine)} or ${isShared(mine)} group by c.state, c.state = 'open' and c.approved_at is null`,
  );
  return {
    counts: new Map(rows.map((row) => [row.state, row.count])),
    waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
  };
}

/** Keys of one's courses, newest or oldest first: every programme is read where the page begins, and so is what one trains. */
export function newestKeys(cx: Context, mine: Reach, asks: DeskPage, most: number): Key[] {
  const { programmes: of, trainerId, trains } = mine;
  const page = pageOf(asks);
  const order = sql`${orderOf(asks)} limit ${most}`;
  const select = sql`select c.id, c.listed_on`;
  if (of === "all" || of.length > mostProgrammes) {
    const own =
      of === "all"
        ? sql`1`
        : sql`(+c.programme_id in ${of} or ${trainedBy(mine)}${asks.led ? sql`` : sql` or ${isShared(mine)}`})`;
    return cx.db.all<Key>(sql`${select} from courses as c where ${own} and ${page} ${order}`);
  }
  const parts = of.map(
    (programme) => sql`${select} from courses as c where c.programme_id = ${programme} and ${page} ${order}`,
  );
  if (trains.length > 0 && trainerId !== null)
    parts.push(
      sql`${select} from course_trainers as t cross join courses as c on c.id = t.course_id where t.person_id = ${trainerId} and c.programme_id in ${trains} and ${page} ${order}`,
    );
  if (of.length > 0 && !asks.led)
    parts.push(
      sql`${select} from ${coursesSharedWith(of)} as shared cross join courses as c on c.id = shared.course_id where ${page} ${order}`,
    );
  if (parts.length === 0) return [];
  const each = sql.join(
    parts.map((part) => sql`select * from (${part})`),
    sql` union `,
  );
  // Of each part no more than a page is left: together they are few.
  const way = asks.oldest ? sql`asc` : sql`desc`;
  return cx.db.all<Key>(
    sql`select part.id from (${each}) as part order by part.listed_on ${way}, part.id ${way} limit ${most}`,
  );
}

/** Programmes of at most so many courses are gone through for a word; of more the index of titles gives the candidates. */
const fewCourses = 3_000;

/** Keys of one's courses with these words in title, place, tools or programme; at most one more than a search looks at. */
function keysOfNamed(cx: Context, mine: Reach, q: string): Key[] {
  // A list of none would be gone through all the same: no programme has this key.
  const of = mine.programmes === "all" || mine.programmes.length > 0 ? mine.programmes : [0];
  const most = mostFound + 1;
  if (of === "all") return cx.db.all<Key>(sql`${keysNamed(courses, q)} limit ${most}`);
  const own = sql`(c.programme_id in ${of} or ${trainedBy(mine)} or ${isShared(mine)})`;
  const some = sql`select 1 from courses where programme_id in ${of} limit ${fewCourses + 1}`;
  if (cx.db.all(some).length > fewCourses)
    return cx.db.all<Key>(
      sql`${keysNamed(courses, q, sql`exists (select 1 from courses as c where c.id = candidate.id and ${own})`)} limit ${most}`,
    );
  const keys = sql`select id from courses where programme_id in ${of} union select course_id from course_trainers where person_id = ${mine.trainerId} union select * from ${coursesSharedWith(of)}`;
  return cx.db.all<Key>(
    sql`select c.id from (${keys}) as own cross join courses as c on c.id = own.id where ${own} and ${hasWords(sql`c.search`, q)} limit ${most}`,
  );
}

/** Courses that a search finds: keys of a page of them in the same order, and whether it found more than it looks at. */
export function foundCourses(cx: Context, mine: Reach, q: string) {
  const found = keysOfNamed(cx, mine, q);
  const keys = JSON.stringify(found.slice(0, mostFound).map(({ id }) => id));
  const page = (asks: DeskPage, most: number) =>
    cx.db.all<Key>(
      sql`select c.id from json_each(${keys}) as key cross join courses as c on c.id = key.value where ${pageOf(asks)} ${orderOf(asks)} limit ${most}`,
    );
  return { more: found.length > mostFound, page };
}
