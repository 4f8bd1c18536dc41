import type { Context } from "../../acts/context";
import { coursesWithPresence, refreshedIn } from "../../attendance/store/presence";
import { certificationsOf, completedAmong } from "../../certificates/store/ofPerson";
import { coursesAsEvidence, modulesTaughtIn } from "../../courses/store/taught";
import { type ProgrammeDays, programmeDays } from "../../programmes/store/days";
import {
  coursesWithPracticum,
  type ModuleTaughtAs,
  taughtInRoles,
  teamsOf,
} from "../../timetable/store/taughtAs";
import { evidenceOf, keyOfCourse, keyOfPlan } from "../rules/entered";
import { isWhole, type LedgerCatalogue, type ModuleOfTool, modulesOfTools } from "../rules/ledger";
import type { Evidence } from "../rules/stage";
import { stageEventsOf } from "./events";
import { everPlanned } from "./plans";
import { everRecognised } from "./recognised";

/** What somebody did with one tool in one programme, with what they did with the tool anywhere. */
export type Way = { personId: number; toolId: number; programmeId: number; history: Evidence[] };

type InCourse = ReturnType<typeof completedAmong>[number];
type Modules = ReadonlyMap<number, ModuleOfTool>;
/** The catalogue as histories need it: which module of its tool each row is, and each tool by its key. */
type Tools = { modules: Modules; tools: ReadonlyMap<number, LedgerCatalogue[number]> };

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

/** What is known of the courses that several people taught. */
type Taught = {
  courses: ReturnType<typeof coursesAsEvidence>;
  /** Who taught which module of a course as lead or co-trainer, by the course. */
  teams: Map<string, ReturnType<typeof teamsOf>>;
  rolls: ReadonlySet<number>;
};

/**
 * Workshops for users that ended, and trainings of trainers that were delivered, by tool; each once, in the highest role, with the
 * modules that they taught in it. A training of trainers is delivered in full by whoever taught every module of the tool in it, as
 * lead or co-trainer; what colleagues taught of it alone is theirs.
 */
