import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { defaultRule } from "../../completion/rules";
import { modulesOfVersions } from "../../curriculum/store";
import { fault } from "../../faults";
import { askThem } from "../../requests/commands/ask";
import { usualAnswerBy } from "../../requests/rules";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { putProposal } from "../../timetable/commands/putProposal";
import { busyFault } from "../../timetable/queries/inTheWay";
import { busyThen, wholeSpan } from "../../timetable/rules/conflicts";
import { sessionsIn } from "../../timetable/store";
import { engagements } from "../../timetable/store/taken";
import { recordedAs, yearDays, yearInDoubt } from "../rules/workshops";
import { type CourseInput, placeFields, type WorkshopInput, workshopSchema } from "../schema";
import { insertCourse } from "../store";
import { sentBefore } from "../store/sent";
import { columnsOf } from "./choose";
import { putOrganisations } from "./organisations";
import { newSlug, putParts } from "./put";

/** Modules chosen one by one, and all that are taught of versions chosen whole. */
export function chosenOf(cx: Context, input: Pick<WorkshopInput, "moduleIds" | "wholeIds">): number[] {
  const chosen = [...new Set([...input.moduleIds, ...modulesOfVersions(cx, input.wholeIds)])];
  return chosen.length > 0 ? chosen : refuseAt({ moduleIds: fault("chooseModules") });
}

/** Refuses days so far away that their year was probably mistyped. */
export function demandYear(startsOn: string, endsOn: string, today: string): void {
  const day = [startsOn, endsOn].find((d) => yearInDoubt(d, today));
  if (!day) return;
  const field = day === startsOn ? "startsOn" : "endsOn";
  refuseAt({ [field]: fault("yearInDoubt", { params: { day: { day }, days: yearDays } }) });
}

/** A workshop as the plan of a course, for what a trainer does not decide as it usually is. */
const planOf = (cx: Context, input: WorkshopInput, endsOn: string, others: number[]): CourseInput => ({
  ...input,
  endsOn,
  moduleIds: chosenOf(cx, input),
  trainerIds: others,
  kind: "user",
  titleEn: null,
  titleFr: null,
  titleAr: null,
  description: null,
  placeEn: null,
  placeFr: null,
  placeAr: null,
  [placeFields[input.ownLanguage]]: input.place,
  mode: "venue",
  applyBy: null,
  admission: "first_come",
  ...defaultRule.user,
  excusedLeftOut: false,
  joinersFromStart: false,
  costs: null,
  signatories: [],
  questions: [],
});

/** Who trains beside whose workshop it is: those of one that is to come are asked first. */
export const besideIn = (others: number[], endsOn: string, today: string) =>
  endsOn < today ? { beside: others, toAsk: [] } : { beside: [], toAsk: others };

/** Refuses whom another course has at the time of one of its sessions: asking them would be for nothing. */
function demandFree(
  cx: Context,
  course: GrantedCourse<"workshop.schedule" | "workshop.edit">,
  trainerIds: readonly number[],
): void {
  const spans = sessionsIn(cx, course.id).map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant }));
  const whole = wholeSpan(spans);
  if (whole === null || trainerIds.length === 0) return;
  const engaged = engagements(cx, trainerIds, whole, course.id);
  const busy = spans.flatMap((span) => busyThen(span, trainerIds, engaged))[0];
  if (busy) refuseAt({ trainerIds: busyFault(cx, busy, course) });
}

/** Asks those who are to train beside whose workshop it is, for all of it. Within the open transaction. */
export function askBeside(
  cx: Context,
  course: GrantedCourse<"workshop.schedule" | "workshop.edit">,
  trainerIds: readonly number[],
  startsOn: string,
): void {
  demandFree(cx, course, trainerIds);
  const answerBy = usualAnswerBy(dayAt(cx.now, course.zone), startsOn);
  askThem(cx, course, trainerIds, {
    sessionId: null,
    groupId: null,
    role: "co_trainer",
    answerBy,
    message: null,
  });
}

/**
 * A trainer schedules a workshop of their own: a user training that is open at once, with a proposed timetable in which
 * they teach; whom they want beside them is asked. It counts and is public once a coordinator approves it, or at once where the programme asks for no
 * approval. One whose days are over is recorded as held, and its roll can be taken at once. The same form sent twice is one.
 */
export const scheduleWorkshop = command("workshop.schedule", workshopSchema, (cx, input) => {
  const programme = gate.programme(cx, "workshop.schedule", input.programmeId);
  const trainer = cx.viewer.personId ?? refuse("notFound");
  const { formKey, before } = sentBefore(cx, input);
  if (before) return before;
  const { startsOn } = input;
  const endsOn = input.endsOn ?? startsOn;
  const today = dayAt(cx.now, input.zone);
  demandYear(startsOn, endsOn, today);
  const others = input.trainerIds.filter((id) => id !== trainer);
  // Who was there when it was held is not asked any more.
  const { beside, toAsk } = besideIn(others, endsOn, today);
  const plan = planOf(cx, input, endsOn, others);
  const { columns, moduleIds } = columnsOf(cx, plan, null);
  const slug = newSlug("user", columns.place, input.country, startsOn.slice(0, 4));
  const { id: courseId } = insertCourse(cx, {
    ...columns,
    ...recordedAs(endsOn, today),
    slug,
    formKey,
    search: "",
    audience: input.audience,
    scheduledBy: trainer,
    approvedAt: programme.approvesWorkshops ? null : cx.now,
    createdAt: cx.now,
    updatedAt: cx.now,
  });
  const trainerIds = [trainer, ...beside];
  const course = gate.course(cx, "workshop.schedule", courseId);
  putParts(cx, course, { ...plan, trainerIds }, moduleIds);
  putProposal(cx, { ...course, startsOn, endsOn }, moduleIds, trainerIds, input);
  putOrganisations(cx, course, input);
  happened(cx, { kind: "workshop.scheduled", courseId });
  askBeside(cx, course, toAsk, startsOn);
  return { courseId, slug };
});
