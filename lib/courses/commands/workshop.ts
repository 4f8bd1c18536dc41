import { and, eq, inArray, isNull } from "drizzle-orm";
import type * as z from "zod/mini";
import {
  attendance,
  courseModules,
  courseQuestions,
  courses,
  courseTrainers,
  modules,
  programmes,
  sessions,
  sessionTrainers,
  timetableChanges,
} from "@/db/schema";
import { demand } from "../../access/demand";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { tellCancelled } from "../../admission/commands";
import { audit } from "../../audit/commands";
import { defaultRule } from "../../completion/rules";
import { textAfter, textFor } from "../../i18n/rules";
import { forgetAboutCourse, tellPerson } from "../../messages/tell";
import { calendarOf } from "../../places/queries";
import { type Result, refuse, withParams } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import { questionLines, signatoryLines } from "../lines";
import { approvalIsFinal, seenWord } from "../queries";
import {
  allows,
  type DailyHours,
  hoursOf,
  isApproved,
  isUntouched,
  plannedMinutes,
  proposeTimetable,
  recordedAs,
  sameSet,
  trainerConflict,
  workshopDays,
  yearDays,
  yearInDoubt,
} from "../rules";
import type {
  approvalBackSchema,
  CourseInput,
  WorkshopEditInput,
  WorkshopInput,
  workshopApprovalSchema,
  workshopTurnDownSchema,
} from "../schema";
import { keepingApproval } from "./approval";
import { busyCode, courseFor, engagements } from "./course";
import { changePlan, columnsOf, newSlug, putParts } from "./plan";
import type { CourseRow } from "./sessions";

type Done = { courseId: number; slug: string };

/** How long a mail about a decision is held back, in ms: an approval just given can be taken back. */
const heldBackMs = 2 * 60_000;

/** Modules chosen one by one, and all that are taught of versions chosen whole. */
function modulesOf(cx: Context, input: Pick<WorkshopInput, "moduleIds" | "wholeIds">): number[] {
  const whole =
    input.wholeIds.length === 0
      ? []
      : cx.db
          .select({ id: modules.id })
          .from(modules)
          .where(and(inArray(modules.toolVersionId, input.wholeIds), isNull(modules.retiredAt)))
          .all();
  const chosen = [...new Set([...input.moduleIds, ...whole.map((m) => m.id)])];
  return chosen.length > 0 ? chosen : refuse("invalid", { fields: { moduleIds: "chooseModules" } });
}

/** Refuses days so far away that their year was probably mistyped. */
function demandYear(startsOn: string, endsOn: string, today: string): void {
  const day = [startsOn, endsOn].find((d) => yearInDoubt(d, today));
  if (day)
    refuse("invalid", {
      fields: {
        [day === startsOn ? "startsOn" : "endsOn"]: withParams("yearInDoubt", { day, days: yearDays }),
      },
    });
}

/** True where somebody changed the timetable and did not undo it: of a deleted session nothing else tells. */
const changedByHand = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: timetableChanges.id })
    .from(timetableChanges)
    .where(
      and(
        eq(timetableChanges.courseId, courseId),
        isNull(timetableChanges.undoneAt),
        // A proposal, or a move of all of it, places nothing by hand.
        inArray(timetableChanges.kind, ["add", "edit", "delete"]),
      ),
    )
    .get() !== undefined;

type Workshop = Pick<CourseRow, "id" | "country" | "zone"> & { startsOn: string; endsOn: string };

/**
 * Puts the proposed timetable of a workshop in, with all its trainers in every session. Within the open transaction.
 * @throws Refusal beside the days or the trainers where one of them teaches elsewhere at that time, beside the hours
 * where a day is too short for a session.
 */
