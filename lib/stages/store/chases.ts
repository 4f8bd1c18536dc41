import { and, between, desc, eq, inArray, isNull, max, ne, notExists, or } from "drizzle-orm";
import { actionPlans, planChases } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { mayHaveCompleted } from "../../certificates/store/completers";
import { courseView, trainsView } from "../../courses/store";
import { taughtView } from "../../courses/store/taught";
import { moduleView } from "../../curriculum/store";
import { registrationView } from "../../registrations/store";
import { hasPlan, plansTooFew } from "./plans";

/** Condition: the course of the view asks for plans, and the registration of the view is of somebody who is asked for one. */
const isAsked = and(
  eq(courseView.kind, "tot"),
  eq(courseView.countedBy, "people"),
  or(
    and(eq(courseView.state, "running"), eq(registrationView.state, "accepted")),
    and(eq(courseView.state, "closed"), eq(registrationView.state, "attended")),
  ),
);

/** Whose plan it is, and when their training of trainers ends. */
const planner = {
  registrationId: registrationView.registrationId,
  personId: registrationView.personId,
  courseId: courseView.id,
  endsOn: courseView.endsOn,
  zone: courseView.zone,
};

/** Whose plan holds fewer workshops than are asked for, without whoever did not complete it, in trainings of trainers that end between two civil days; with the day and its zone. */
export const planningTooFew = (cx: Context, [first, last]: readonly [string, string]) =>
  cx.db
    .select(planner)
    .from(courseView)
    .innerJoin(registrationView, eq(registrationView.courseId, courseView.id))
    .where(and(isAsked, between(courseView.endsOn, first, last), plansTooFew(cx), mayHaveCompleted(cx)))
    .all();

/** The trainings of trainers, ending between two civil days, in which some of these people are asked for their first workshops. */
export const trainingsAsking = (
  cx: Context,
  personIds: readonly number[],
  [first, last]: readonly [string, string],
): number[] =>
  cx.db
    .selectDistinct({ id: courseView.id })
    .from(registrationView)
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(
      and(
        inArray(registrationView.personId, [...personIds]),
        isAsked,
        between(courseView.endsOn, first, last),
      ),
    )
    .all()
    .map(({ id }) => id);

/** Who of these registrations was asked for the first workshops, and how many they had planned then. */
export const askedAmong = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select({ registrationId: planChases.registrationId, planned: planChases.planned })
    .from(planChases)
    .where(and(inArray(planChases.registrationId, [...registrationIds]), isNull(planChases.toolId)))
    .all();

/** Registrations of plans with a workshop between two civil days of which nobody was told that it is overdue. */
export const plansToLookAt = (cx: Context, [first, last]: readonly [string, string]) =>
  cx.db
    .selectDistinct({
      registrationId: registrationView.registrationId,
      personId: registrationView.personId,
      courseId: courseView.id,
      endsOn: courseView.endsOn,
      zone: courseView.zone,
    })
    .from(actionPlans)
    .innerJoin(registrationView, eq(registrationView.registrationId, actionPlans.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(
      and(
        between(actionPlans.day, first, last),
        isNull(actionPlans.endedAt),
        isAsked,
        notExists(
          cx.db
            .select({ id: planChases.id })
            .from(planChases)
            .where(
              and(
                eq(planChases.registrationId, actionPlans.registrationId),
                eq(planChases.toolId, actionPlans.toolId),
                eq(planChases.day, actionPlans.day),
              ),
            ),
        ),
      ),
    )
    .all();

/** Whose plan each of these registrations is, with the last day of the training and its zone. */
export const plannersOf = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select(planner)
    .from(registrationView)
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(inArray(registrationView.registrationId, [...registrationIds]))
    .all();

/** Who in these trainings of trainers is asked for their first workshops, of these people. */
export const plannersAmong = (cx: Context, courseIds: readonly number[], personIds: readonly number[]) =>
  cx.db
    .select({ ...planner, programmeId: courseView.programmeId })
    .from(registrationView)
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(
      and(
        isAsked,
        inArray(registrationView.courseId, [...courseIds]),
        inArray(registrationView.personId, [...personIds]),
      ),
    )
    .all();

/** When each of these was last told something of their plan, by their registrations. */
export const lastChased = (cx: Context, registrationIds: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ registrationId: planChases.registrationId, at: max(planChases.chasedAt) })
      .from(planChases)
      .where(inArray(planChases.registrationId, [...registrationIds]))
      .groupBy(planChases.registrationId)
      .all()
      .map(({ registrationId, at }) => [registrationId, at!]),
  );

/** The trainings of trainers in which somebody has made an action plan, the newest first, with the programme and the country of each. */
export const plannersAs = (cx: Context, personId: number) =>
  cx.db
    .select({ ...planner, programmeId: courseView.programmeId, country: courseView.country })
    .from(registrationView)
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(and(eq(registrationView.personId, personId), isAsked, hasPlan(cx)))
    .orderBy(desc(courseView.endsOn), desc(courseView.id))
    .all();

/** The workshops for users that each of these people trains or trained, once a tool: cancelled ones apart. */
export const workshopsOf = (cx: Context, personIds: readonly number[]) =>
  cx.db
    .selectDistinct({
      personId: trainsView.personId,
      courseId: courseView.id,
      toolId: moduleView.toolId,
      startsOn: courseView.startsOn,
      endsOn: courseView.endsOn,
      place: courseView.place,
      state: courseView.state,
    })
    .from(trainsView)
    .innerJoin(courseView, eq(courseView.id, trainsView.courseId))
    .innerJoin(taughtView, eq(taughtView.courseId, courseView.id))
    .innerJoin(moduleView, eq(moduleView.moduleId, taughtView.moduleId))
    .where(
      and(
        inArray(trainsView.personId, [...personIds]),
        eq(courseView.kind, "user"),
        ne(courseView.state, "cancelled"),
      ),
    )
    .all();

/** The planned workshops of which somebody was told that they are overdue, by tool and civil day. */
export const chasedOf = (cx: Context, registrationId: number) =>
  cx.db
    .select({ toolId: planChases.toolId, day: planChases.day })
    .from(planChases)
    .where(eq(planChases.registrationId, registrationId))
    .all();

/** Notes what somebody was told: of a workshop of their plan, or, asked for the first ones, how many of them are planned. */
export function keepChase(
  cx: Context,
  registrationId: number,
  about: { toolId: number; day: string } | { planned: number },
): void {
  cx.db
    .insert(planChases)
    .values({
      registrationId,
      ...("planned" in about ? about : { toolId: about.toolId, day: about.day }),
      chasedAt: cx.now,
    })
    .onConflictDoNothing()
    .run();
}

/** Notes the same where somebody reminds them once more: when they were told last. */
export function keepReminder(
  cx: Context,
  registrationId: number,
  about: { toolId: number; day: string } | { planned: number },
): void {
  keepChase(cx, registrationId, about);
  cx.db
    .update(planChases)
    .set({ chasedAt: cx.now })
    .where(
      and(
        eq(planChases.registrationId, registrationId),
        "planned" in about
          ? and(isNull(planChases.toolId), eq(planChases.planned, about.planned))
          : and(eq(planChases.toolId, about.toolId), eq(planChases.day, about.day)),
      ),
    )
    .run();
}
