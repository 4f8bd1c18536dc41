import type { Context } from "../../acts/context";
import { coursesWithPresence } from "../../attendance/store/presence";
import { certificationsOf, completedAmong } from "../../certificates/store/ofPerson";
import { coursesAsEvidence } from "../../courses/store/taught";
import { type ProgrammeDays, programmeDays } from "../../programmes/store/days";
import { coursesWithPracticum, type ModuleTaughtAs, taughtInRoles } from "../../timetable/store/taughtAs";
import { evidenceOf, keyOfCourse } from "../rules/entered";
import type { ModuleOfTool } from "../rules/ledger";
import type { Evidence } from "../rules/stage";
import { stageEventsOf } from "./events";
import { plansOf } from "./plans";
import { recognisedOf } from "./recognised";

/** What somebody did with one tool in one programme, with what they did with the tool anywhere. */
export type Way = { personId: number; toolId: number; programmeId: number; history: Evidence[] };

type InCourse = ReturnType<typeof completedAmong>[number];
type Modules = ReadonlyMap<number, ModuleOfTool>;

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

/** Workshops for users that ended, and trainings of trainers that were delivered, by tool; each once, in the highest role. */
function taughtEvidence(
  courses: ReturnType<typeof coursesAsEvidence>,
  taught: readonly ModuleTaughtAs[],
  modules: Modules,
  rolls: ReadonlySet<number>,
) {
  return [
    ...byKey(taught, ({ courseId, moduleId }) => `${modules.get(moduleId)?.toolId} ${courseId}`),
  ].flatMap(([key, rows]): (Evidence & { toolId: number })[] => {
    const course = courses.get(rows[0]!.courseId);
    const day = course?.endsOn ?? rows[0]!.day;
    if (course?.state !== "closed" || day === null) return [];
    const toolId = Number(key.split(" ")[0]);
    const piece = { key: keyOfCourse(toolId, rows[0]!.courseId), day, toolId };
    // A course without a timetable says no roles: whoever trained it was there.
    const roles = rows.map(({ role }) => role ?? "co_trainer");
    const role = roles.includes("lead") ? "lead" : roles.includes("co_trainer") ? "co_trainer" : "apprentice";
    if (course.kind === "tot") return role === "apprentice" ? [] : [{ ...piece, kind: "tot_taught" }];
    const roll = rolls.has(rows[0]!.courseId);
    const empty = course.countedBy === "people" && !roll;
    return [{ ...piece, kind: "workshop", role, trainers: course.trainers, roll, empty }];
  });
}

/**
 * Certifications of somebody, and that they were taken back without another in their place, by tool and programme. What came of
 * something entered, such as an approval or a renewal, was decided there; a document in the place of another one that holds as
 * long decides nothing anew.
 */
function certified(
  rows: ReturnType<typeof certificationsOf>,
  modules: Modules,
  entered: ReadonlySet<number | null>,
  days: ProgrammeDays,
) {
  const untilOf = new Map(rows.map(({ certificateId, until }) => [certificateId, until]));
  return [
    ...byKey(rows, ({ moduleId, toolId, programmeId, certificateId }) => {
      const of = modules.get(moduleId)?.toolId;
      return toolId === null || toolId === of ? `${of} ${programmeId} ${certificateId}` : null;
    }),
  ].flatMap(([key, of]): { at: string; one: Evidence }[] => {
    const { day, until, revokedAt, replaced, replacesId, certificateId } = of[0]!;
    if (until === null) return [];
    const at = key.split(" ").slice(0, 2).join(" ");
    const codes = of.map(({ moduleId }) => modules.get(moduleId)!.code);
    const piece = { key: `certificate ${certificateId}`, day };
    const decidedElsewhere =
      entered.has(certificateId) || (replacesId !== null && untilOf.get(replacesId) === until);
    const approved: Evidence = {
      ...piece,
      kind: "approved",
      of: null,
      modules: codes,
      until,
      exception: false,
    };
    const revoked = revokedAt !== null && !replaced;
    const end = { key: `${piece.key} revoked`, kind: "withdrawn" as const };
    return [
      ...(decidedElsewhere ? [] : [{ at, one: approved }]),
      ...(revoked ? [{ at, one: { ...end, day: days.of(of[0]!.programmeId, revokedAt) } }] : []),
    ];
  });
}

/** The trainings of trainers that somebody completed with a tool, each as a piece. */
function completedTots(
  rows: readonly InCourse[],
  practised: ReadonlySet<number>,
  modules: Modules,
): Evidence[] {
  return [...byKey(rows, ({ courseId }) => String(courseId))].map(([courseId, own]) => ({
    key: `tot ${courseId}`,
    day: own[0]!.endsOn ?? own[0]!.issuedOn,
    kind: "tot_completed",
    modules: own.map(({ moduleId }) => modules.get(moduleId)!.code),
    practicum: practised.has(Number(courseId)),
  }));
}