function putTimetable(
  cx: Context,
  workshop: Workshop,
  moduleIds: readonly number[],
  trainerIds: readonly number[],
  hours: DailyHours,
): void {
  const { weekend, free } = calendarOf(cx, workshop.country);
  const days = workshopDays(workshop.startsOn, workshop.endsOn, weekend, free);
  const minutes = new Map(
    cx.db
      .select({ id: modules.id, minutes: modules.minutes })
      .from(modules)
      .where(inArray(modules.id, [...moduleIds]))
      .all()
      .map((m) => [m.id, m.minutes]),
  );
  const plan = moduleIds.map((id) => ({ id, minutes: minutes.get(id) ?? 0 }));
  const { blocks } = proposeTimetable(plan, days, hours);
  if (blocks.length === 0) refuse("invalid", { fields: { endsAt: "dayTooShort" } });
  for (const block of blocks) {
    const startInstant = instantOf(block.day, block.startsAt, workshop.zone);
    const endInstant = instantOf(block.day, block.endsAt, workshop.zone);
    const conflict = trainerConflict(
      { sessionId: null, startsAt: startInstant, endsAt: endInstant },
      trainerIds,
      engagements(cx, trainerIds, startInstant, endInstant, workshop.zone).filter(
        (e) => e.courseId !== workshop.id,
      ),
    );
    if (conflict)
      refuse("invalid", {
        fields: {
          [conflict.trainerId === cx.viewer.personId ? "startsOn" : "trainerIds"]: busyCode(cx, conflict),
        },
      });
    const { id: sessionId } = cx.db
      .insert(sessions)
      .values({
        ...block,
        courseId: workshop.id,
        zone: workshop.zone,
        startInstant,
        endInstant,
        minutes: plannedMinutes(block),
        updatedAt: cx.now,
      })
      .returning({ id: sessions.id })
      .get();
    for (const personId of trainerIds) cx.db.insert(sessionTrainers).values({ sessionId, personId }).run();
  }
}

/**
 * A trainer schedules a workshop of their own: a user training that is open at once, with a proposed timetable in which
 * they teach. It counts and is public once a coordinator approves it, or at once where the programme asks for no
 * approval. One whose days are over is recorded as held, and its roll can be taken at once.
 */
export function scheduleWorkshop(cx: Context, input: WorkshopInput): Result<Done> {
  return change(cx, () => {
    demand(cx.viewer, "workshop.schedule", { programmeId: input.programmeId });
    const trainer = cx.viewer.personId ?? refuse("notFound");
    const programme =
      cx.db.select().from(programmes).where(eq(programmes.id, input.programmeId)).get() ?? refuse("notFound");
    const endsOn = input.endsOn ?? input.startsOn;
    const today = dayAt(cx.now, input.zone);
    demandYear(input.startsOn, endsOn, today);
    const others = input.trainerIds.filter((id) => id !== trainer);
    const plan: CourseInput = {
      ...input,
      endsOn,
      moduleIds: modulesOf(cx, input),
      trainerIds: others,
      kind: "user",
      titleEn: null,
      titleFr: null,
      titleAr: null,
      description: null,
      placeEn: null,
      placeFr: null,
      placeAr: null,
      ...placeIn(input.ownLanguage, input.place),
      mode: "venue",
      applyBy: null,
      admission: "first_come",
      ...defaultRule.user,
      excusedLeftOut: false,
      joinersFromStart: false,
      costs: null,
      signatories: null,
      questions: null,
    };
    const { columns, moduleIds } = columnsOf(cx, plan, null);
    const slug = newSlug("user", columns.place, input.country, input.startsOn.slice(0, 4));
    const course = cx.db
      .insert(courses)
      .values({
        ...columns,
        ...recordedAs(endsOn, today),
        slug,
        search: "",
        audience: input.audience,
        scheduledBy: trainer,
        approvedAt: programme.approvesWorkshops ? null : cx.now,
        createdAt: cx.now,
        updatedAt: cx.now,
      })
      .returning()
      .get();
    const trainerIds = [trainer, ...others];
    putParts(cx, course.id, { ...plan, trainerIds }, moduleIds);
    putTimetable(cx, { ...course, startsOn: input.startsOn, endsOn }, moduleIds, trainerIds, input);
    audit(cx, "workshop.schedule", "course", course.id);
    return { courseId: course.id, slug };
  });
}

