import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";
import { groupNameOf } from "../../groups/store";
import { personView } from "../../people/store";
import { programmeView } from "../../programmes/store";
import { coursesSharedWith, sharesOf } from "../../sharing/store";
import { waitingNumber } from "./list";

const columns = {
  id: registrations.id,
  token: registrations.token,
  number: registrations.number,
  state: registrations.state,
  waitingNumber,
  registeredAt: registrations.registeredAt,
  personId: registrations.personId,
  name: personView.name,
  latinName: personView.latinName,
  courseId: courseView.id,
  approvedAt: courseView.approvedAt,
  slug: courseView.slug,
  title: courseView.title,
  place: courseView.place,
  country: courseView.country,
  mode: courseView.mode,
  zone: courseView.zone,
  courseState: courseView.state,
  courseReason: courseView.stateReason,
  admission: courseView.admission,
  applyBy: courseView.applyBy,
  decideBy: courseView.decideBy,
  confirmedAt: courseView.confirmedAt,
  startsOn: courseView.startsOn,
  endsOn: courseView.endsOn,
  year: courseView.year,
  datesNote: courseView.datesNote,
  programmeTitle: programmeView.programmeTitle,
  programmeId: courseView.programmeId,
  fictional: courseView.fictional,
  /** True of a workshop that its trainer holds, and so ends. */
  ownWorkshop: sql<number>`${courseView.scheduledBy} IS NOT NULL`.mapWith(Boolean),
  placeSince: registrations.placeSince,
  groupId: registrations.groupId,
  group: groupNameOf(registrations.groupId),
};

/** Registrations with their course, as the person sees them; to be narrowed. */
const rows = (cx: Context) =>
  cx.db
    .select(columns)
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .innerJoin(programmeView, eq(programmeView.programmeId, courseView.programmeId))
    .$dynamic();

/** A registration with its course, as the person sees it, and the programmes that the course is shared with. */
export function followedRow(cx: Context, registrationId: number) {
  const row = rows(cx).where(eq(registrations.id, registrationId)).get()!;
  return { ...row, sharedWith: sharesOf(cx, [row.courseId]) };
}

/**
 * What a person registered for, the newest course first.
 * @param programmes only courses that count, which these programmes lead or share; null for everything, as the person sees it.
 */
export const followedRowsOf = (cx: Context, personId: number, programmes: readonly number[] | "all" | null) =>
  rows(cx)
    .where(
      and(
        eq(registrations.personId, personId),
        programmes === null ? undefined : courseViewCounts,
        programmes === null || programmes === "all"
          ? undefined
          : or(
              inArray(courseView.programmeId, [...programmes]),
              inArray(courseView.id, coursesSharedWith(programmes)),
            ),
      ),
    )
    .orderBy(desc(courseView.startsOn), desc(registrations.id))
    .all();
