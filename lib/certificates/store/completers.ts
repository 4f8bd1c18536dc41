import { and, eq, inArray, notExists, or, type SQL, sql } from "drizzle-orm";
import { certificates } from "@/db/schema/certificates";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { registrationView } from "../../registrations/store";
import { registrationsOf } from "../../registrations/store/roster";
import { certificateStands, certificateStandsOf } from "../store";
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

/**
 * Condition: the registration of the view completed its course, or nobody has completed it yet: who did is known once the first
 * certificate of participation is issued.
 */
export const mayHaveCompleted = (cx: Context): SQL =>
  or(
    certificateStandsOf(registrationView.registrationId, "participation"),
    notExists(
      cx.db
        .select({ id: certificates.id })
        .from(certificates)
        .where(
          and(
            inArray(certificates.registrationId, registrationsOf(registrationView.courseId)),
            eq(certificates.kind, "participation"),
            certificateStands,
          ),
        ),
    ),
  )!;