/** A place written in one language, as the fields of a plan. */
const placeIn = (own: WorkshopInput["ownLanguage"], place: string) => ({
  [({ en: "placeEn", fr: "placeFr", ar: "placeAr" } as const)[own]]: place,
});

/** The plan of a course as its coordinator's form would send it, untouched. */
function planOf(cx: Context, course: CourseRow): CourseInput {
  const own = course.title.own;
  const written = course.titleGenerated ? null : course.title;
  const questions = cx.db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, course.id))
    .orderBy(courseQuestions.position)
    .all();
  return {
    programmeId: course.programmeId,
    kind: course.kind,
    moduleIds: [],
    titleEn: written?.en ?? null,
    titleFr: written?.fr ?? null,
    titleAr: written?.ar ?? null,
    ownLanguage: own,
    description: textFor(course.description, own) || null,
    country: course.country,
    placeEn: course.place.en ?? null,
    placeFr: course.place.fr ?? null,
    placeAr: course.place.ar ?? null,
    mode: course.mode,
    venueId: course.venueId,
    zone: course.zone,
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    applyBy: course.applyBy,
    languages: course.languages,
    capacity: course.capacity,
    admission: course.admission,
    trainerIds: [],
    minAttendance: course.minAttendance,
    minPostTest: course.minPostTest,
    microTeaching: course.microTeaching,
    excusedLeftOut: course.excusedLeftOut,
    joinersFromStart: course.joinersFromStart,
    costs: textFor(course.costs, own) || null,
    signatories: signatoryLines(course.signatories),
    questions: questionLines(questions),
    shownCountry: null,
    shownZone: null,
  };
}

/**
 * Changes the plan of a trainer's workshop; what a coordinator set besides stays. A timetable that is still as it was
 * proposed follows the days, hours, modules and trainers; one that was changed by hand or has a roll stays as it is, and
 * days that would leave one of its sessions outside are refused. An approval of what it was ends (`keepingApproval`).
 */
export function editWorkshop(cx: Context, input: WorkshopEditInput): Result<Done> {
  return change(cx, () => {
    const course = courseFor(cx, input.courseId, "workshop.edit");
    return keepingApproval(cx, course.id, () => editIn(cx, course, input));
  });
}