/** What of a tool is recognised of somebody's earlier learning: on the day that its evidence says, else when it was entered. */
const recognisedIn = (
  rows: ReturnType<typeof recognisedOf>,
  toolId: number,
  modules: Modules,
  dayOf: (instant: number) => string,
): Evidence[] =>
  rows.flatMap(({ id, moduleId, day, at }) => {
    const of = modules.get(moduleId);
    return of?.toolId === toolId
      ? [{ key: `recognised ${id}`, day: day ?? dayOf(at), kind: "recognised", modules: [of.code] }]
      : [];
  });

/** The action plans of somebody with a tool that these registrations asked for. */
const planned = (
  plans: ReturnType<typeof plansOf>,
  toolId: number,
  of: ReadonlySet<number>,
  dayOf: (instant: number) => string,
): Evidence[] =>
  plans
    .filter((plan) => plan.toolId === toolId && of.has(plan.registrationId))
    .map((plan) => ({
      key: `plan ${plan.registrationId} ${plan.number}`,
      day: dayOf(plan.madeAt),
      kind: "action_plan",
    }));

/** What is recorded of several people, read at once. */
function recordsOf(cx: Context, personIds: readonly number[]) {
  const tots = completedAmong(cx, personIds).filter(({ kind }) => kind === "tot");
  const taught = taughtInRoles(cx, personIds);
  const of = <Row extends { personId: number }>(rows: readonly Row[]) =>
    byKey(rows, ({ personId }) => String(personId));
  return {
    days: programmeDays(cx),
    tots: of(tots),
    taught: of(taught),
    entered: of(stageEventsOf(cx, personIds)),
    recognised: of(recognisedOf(cx, personIds)),
    certifications: of(certificationsOf(cx, personIds)),
    practised: coursesWithPracticum(cx, [...new Set(tots.map(({ courseId }) => courseId))]),
    courses: coursesAsEvidence(cx, [...new Set(taught.map(({ courseId }) => courseId))]),
    rolls: coursesWithPresence(cx, [...new Set(taught.map(({ courseId }) => courseId))]),
    plans: plansOf(cx, [...new Set(tots.map(({ registrationId }) => registrationId))]),
  };
}

/** The ways of one of them. */
function waysIn(records: ReturnType<typeof recordsOf>, personId: number, modules: Modules): Way[] {
  const own = <Row>(rows: Map<string, Row[]>) => rows.get(String(personId)) ?? [];
  const tots = own(records.tots);
  const entered = own(records.entered);
  const learntAt = byKey(tots, (r) => `${modules.get(r.moduleId)?.toolId} ${r.programmeId}`);
  const enteredAt = byKey(entered, (one) => `${one.toolId} ${one.programmeId}`);
  const ways = [...new Set([...learntAt.keys(), ...enteredAt.keys()])];
  if (ways.length === 0) return [];
  const work = taughtEvidence(records.courses, own(records.taught), modules, records.rolls);
  const ofApprovals = new Set(entered.map(({ certificateId }) => certificateId));
  const documents = certified(own(records.certifications), modules, ofApprovals, records.days);
  return ways.map((at) => {
    const [toolId, programmeId] = at.split(" ").map(Number) as [number, number];
    const dayOf = (instant: number) => records.days.of(programmeId, instant);
    const rows = learntAt.get(at) ?? [];
    const codes = [
      ...new Set([...modules.values()].flatMap((one) => (one.toolId === toolId ? one.code : []))),
    ];
    return {
      ...{ personId, toolId, programmeId },
      history: [
        ...completedTots(rows, records.practised, modules),
        ...recognisedIn(own(records.recognised), toolId, modules, dayOf),
        ...planned(records.plans, toolId, new Set(rows.map(({ registrationId }) => registrationId)), dayOf),
        ...work.filter((one) => one.toolId === toolId),
        ...documents.flatMap((d) => (d.at === at ? d.one : [])),
        ...evidenceOf(enteredAt.get(at) ?? [], codes),
      ],
    };
  });
}

/**
 * Every way that each of these people is on: a tool and the programme in whose training of trainers they completed some of it,
 * or in which something was entered of them.
 */
export function waysAmong(cx: Context, personIds: readonly number[], modules: Modules): Way[] {
  if (personIds.length === 0) return [];
  const records = recordsOf(cx, personIds);
  return personIds.flatMap((personId) => waysIn(records, personId, modules));
}
