import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { registrationView } from "../store";

/** The number of the last registration of each of these people in a training of trainers of a programme, with that of its course. */
export const trainedAs = (cx: Context, programmeId: number, personIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        personId: registrationView.personId,
        courseId: registrationView.courseId,
        number: registrationView.number,
      })
      .from(registrationView)
      .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
      .where(
        and(
          inArray(registrationView.personId, [...personIds]),
          eq(courseView.programmeId, programmeId),
          eq(courseView.kind, "tot"),
        ),
      )
      .orderBy(asc(registrationView.registrationId))
      .all()
      .map(({ personId, ...of }) => [personId, of] as const),
  );
