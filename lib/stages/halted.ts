import { type HaltedStage, isHaltedStage } from "../../db/values/stages";
import type { Context } from "../acts/context";
import { toolKeysIn, trainingIn } from "../courses/store/cascade";
import { namesKnownTo } from "../people/store/namedAmong";
import { wayNames } from "./queries/observing";
import { standingsOf } from "./store/standings";

/**
 * By course, who trains in it though their way with a tool that it teaches is halted in its programme: since when, and which.
 * However many courses they are, all is read at once.
 */
export function haltedTrainersOf(cx: Context, courses: readonly { id: number; programmeId: number }[]) {
  const keys = courses.map(({ id }) => id);
  const trainers = trainingIn(cx, keys);
  const halted = standingsOf(cx, [...new Set(trainers.map(({ personId }) => personId))]).flatMap(
    ({ stage, ...way }) => (isHaltedStage(stage) ? [{ ...way, stage }] : []),
  );
  if (halted.length === 0) return new Map<number, HaltedTrainer[]>();
  const tools = toolKeysIn(cx, keys);
  const named = wayNames(cx, halted);
  const names = namesKnownTo(
    cx,
    halted.map(({ personId }) => personId),
    "all",
  );
  return new Map(
    courses.map(({ id, programmeId }) => {
      const here = new Set(trainers.flatMap(({ courseId, personId }) => (courseId === id ? personId : [])));
      const taught = tools.get(id) ?? [];
      const found = halted.filter(
        (way) => way.programmeId === programmeId && here.has(way.personId) && taught.includes(way.toolId),
      );
      return [
        id,
        found.map((way): HaltedTrainer => {
          const { name, latinName } = names.get(way.personId)!;
          return {
            person: { id: way.personId, name, latinName },
            ...{ ...named(way), stage: way.stage, since: way.since },
          };
        }),
      ];
    }),
  );
}

/** A trainer whose way with a tool is halted, and which. */
export type HaltedTrainer = {
  person: { id: number; name: string; latinName: string | null };
  stage: HaltedStage;
  since: string;
} & ReturnType<ReturnType<typeof wayNames>>;
