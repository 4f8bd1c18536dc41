import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  not,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";
import { askedForOwnWorkshop } from "../../requests/store/ofOwnWorkshop";
import { type MailMessage, saidInVainWhenPast } from "../rules";
import { gathers, ofGoing } from "../rules/gathered";
import { ofRequests } from "../rules/topics";
import { type NoticeRow, type NoticeWithPerson, noticeRows } from "../store";

const pairs: SQL = sql.join(
  Object.entries(gathers).flatMap(([by, some]) => some.map((one) => sql`(${by}, ${one})`)),
  sql`, `,
);

/** Condition on `one`: the same person is to be told, or was told with it, what says it beside its own. */
const saidWith = (one: SQL): SQL =>
  sql`exists (select 1 from ${notices} as whole where whole.person_id = ${one}.person_id and whole.told_at is ${one}.told_at and whole.course_id = ${one}.course_id and whole.registration_id is ${one}.registration_id and (whole.message, ${one}.message) in (values ${pairs}))`;

const bySelf = sql`not ${saidWith(sql`${notices}`)}`;

/** Whether a message that says so beside its own is to say that the course takes place, or that this is not certain. */
const goes = sql<
  "yes" | "maybe" | null
>`(select iif(json_extract(sure.params, '$.tentative') = 'yes', 'maybe', 'yes') from ${notices} as sure where sure.person_id = ${notices.personId} and sure.told_at is ${notices.toldAt} and sure.course_id = ${notices.courseId} and sure.registration_id is ${notices.registrationId} and (${notices.message}, sure.message) in (values ${pairs}) and sure.message in (${sql.join(
  ofGoing.map((one) => sql`${one}`),
  sql`, `,
)}))`;

/** Condition: what a trainer asked for their own workshop, which they tell themselves. */
const byWhoeverAsked = (cx: Context) =>
  and(
    inArray(notices.message, [...ofRequests]),
    askedForOwnWorkshop(cx, sql`cast(json_extract(${notices.params}, '$.request') as integer)`),
  )!;

/** Condition: a notice of a course that nobody has passed on; of one that is past, without what would be said in vain. */
const untoldOf = (cx: Context, courseId: number, past: boolean) =>
  and(
    eq(notices.courseId, courseId),
    isNull(notices.toldAt),
    past ? notInArray(notices.message, [...saidInVainWhenPast]) : undefined,
    bySelf,
    not(byWhoeverAsked(cx)),
  );

/** Whom a coordinator is to tell in a course, longest waiting first: each how things stand, in one message where one says all. */
export const toTellIn = (cx: Context, courseId: number, past: boolean, limit: number): NoticeWithPerson[] =>
  noticeRows(cx, { goes })
    .where(untoldOf(cx, courseId, past))
    .orderBy(asc(notices.at), asc(notices.id))
    .limit(limit)
    .all();

/** Who was told in a course, last first; of these messages alone, where they are named. */
export const toldIn = (
  cx: Context,
  courseId: number,
  limit: number,
  messages: readonly MailMessage[] | null = null,
): NoticeWithPerson[] =>
  noticeRows(cx)
    .where(
      and(
        eq(notices.courseId, courseId),
        isNotNull(notices.toldAt),
        bySelf,
        messages ? inArray(notices.message, [...messages]) : undefined,
      ),
    )
    .orderBy(desc(notices.toldAt), desc(notices.id))
    .limit(limit)
    .all();

/** How many messages a coordinator is to pass on in a course, and to how many people. */
export const untoldIn = (
  cx: Context,
  courseId: number,
  past: boolean,
): { messages: number; people: number } =>
  cx.db
    .select({ messages: count(), people: countDistinct(notices.personId) })
    .from(notices)
    .where(untoldOf(cx, courseId, past))
    .get()!;

/** Of how many people who registered, and of how many others, who train or are asked to, that is. */
export const untoldByKind = (
  cx: Context,
  courseId: number,
  past: boolean,
): { people: number; trainers: number } =>
  cx.db
    .select({
      people: sql<number>`count(distinct iif(${notices.registrationId} is null, null, ${notices.personId}))`,
      trainers: sql<number>`count(distinct iif(${notices.registrationId} is null, ${notices.personId}, null))`,
    })
    .from(notices)
    .where(untoldOf(cx, courseId, past))
    .get()!;

/** What these notices say beside their own, told as they are or untold as they are. */
export const gatheredIn = (cx: Context, ids: readonly number[]): NoticeRow[] =>
  cx.db
    .select()
    .from(notices)
    .where(
      inArray(
        notices.id,
        sql`(select one.id from ${notices} as whole cross join ${notices} as one on one.person_id = whole.person_id and one.told_at is whole.told_at where whole.id in ${[...ids]} and one.course_id = whole.course_id and one.registration_id is whole.registration_id and (whole.message, one.message) in (values ${pairs}))`,
      ),
    )
    .all();
