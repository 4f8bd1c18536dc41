import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";
import type { Told } from "../rules";

/** Mark of what was to be said before a decision, which it made untrue: said again where the decision is taken back. */
const aside = ":aside";

/**
 * Keeps what is still to be said of these topics, by mail and by a coordinator, for as long as what became of mail is kept.
 * It stands among what newer messages took the place of, so nobody is told it.
 */
export function setAside(cx: Context, topics: readonly string[]): void {
  if (topics.length === 0) return;
  const mails = cx.db
    .select({
      topic: jobs.topic,
      runAfter: jobs.runAfter,
      told: sql<string | null>`json_extract(${jobs.payload}, '$.told')`,
    })
    .from(jobs)
    .where(
      and(
        inArray(jobs.topic, [...topics]),
        isNull(jobs.doneAt),
        or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, cx.now)),
      ),
    )
    .all()
    .flatMap(({ told, ...mail }) => (told ? [{ ...mail, told: JSON.parse(told) as Told }] : []));
  const listed = cx.db
    .select()
    .from(notices)
    .where(and(inArray(notices.topic, [...topics]), isNull(notices.toldAt)))
    .all()
    .map(({ topic, personId, registrationId, courseId, message, params }) => ({
      topic,
      runAfter: cx.now,
      told: { personId, registrationId, courseId, message, params },
    }));
  for (const { topic, runAfter, told } of [...mails, ...listed])
    cx.db
      .insert(jobs)
      .values({
        kind: "mail",
        payload: { told, message: told.message },
        topic: `${topic}${aside}`,
        personId: told.personId,
        message: told.message,
        queuedAt: cx.now,
        runAfter,
        doneAt: cx.now,
        failure: "replaced",
      })
      .run();
}

/** Takes back what was set aside of these topics at an instant (ms), the first first, with when it was to go out. */
export function takeSetAside(
  cx: Context,
  topics: readonly string[],
  at: number,
): { told: Told; runAfter: number }[] {
  const rows = cx.db
    .select({ id: jobs.id, payload: jobs.payload, runAfter: jobs.runAfter })
    .from(jobs)
    .where(
      and(
        eq(jobs.doneAt, at),
        inArray(
          jobs.topic,
          topics.map((topic) => topic + aside),
        ),
      ),
    )
    .orderBy(asc(jobs.id))
    .all();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) cx.db.delete(jobs).where(inArray(jobs.id, ids)).run();
  return rows.map(({ payload, runAfter }) => ({ told: (payload as { told: Told }).told, runAfter }));
}