function taughtEvidence({ courses, teams, rolls }: Taught, taught: readonly ModuleTaughtAs[], of: Tools) {
  const { modules, tools } = of;
  return [
    ...byKey(taught, ({ courseId, moduleId }) => `${modules.get(moduleId)?.toolId} ${courseId}`),
  ].flatMap(([key, rows]): (Evidence & { toolId: number })[] => {
    const { courseId } = rows[0]!;
    const course = courses.get(courseId);
    const day = course?.endsOn ?? rows[0]!.day;
    if (course?.state !== "closed" || day === null) return [];
    const toolId = Number(key.split(" ")[0]);
    const tool = tools.get(toolId);
    const piece = { key: keyOfCourse(toolId, courseId), day, toolId };
    // A course without a timetable says no roles: whoever trained it was there.
    const roles = rows.map(({ role }) => role ?? "co_trainer");
    const role = roles.includes("lead") ? "lead" : roles.includes("co_trainer") ? "co_trainer" : "apprentice";
    const asTrainer = rows.filter((one) => role === "apprentice" || one.role !== "apprentice");
    const codes = new Set(asTrainer.map(({ moduleId }) => modules.get(moduleId)!.code));
    const own = { modules: [...codes].sort() };
    if (course.kind === "tot") {
      const partly = tool === undefined || !isWhole(tool, modules, codes);
      return role === "apprentice" ? [] : [{ ...piece, ...own, kind: "tot_taught", partly }];
    }
    const team = (teams.get(String(courseId)) ?? []).filter(
      ({ moduleId }) => moduleId !== null && modules.get(moduleId)?.toolId === toolId,
    );
    const trainers = rows.some((one) => one.role === null)
      ? course.trainers
      : new Set(team.map(({ personId }) => personId)).size;
    return [{ ...piece, ...own, kind: "workshop", role, trainers, roll: rolls.has(courseId) }];
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

/** The modules of a tool that somebody completed in other courses than these trainings, each course as a piece. */
const learntElsewhere = (
  rows: readonly InCourse[],
  [toolId, programmeId]: [toolId: number, programmeId: number],
  modules: Modules,
): Evidence[] =>
  [
    ...byKey(rows, (one) =>
      modules.get(one.moduleId)?.toolId === toolId && (one.kind !== "tot" || one.programmeId !== programmeId)
        ? String(one.courseId)
        : null,
    ),
  ].map(([courseId, own]) => ({
    key: `learnt ${courseId}`,
    day: own[0]!.endsOn ?? own[0]!.issuedOn,
    kind: "learnt",
    modules: own.map(({ moduleId }) => modules.get(moduleId)!.code),
  }));

/** The refreshers with a tool at which somebody was present, once a course; of which tool says its module, else each one of its course. */
const refreshed = (
  rows: ReturnType<typeof refreshedIn>,
  taught: ReadonlyMap<string, readonly { moduleId: number }[]>,
  ...[toolId, modules]: [toolId: number, modules: Modules]
): Evidence[] => {
  const isOf = (moduleId: number) => modules.get(moduleId)?.toolId === toolId;
  const own = rows.filter(({ courseId, moduleId }) =>
    moduleId === null
      ? (taught.get(String(courseId)) ?? []).some((one) => isOf(one.moduleId))
      : isOf(moduleId),
  );
  return [...byKey(own, ({ courseId }) => String(courseId))].map(([courseId, all]) => ({
    key: `refresher ${toolId} ${courseId}`,
    day: all
      .map(({ day }) => day)
      .sort()
      .at(-1)!,
    kind: "refresher",
  }));
};

/**
 * What of a tool is or was recognised of somebody's earlier learning: on the day that its evidence says, else when it was entered; and
 * that it was taken back, on the day on which it was.
 */
const recognisedIn = (
  rows: ReturnType<typeof everRecognised>,
  toolId: number,
  modules: Modules,
  dayOf: (instant: number) => string,
): Evidence[] =>
  rows.flatMap(({ id, moduleId, day, at, takenBackAt }): Evidence[] => {
    const of = modules.get(moduleId);
    if (of?.toolId !== toolId) return [];
    const key = `recognised ${id}`;
    return [
      { key, day: day ?? dayOf(at), kind: "recognised", modules: [of.code] },
      ...(takenBackAt === null
        ? []
        : [{ key: `${key} back`, day: dayOf(takenBackAt), kind: "taken_back" as const, of: key }]),
    ];
  });

/** The action plans of somebody with a tool that these registrations asked for: each until another one took its place. */
const planned = (
  plans: ReturnType<typeof everPlanned>,
  toolId: number,
  of: ReadonlySet<number>,
  dayOf: (instant: number) => string,
): Evidence[] =>
  plans
    .filter((plan) => plan.toolId === toolId && of.has(plan.registrationId))
    .flatMap(({ id, madeAt, endedAt }): Evidence[] => {
      const key = keyOfPlan(id);
      return [
        { key, day: dayOf(madeAt), kind: "action_plan" },
        ...(endedAt === null
          ? []
          : [{ key: `${key} ended`, day: dayOf(endedAt), kind: "taken_back" as const, of: key }]),
      ];
    });

/** What is recorded of several people, read at once. */
function recordsOf(cx: Context, personIds: readonly number[]) {
  const completed = completedAmong(cx, personIds);
  const tots = completed.filter(({ kind }) => kind === "tot");
  const taught = taughtInRoles(cx, personIds);
  const courseIds = [...new Set(taught.map(({ courseId }) => courseId))];
  const refreshers = refreshedIn(cx, personIds);
  const of = <Row extends { personId: number }>(rows: readonly Row[]) =>
    byKey(rows, ({ personId }) => String(personId));
  return {
    days: programmeDays(cx),
    tots: of(tots),
    completed: of(completed),
    refreshers: of(refreshers),
    modulesOf: byKey(
      modulesTaughtIn(cx, [...new Set(refreshers.map(({ courseId }) => courseId))]),
      ({ courseId }) => String(courseId),
    ),
    taught: of(taught),
    entered: of(stageEventsOf(cx, personIds)),
    recognised: of(everRecognised(cx, personIds)),
    certifications: of(certificationsOf(cx, personIds)),
    practised: coursesWithPracticum(cx, [...new Set(tots.map(({ courseId }) => courseId))]),
    courses: coursesAsEvidence(cx, courseIds),
    teams: byKey(teamsOf(cx, courseIds), ({ courseId }) => String(courseId)),
    rolls: coursesWithPresence(cx, courseIds),
    plans: everPlanned(cx, [...new Set(tots.map(({ registrationId }) => registrationId))]),
  };
}

/** The ways of one of them. */
function waysIn(records: ReturnType<typeof recordsOf>, personId: number, catalogue: Tools): Way[] {
  const { modules } = catalogue;
  const own = <Row>(rows: Map<string, Row[]>) => rows.get(String(personId)) ?? [];
  const tots = own(records.tots);
  const entered = own(records.entered);
  const learntAt = byKey(tots, (r) => `${modules.get(r.moduleId)?.toolId} ${r.programmeId}`);
  const enteredAt = byKey(entered, (one) => `${one.toolId} ${one.programmeId}`);
  const ways = [...new Set([...learntAt.keys(), ...enteredAt.keys()])];
  if (ways.length === 0) return [];
  const work = taughtEvidence(records, own(records.taught), catalogue);
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
        ...learntElsewhere(own(records.completed), [toolId, programmeId], modules),
        ...refreshed(own(records.refreshers), records.modulesOf, toolId, modules),
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
export function waysAmong(cx: Context, personIds: readonly number[], catalogue: LedgerCatalogue): Way[] {
  if (personIds.length === 0) return [];
  const of = {
    modules: modulesOfTools(catalogue),
    tools: new Map(catalogue.map((tool) => [tool.id, tool])),
  };
  const records = recordsOf(cx, personIds);
  return personIds.flatMap((personId) => waysIn(records, personId, of));
}