function editIn(cx: Context, course: CourseRow, input: WorkshopEditInput): Done {
  const trainer = course.scheduledBy ?? refuse("notFound");
  const own = course.title.own;
  if (course.version !== input.version) {
    const here: Record<string, string> = {
      place: textFor(course.place, own),
      startsOn: course.startsOn ?? "",
      endsOn: course.endsOn ?? "",
      audience: course.audience ?? "",
      capacity: String(course.capacity),
      zone: course.zone,
    };
    const sent: Record<string, string> = {
      ...here,
      place: input.place,
      startsOn: input.startsOn,
      endsOn: input.endsOn ?? input.startsOn,
      audience: input.audience ?? "",
      capacity: String(input.capacity),
      zone: input.zone,
    };
    const changed = Object.entries(here).filter(([field, value]) => sent[field] !== value);
    refuse("stale", { changed: { ...Object.fromEntries(changed), version: String(course.version) } });
  }
  if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
  const endsOn = input.endsOn ?? input.startsOn;
  const today = dayAt(cx.now, input.zone);
  const moved = input.startsOn !== course.startsOn || endsOn !== course.endsOn;
  if (moved) demandYear(input.startsOn, endsOn, today);
  const before = planOf(cx, course);
  const place = textAfter(course.place, own, input.place, own) ?? course.place;
  const plan: CourseInput = {
    ...before,
    moduleIds: modulesOf(cx, input),
    country: input.country,
    placeEn: place.en ?? null,
    placeFr: place.fr ?? null,
    placeAr: place.ar ?? null,
    venueId: input.venueId,
    zone: input.zone,
    startsOn: input.startsOn,
    endsOn,
    applyBy: before.applyBy && before.applyBy > endsOn ? endsOn : before.applyBy,
    languages: input.languages,
    capacity: input.capacity,
    trainerIds: [trainer, ...input.trainerIds.filter((id) => id !== trainer)],
    shownCountry: input.shownCountry,
    shownZone: input.shownZone,
  };
  const timetable = cx.db.select().from(sessions).where(eq(sessions.courseId, course.id)).all();
  const marked = hasMarks(cx, course.id);
  const follows = isUntouched(timetable) && !changedByHand(cx, course.id) && !marked;
  const shown = hoursOf(timetable);
  const hours: DailyHours | null = shown && {
    startsAt: input.startsAt ?? shown.startsAt,
    endsAt: input.endsAt ?? shown.endsAt,
    breakFrom: input.breakFrom ?? shown.breakFrom,
    breakMinutes: input.breakMinutes ?? shown.breakMinutes,
  };
  const otherHours =
    shown !== null &&
    hours !== null &&
    (["startsAt", "endsAt", "breakFrom", "breakMinutes"] as const).some((h) => hours[h] !== shown[h]);
  if (otherHours && !follows) refuse("invalid", { fields: { startsAt: "timetableByHand" } });
  const taught = ids(
    cx.db
      .select({ id: courseModules.moduleId })
      .from(courseModules)
      .where(eq(courseModules.courseId, course.id))
      .all(),
  );
  const teach = ids(
    cx.db
      .select({ id: courseTrainers.personId })
      .from(courseTrainers)
      .where(eq(courseTrainers.courseId, course.id))
      .all(),
  );
  const other =
    moved ||
    otherHours ||
    input.zone !== course.zone ||
    input.country !== course.country ||
    !sameSet(taught, plan.moduleIds) ||
    !sameSet(teach, plan.trainerIds);
  changePlan(
    cx,
    course,
    plan,
    other && follows && hours
      ? {
          takeOut: () => cx.db.delete(sessions).where(eq(sessions.courseId, course.id)).run(),
          putIn: (moduleIds) =>
            putTimetable(
              cx,
              { id: course.id, country: plan.country, zone: plan.zone, startsOn: input.startsOn, endsOn },
              moduleIds,
              plan.trainerIds,
              hours,
            ),
        }
      : undefined,
  );
  cx.db.update(courses).set({ audience: input.audience }).where(eq(courses.id, course.id)).run();
  // Moved into the past or out of it, it is recorded as it would have been at first.
  if (moved && !marked && (course.state === "open" || course.enteredAfterwards))
    cx.db.update(courses).set(recordedAs(endsOn, today)).where(eq(courses.id, course.id)).run();
  audit(cx, "workshop.edit", "course", course.id, { version: course.version + 1 });
  return { courseId: course.id, slug: course.slug };
}

const ids = (rows: readonly { id: number }[]) => rows.map((row) => row.id);

/** True where the roll of a session of the course has any entry. */
const hasMarks = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: attendance.sessionId })
    .from(attendance)
    .innerJoin(sessions, eq(sessions.id, attendance.sessionId))
    .where(eq(sessions.courseId, courseId))
    .get() !== undefined;

/**
 * A workshop on which this coordinator decides, or the end of it: not one of their own, none that was cancelled, none
 * that is approved, and none that is another one now than their page showed.
 */
