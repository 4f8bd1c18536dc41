import { and, asc, eq, gte, inArray, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { courses, courseTrainers } from "@/db/schema/courses";
import type { Context } from "../../acts/context";
import { hasCertificate } from "../../certificates/store";
import { personView } from "../../people/store";
import { programmeView } from "../../programmes/store";
import { placesHeld, registrationView } from "../../registrations/store";
import { timetableMark } from "../../timetable/store";
import { organisationsOf } from "./organisations";
import { withTools } from "./rows";

/**
 * A course and its timetable as a coordinator saw them, as one word that a decision carries: another one where somebody
 * changed its plan or a session since. People who come, and room made for them, leave it.
 */
export const seenWord: SQL<string> = sql<string>`(${courses.planVersion} || '-' || ${timetableMark(courses.id)})`;

/** The same of one course. */
export const seenOf = (cx: Context, courseId: number): string =>
  cx.db.select({ word: seenWord }).from(courses).where(eq(courses.id, courseId)).get()!.word;

/** A trainer's workshop as a line of a list: what a decision needs to know of it. */
const workshopLines = (cx: Context, condition: SQL | undefined) => {
  const rows = cx.db
    .select({
      id: courses.id,
      seen: seenWord,
      title: courses.title,
      place: courses.place,
      country: courses.country,
      mode: courses.mode,
      state: courses.state,
      stateReason: courses.stateReason,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      zone: courses.zone,
      capacity: courses.capacity,
      audience: courses.audience,
      programmeTitle: programmeView.programmeTitle,
      programmeId: courses.programmeId,
      approvedAt: courses.approvedAt,
      enteredAfterwards: courses.enteredAfterwards,
      seatsTaken: placesHeld(courses.id),
      by: personView.name,
      byLatin: personView.latinName,
      /** Where the trainer's own change ended its last approval: in what it is another one. */
      changed: courses.changedSinceApproval,
    })
    .from(courses)
    .innerJoin(programmeView, eq(programmeView.programmeId, courses.programmeId))
    .innerJoin(personView, eq(personView.id, courses.scheduledBy))
    .where(condition)
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(50)
    .all();
  const organisations = organisationsOf(
    cx,
    rows.map(({ id }) => id),
  );
  return withTools(
    cx,
    rows.map((row) => ({
      ...row,
      changed: row.changed ?? [],
      organisations: organisations.get(row.id) ?? [],
    })),
  );
};

/** Workshops that await approval in these programmes, soonest first; none in which this person trains. */
export const workshopsAwaiting = (
  cx: Context,
  programmes: readonly number[] | "all",
  personId: number | null,
) =>
  workshopLines(
    cx,
    and(
      // The index of what awaits approval is named: it is the shortest of all, which SQLite cannot know of a young file.
      sql`${courses.id} in (select c.id from courses as c indexed by courses_awaiting where c.approved_at is null and ${programmes === "all" ? sql`1` : sql`c.programme_id in ${programmes}`})`,
      ne(courses.state, "cancelled"),
      notExists(
        cx.db
          .select({ id: courseTrainers.personId })
          .from(courseTrainers)
          .where(and(eq(courseTrainers.courseId, courses.id), eq(courseTrainers.personId, personId ?? 0))),
      ),
    ),
  );

/** Workshops that this trainer scheduled in these programmes: to come, going on, to be ended, or over since a civil day. */
export const workshopsScheduledBy = (
  cx: Context,
  personId: number,
  programmes: readonly number[],
  since: string,
) =>
  workshopLines(
    cx,
    and(
      eq(courses.scheduledBy, personId),
      inArray(courses.programmeId, [...programmes]),
      or(inArray(courses.state, ["draft", "open", "running"]), gte(courses.endsOn, since)),
    ),
  );

/** True where something rests on the approval of a workshop: somebody came by its public page, or has a certificate. */
export const restsOnApproval = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: registrationView.registrationId })
    .from(registrationView)
    .where(
      and(
        eq(registrationView.courseId, courseId),
        or(eq(registrationView.source, "self"), hasCertificate(registrationView.registrationId)),
      ),
    )
    .limit(1)
    .get() !== undefined;
