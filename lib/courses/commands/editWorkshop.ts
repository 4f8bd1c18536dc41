import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { hasMarks } from "../../attendance/store/presence";
import { fault } from "../../faults";
import { questionsIn } from "../../forms/store";
import { textAfter, textFor } from "../../i18n/rules";
import { toldOfChange } from "../../messages/queries";
import { withdrawRequests } from "../../requests/commands/manage";
import { waitingIn } from "../../requests/store";
import { refuse, refuseAt } from "../../result";
import { placed } from "../../rows";
import { dayAt } from "../../time/zone";
import { putProposal } from "../../timetable/commands/putProposal";
import { type DailyHours, hoursOf, isUntouched } from "../../timetable/rules/sessions";
import { changedByHand, sessionsIn } from "../../timetable/store";
import { deleteSessionsOf } from "../../timetable/store/kept";
import { questionRows, signatoryRows } from "../rows";
import { allows, isPublic, sameSet } from "../rules";
import { recordedAs } from "../rules/workshops";
import { type CourseInput, type WorkshopEditInput, workshopEditSchema } from "../schema";
import { type CourseRow, modulesIn, trainersIn, updateCourse } from "../store";
import { changePlan } from "./changePlan";
import { keepingApproval } from "./keepApproval";
import { putOrganisations } from "./organisations";
import { askBeside, chosenOf, demandYear } from "./schedule";

/** What only a coordinator sets of a course, as it is. */
function setByCoordinator(cx: Context, course: CourseRow) {
  const own = course.title.own;
  const written = course.titleGenerated ? null : course.title;
  return {
    programmeId: course.programmeId,
    kind: course.kind,
    titleEn: written?.en ?? null,
    titleFr: written?.fr ?? null,
    titleAr: written?.ar ?? null,
    ownLanguage: own,
    description: textFor(course.description, own) || null,
    mode: course.mode,
    admission: course.admission,
    minAttendance: course.minAttendance,
    minPostTest: course.minPostTest,
    microTeaching: course.microTeaching,
    excusedLeftOut: course.excusedLeftOut,
    joinersFromStart: course.joinersFromStart,
    costs: textFor(course.costs, own) || null,
    signatories: placed(signatoryRows(course.signatories)),
    questions: placed(questionRows(questionsIn(cx, course.id))),
  };
}

/** The plan of a course with what its trainer changes; what a coordinator set besides stays. */
function planAfter(
  cx: Context,
  course: CourseRow,
  { trainer, others }: { trainer: number; others: number[] },
  input: WorkshopEditInput,
): CourseInput & { endsOn: string } {
  const own = course.title.own;
  const endsOn = input.endsOn ?? input.startsOn;
  const place = textAfter(course.place, own, input.place, own) ?? course.place;
  return {
    ...setByCoordinator(cx, course),
    moduleIds: chosenOf(cx, input),
    country: input.country,
    placeEn: place.en ?? null,
    placeFr: place.fr ?? null,
    placeAr: place.ar ?? null,
    venueId: input.venueId,
    zone: input.zone,
    startsOn: input.startsOn,
    endsOn,
    applyBy: course.applyBy && course.applyBy > endsOn ? endsOn : course.applyBy,
    languages: input.languages,
    capacity: input.capacity,
    trainerIds: [trainer, ...others],
    shownCountry: input.shownCountry,
    shownZone: input.shownZone,
  };
}

/**
 * The hours by which the timetable of a workshop is proposed anew, or null where it stays: nothing that it follows is
 * another one, or it was changed by hand or has a roll. Other hours are refused then.
 */
