import { isTheirs } from "../../groups/rules";
import { minutesOfAll } from "./grid";

/** Hours of the modules in a timetable, as those have them who sit through it. */

/** A session as its hours are counted. */
type Counted = { minutes: number; moduleId: number | null; groupId?: number | null };

/** Minutes of a timetable, as one person sits through it: of modules, of all else, and how many the modules take. */
export function hoursIn(sessions: readonly Counted[], modules: readonly { minutes: number }[]) {
  const all = minutesOfAll(sessions);
  const ofModules = Math.min(all, minutesOfAll(sessions.filter(({ moduleId }) => moduleId !== null)));
  const needed = modules.reduce((sum, { minutes }) => sum + minutes, 0);
  return { all, ofModules, besides: all - ofModules, needed };
}

/** What a timetable has of a module for one group, or for everybody alike (null): minutes planned, and minutes left to plan. */
type OfGroup = { groupId: number | null; planned: number; left: number };

const minutesFor = (sessions: readonly Counted[], groupId: number | null): number =>
  sessions
    .filter((s) => isTheirs({ groupId: s.groupId ?? null }, { groupId }))
    .reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * For how many minutes a timetable plans each module, beside those that it takes. They are counted for each group of the
 * course, its own sessions and those of everybody; where there are no groups, for everybody. `planned` is of the group that
 * has least, and `lacking` are those that have too little: one line of everybody where all lack the same.
 * @param groupIds all groups of the course, also those that have no session.
 */
export const modulesPlanned = <M extends { id: number; minutes: number }>(
  modules: readonly M[],
  sessions: readonly Counted[],
  groupIds: readonly number[],
): (M & { planned: number; lacking: OfGroup[] })[] =>
  modules.map((module) => {
    const own = sessions.filter((s) => s.moduleId === module.id);
    const each = (groupIds.length === 0 ? [null] : groupIds).map((groupId): OfGroup => {
      const planned = minutesFor(own, groupId);
      return { groupId, planned, left: Math.max(0, module.minutes - planned) };
    });
    const lacking = each.filter(({ left }) => left > 0);
    const alike = lacking.length === each.length && lacking.every(({ left }) => left === lacking[0]!.left);
    return {
      ...module,
      planned: Math.min(...each.map(({ planned }) => planned)),
      lacking: alike && lacking[0] ? [{ ...lacking[0], groupId: null }] : lacking,
    };
  });

/** Those of these modules of which a group, or everybody, has too little, with most minutes that one of them lacks. */
export const modulesShort = <M extends { id: number; minutes: number }>(
  modules: readonly M[],
  sessions: readonly Counted[],
  groupIds: readonly number[],
) =>
  modulesPlanned(modules, sessions, groupIds)
    .map((module) => ({ ...module, left: Math.max(0, ...module.lacking.map(({ left }) => left)) }))
    .filter(({ left }) => left > 0);

/**
 * Minutes that whoever is in no group misses of what every group has: of modules, no more than each takes; of what is no
 * module (micro-teaching, practicum), what the group with least of it has of its own.
 */
export const minutesOutsideGroups = (
  modules: readonly { id: number; minutes: number }[],
  sessions: readonly Counted[],
  groupIds: readonly number[],
): number => {
  if (groupIds.length === 0) return 0;
  const theirs = modulesPlanned(modules, sessions, []);
  const ofModules = modulesPlanned(modules, sessions, groupIds).reduce(
    (sum, { planned, minutes }, nth) => sum + Math.max(0, Math.min(planned, minutes) - theirs[nth]!.planned),
    0,
  );
  const rest = sessions.filter(({ moduleId }) => moduleId === null);
  const least = Math.min(...groupIds.map((groupId) => minutesFor(rest, groupId)));
  return ofModules + least - minutesFor(rest, null);
};