function workshopToDecide(cx: Context, { courseId, seen }: z.output<typeof workshopApprovalSchema>) {
  const course = courseFor(cx, courseId, "workshop.approve");
  const trainer = course.scheduledBy ?? refuse("notFound");
  demandNotOwn(cx, course);
  if (course.state === "cancelled") refuse("workshopCancelled");
  if (isApproved(course)) refuse("workshopApprovedAlready");
  const is = cx.db.select({ word: seenWord }).from(courses).where(eq(courses.id, course.id)).get()!;
  if (is.word !== seen) refuse("workshopChanged");
  return { course, trainer };
}

/** Refuses to whoever trains in the workshop: another one decides on it. */
function demandNotOwn(cx: Context, course: CourseRow): void {
  const trains = cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(and(eq(courseTrainers.courseId, course.id), eq(courseTrainers.personId, cx.viewer.personId ?? 0)))
    .get();
  if (trains || (course.scheduledBy !== null && course.scheduledBy === cx.viewer.personId))
    refuse("ownWorkshop");
}

/** Tells whose workshop it is what a coordinator decided. */
const tellTrainer = (
  cx: Context,
  personId: number,
  courseId: number,
  message: "workshopApproved" | "workshopTurnedDown",
  params: Record<string, string>,
) => tellPerson(cx, { personId, registrationId: null, courseId, message, params }, heldBackMs);

/** A coordinator approves a trainer's workshop: it is public from now on, and it counts with the roll that it has. */
export function approveWorkshop(cx: Context, input: z.output<typeof workshopApprovalSchema>): Result<Done> {
  return change(cx, () => {
    const { course, trainer } = workshopToDecide(cx, input);
    cx.db
      .update(courses)
      .set({ approvedAt: cx.now, approvedBy: cx.viewer.personId, updatedAt: cx.now })
      .where(eq(courses.id, course.id))
      .run();
    tellTrainer(cx, trainer, course.id, "workshopApproved", {});
    audit(cx, "workshop.approve", "course", course.id, { capacity: course.capacity });
    return { courseId: course.id, slug: course.slug };
  });
}

/** A coordinator does not approve it: it is cancelled for that reason, and its trainer and people are told. */
export function turnDownWorkshop(cx: Context, input: z.output<typeof workshopTurnDownSchema>): Result<Done> {
  return change(cx, () => {
    const { course, trainer } = workshopToDecide(cx, input);
    const cancelled = cx.db
      .update(courses)
      .set({
        state: "cancelled",
        stateReason: input.reason,
        updatedAt: cx.now,
        version: course.version + 1,
      })
      .where(eq(courses.id, course.id))
      .returning()
      .get();
    // Who was at a workshop that is over need not hear that it does not take place.
    if (course.endsOn !== null && course.endsOn >= dayAt(cx.now, course.zone))
      tellCancelled(cx, cancelled, input.reason);
    tellTrainer(cx, trainer, course.id, "workshopTurnedDown", { reason: input.reason });
    audit(cx, "workshop.turn-down", "course", course.id);
    return { courseId: course.id, slug: course.slug };
  });
}

/** Takes an approval back, as long as nothing rests on it: the workshop awaits approval as before. */
export function takeApprovalBack(cx: Context, input: z.output<typeof approvalBackSchema>): Result<Done> {
  return change(cx, () => {
    const course = courseFor(cx, input.courseId, "workshop.approve");
    const trainer = course.scheduledBy ?? refuse("notFound");
    demandNotOwn(cx, course);
    if (course.state === "cancelled") refuse("workshopCancelled");
    if (!isApproved(course) || course.approvedBy === null) refuse("workshopNotApproved");
    if (approvalIsFinal(cx, course.id)) refuse("approvalRestedOn");
    cx.db
      .update(courses)
      .set({ approvedAt: null, approvedBy: null, updatedAt: cx.now })
      .where(eq(courses.id, course.id))
      .run();
    forgetAboutCourse(cx, trainer, course.id, "workshop");
    audit(cx, "workshop.approval-back", "course", course.id);
    return { courseId: course.id, slug: course.slug };
  });
}