function hoursToFollow(
  cx: Context,
  course: CourseRow,
  input: WorkshopEditInput,
  plan: CourseInput,
  marked: boolean,
): DailyHours | null {
  const timetable = sessionsIn(cx, course.id);
  const follows = isUntouched(timetable) && !changedByHand(cx, course.id) && !marked;
  const shown = hoursOf(timetable);
  if (shown === null) return null;
  const hours: DailyHours = {
    startsAt: input.startsAt ?? shown.startsAt,
    endsAt: input.endsAt ?? shown.endsAt,
    breakFrom: input.breakFrom ?? shown.breakFrom,
    breakMinutes: input.breakMinutes ?? shown.breakMinutes,
  };
  const otherHours = (["startsAt", "endsAt", "breakFrom", "breakMinutes"] as const).some(
    (name) => hours[name] !== shown[name],
  );
  if (otherHours && !follows) refuseAt({ startsAt: fault("timetableByHand") });
  const other =
    otherHours ||
    (["startsOn", "endsOn", "zone", "country"] as const).some((name) => plan[name] !== course[name]) ||
    !sameSet(modulesIn(cx, course.id), plan.moduleIds) ||
    !sameSet(trainersIn(cx, course.id), plan.trainerIds);
  return other && follows ? hours : null;
}

/**
 * Who trains beside whose workshop it is, and who is to be asked whether they do: whoever was added, but where it is over.
 * Who was asked and is named no longer need not answer.
 */
function besideAfter(
  cx: Context,
  course: GrantedCourse<"workshop.edit">,
  trainer: number,
  input: WorkshopEditInput,
  over: boolean,
): { others: number[]; toAsk: number[] } {
  const named = input.trainerIds.filter((id) => id !== trainer);
  const waiting = waitingIn(cx, course.id).filter(({ sessionId }) => sessionId === null);
  withdrawRequests(
    cx,
    course,
    waiting.filter(({ id }) => over || !named.includes(id)),
  );
  const there = trainersIn(cx, course.id);
  const added = named.filter((id) => !there.includes(id) && !waiting.some((one) => one.id === id));
  return over
    ? { others: named, toAsk: [] }
    : { others: named.filter((id) => there.includes(id)), toAsk: added };
}

function editIn(cx: Context, course: GrantedCourse<"workshop.edit">, input: WorkshopEditInput): CourseRow {
  const trainer = course.scheduledBy ?? refuse("notFound");
  if (course.version !== input.version) refuse("stale");
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  const { startsOn } = input;
  const endsOn = input.endsOn ?? startsOn;
  const today = dayAt(cx.now, input.zone);
  const moved = startsOn !== course.startsOn || endsOn !== course.endsOn;
  if (moved) demandYear(startsOn, endsOn, today);
  const { others, toAsk } = besideAfter(cx, course, trainer, input, endsOn < today);
  const plan = planAfter(cx, course, { trainer, others }, input);
  const marked = hasMarks(cx, course.id);
  const hours = hoursToFollow(cx, course, input, plan, marked);
  const workshop = { ...course, country: plan.country, zone: plan.zone, startsOn, endsOn };
  const sessionsFollow = hours && {
    takeOut: () => deleteSessionsOf(cx, course.id, isPublic(course)),
    putIn: (moduleIds: number[]) => putProposal(cx, workshop, moduleIds, plan.trainerIds, hours),
  };
  changePlan(cx, course, plan, sessionsFollow ?? undefined);
  askBeside(cx, course, toAsk, startsOn);
  putOrganisations(cx, course, input);
  // Moved into the past or out of it, it is recorded as it would have been at first.
  const recorded = moved && !marked && (course.state === "open" || course.enteredAfterwards);
  return updateCourse(cx, course.id, {
    audience: input.audience,
    ...(recorded ? recordedAs(endsOn, today) : {}),
  });
}

/**
 * Changes the plan of a trainer's workshop; what a coordinator set besides stays. A timetable that is still as it was
 * proposed follows the days, hours, modules and trainers; one that was changed by hand or has a roll stays as it is, and
 * days that would leave one of its sessions outside are refused. An approval of what it was ends (`keepingApproval`).
 */
export const editWorkshop = command("workshop.edit", workshopEditSchema, (cx, input) => {
  const course = gate.course(cx, "workshop.edit", input.courseId);
  const { version } = keepingApproval(cx, course, () => editIn(cx, course, input));
  happened(cx, { kind: "workshop.edited", courseId: course.id, version });
  return { courseId: course.id, slug: course.slug, ...toldOfChange(cx, course, cx.now) };
});
