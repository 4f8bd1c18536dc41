import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { defaultRule } from "../../completion/rules";
import { modulesOfVersions } from "../../curriculum/store";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { putProposal } from "../../timetable/commands/putProposal";
import { recordedAs, yearDays, yearInDoubt } from "../rules/workshops";
import { type CourseInput, placeFields, type WorkshopInput, workshopSchema } from "../schema";
import { insertCourse } from "../store";
import { columnsOf } from "./choose";
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

/**
 * A trainer schedules a workshop of their own: a user training that is open at once, with a proposed timetable in which
 * they teach. It counts and is public once a coordinator approves it, or at once where the programme asks for no
 * approval. One whose days are over is recorded as held, and its roll can be taken at once.
 */
export const scheduleWorkshop = command("workshop.schedule", workshopSchema, (cx, input) => {
  const programme = gate.programme(cx, "workshop.schedule", input.programmeId);
  const trainer = cx.viewer.personId ?? refuse("notFound");
  const { startsOn } = input;
  const endsOn = input.endsOn ?? startsOn;
  const today = dayAt(cx.now, input.zone);
  demandYear(startsOn, endsOn, today);
  const others = input.trainerIds.filter((id) => id !== trainer);
  const plan = planOf(cx, input, endsOn, others);
  const { columns, moduleIds } = columnsOf(cx, plan, null);
  const slug = newSlug("user", columns.place, input.country, startsOn.slice(0, 4));
  const { id: courseId } = insertCourse(cx, {
    ...columns,
    ...recordedAs(endsOn, today),
    slug,
    search: "",
    audience: input.audience,
    scheduledBy: trainer,
    approvedAt: programme.approvesWorkshops ? null : cx.now,
    createdAt: cx.now,
    updatedAt: cx.now,
  });
  const trainerIds = [trainer, ...others];
  const course = gate.course(cx, "workshop.schedule", courseId);
  putParts(cx, course, { ...plan, trainerIds }, moduleIds);
  putProposal(cx, { ...course, startsOn, endsOn }, moduleIds, trainerIds, input);
  happened(cx, { kind: "workshop.scheduled", courseId });
  return { courseId, slug };
});
