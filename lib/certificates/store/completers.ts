import { and, eq, type SQL, sql } from "drizzle-orm";
import { certificates } from "@/db/schema/certificates";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { registrationView } from "../../registrations/store";
import { completes } from "./ofPerson";

const completions = (cx: Context, which: SQL) =>
  cx.db
    .selectDistinct({ courseId: registrationView.courseId, personId: registrationView.personId })
    .from(registrationView)
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .innerJoin(certificates, eq(certificates.registrationId, registrationView.registrationId))
    .where(and(which, eq(courseView.kind, "tot"), completes))
    .all();

/** Who completed these trainings of trainers: holds a certificate of participation that stands. */
export const completersOf = (cx: Context, courseIds: readonly number[]) =>
  completions(
    cx,
    sql`${registrationView.courseId} in (select value from json_each(${JSON.stringify(courseIds)}))`,
  );

/** Which trainings of trainers these people completed. */
export const totsCompletedBy = (cx: Context, personIds: readonly number[]) =>
  completions(
    cx,
    sql`${registrationView.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
  );
