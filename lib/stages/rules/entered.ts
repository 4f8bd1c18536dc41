import type { Rubric, StageAwaits, StageEventKind } from "../../../db/values/stages";
import { type Evidence, knownOn, only } from "./stage";

/** What was entered, as far as a history asks. */
export type Entered = {
  id: number;
  toolId: number;
  kind: StageEventKind;
  day: string;
  ofId: number | null;
  awaits: StageAwaits | null;
  courseId: number | null;
  modules: string[] | null;
  until: string | null;
  exception: boolean;
  rubric: Rubric | null;
  enteredBy: number | null;
};

/** The key in a history of something that was entered. */
export const keyOfEvent = (id: number): string => `event ${id}`;

/** Which entry such a key is of. */
export const eventOfKey = (key: string): number => Number(key.split(" ")[1]);

/** A history without what these entries say in it. */
export function historyWithout<One extends { key: string }>(
  history: readonly One[],
  left: readonly { id: number }[],
): One[] {
  const keys = new Set(left.map(({ id }) => keyOfEvent(id)));
  return history.filter(({ key }) => !keys.has(key));
}

/** The key in a history of a course that somebody taught with a tool. */
export const keyOfCourse = (toolId: number, courseId: number): string => `course ${toolId} ${courseId}`;

/** Name of a workshop that was planned. */
export const keyOfPlan = (id: number): string => `plan ${id}`;

/** Which planned workshop such a name is of; null for a name of something else. */
export const idOfPlan = (key: string): number | null => Number(/^plan (\d+)$/.exec(key)?.[1] ?? 0) || null;

/** The course of such a key. */
export const courseOfKey = (key: string): number => Number(key.split(" ")[2]);

/** The training of trainers of the key of a completed one. */
export const courseOfTot = (key: string): number => Number(key.split(" ")[1]);

/** The training of trainers with which somebody began, by its key as a course; null for whoever completed none. */
export const firstTraining = (history: readonly Evidence[]): number | null => {
  const [first] = only(knownOn(history, "9999-12-31"), "tot_completed");
  return first ? courseOfTot(first.key) : null;
};

/**
 * The civil day on which a way began: the last one of the first training of trainers, or that of the certification of whoever was
 * certified before; null where neither is known.
 */
export const wayBegan = (history: readonly Evidence[]): string | null => {
  const known = knownOn(history, "9999-12-31");
  const days = [only(known, "tot_completed")[0]?.day, only(known, "approved")[0]?.day];
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
};

/** Mean of a rubric's points in tenths of a point, down to the whole tenth: who falls short of a mark has not reached it. */
export const meanOf = ({ points }: Rubric): number =>
  Math.floor((points.reduce((sum, one) => sum + one, 0) * 10) / points.length);

/**
 * What of these entries says nothing in a history: what somebody else is yet to decide, and their answers to it. A certification
 * from before counts, as of its own day, once somebody else confirmed it.
 */
function unsaid(entered: readonly Entered[]): ReadonlySet<number> {
  // An observation that awaits a signature is said, with that.
  const proposed = new Set(
    entered.flatMap(({ id, kind, awaits }) => (awaits === null || kind === "observation" ? [] : id)),
  );
  const confirmed = new Set(entered.flatMap(({ kind, ofId }) => (kind === "approved" ? (ofId ?? []) : [])));
  const answers: readonly StageEventKind[] = ["approved", "returned", "refused", "struck"];
  return new Set(
    entered.flatMap(({ id, kind, ofId, awaits }) =>
      (proposed.has(id) && !(awaits === "confirmed" && confirmed.has(id))) ||
      (answers.includes(kind) && ofId !== null && proposed.has(ofId))
        ? id
        : [],
    ),
  );
}

/**
 * What was entered as pieces of a history; what awaits somebody else says nothing there.
 * @param all the codes of the tool's modules: what was recommended or approved of the whole tool.
 */
export function evidenceOf(entered: readonly Entered[], all: readonly string[]): Evidence[] {
  const silent = unsaid(entered);
  return entered.flatMap((one): Evidence[] => {
    const { kind, day, ofId, until } = one;
    if (silent.has(one.id)) return [];
    const piece = { key: keyOfEvent(one.id), day };
    const of = ofId === null ? "" : keyOfEvent(ofId);
    const modules = one.modules ?? all;
    switch (kind) {
      case "signed": {
        const under = entered.find(({ id }) => id === ofId);
        if (under?.kind === "observation") return [{ ...piece, kind, of }];
        return under?.kind === "struck" ? [{ ...piece, kind: "left", of }] : [];
      }
      case "workshop_confirmed":
        return [{ ...piece, kind, of: keyOfCourse(one.toolId, one.courseId!) }];
      case "observation": {
        const rubric = one.rubric!;
        const seen = keyOfCourse(one.toolId, one.courseId!);
        const said = {
          observer: String(one.enteredBy),
          mean: meanOf(rubric),
          lowest: Math.min(...rubric.points),
          ...(one.awaits === null ? {} : { bothSign: true }),
        };
        return [{ ...piece, kind, of: seen, ...said }];
      }
      case "recommended":
        return [{ ...piece, kind, modules }];
      case "approved":
        return [{ ...piece, kind, of: of || null, modules, until: until!, exception: one.exception }];
      case "certified_before":
        return [
          { ...piece, kind: "approved", of: null, modules, until: until!, exception: false, before: true },
        ];
      case "renewed":
      case "master_approved":
        return [
          {
            ...{ ...piece, kind, until: until!, exception: one.exception },
            ...(one.modules ? { modules: one.modules } : {}),
          },
        ];
      case "returned":
      case "refused":
      case "resumed":
      case "struck":
        return [{ ...piece, kind, of }];
      default:
        return [{ ...piece, kind }];
    }
  });
}
