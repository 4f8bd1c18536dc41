import type { Block } from "./propose";
import { roleOf, type SessionTrainers } from "./roles";
import { plannedMinutes } from "./sessions";
import { sharedAmong } from "./share";

/** Who trains a session, each in a role. */
export type Team = Record<keyof SessionTrainers, number[]>;

/** A session that there was, with who trained it. */
export type Taught = Block & SessionTrainers;

/** A session of a proposal, with who of the course's trainers is free at its time. */
export type ToTeach = { block: Block; free: readonly number[] };

/** What is known of a course's trainers. */
export type Known = {
  /** The language of a group, and that of a trainer; null where none is known. */
  ofGroup: (groupId: number | null) => string | null;
  ofTrainer: (personId: number) => string | null;
  /** Who leads where nobody says otherwise. */
  first: number | null;
  /** The course's trainers who train nothing of it yet. */
  newcomers: readonly number[];
};

/** A session with its trainers; `was`: who trained what it takes the place of, null where that is nothing. */
export type Taken = { block: Block; team: Team; was: Team | null };

const teamOf = (session: SessionTrainers): Team => {
  const as = (role: string) => session.trainerIds.filter((id) => roleOf(session, id) === role);
  return {
    trainerIds: [...session.trainerIds],
    coTrainerIds: as("co_trainer"),
    apprenticeIds: as("apprentice"),
  };
};

/** What is taught to whom, from what is nearest to a session to what is further. */
const things: readonly ((block: Block) => string)[] = [
  (b) => `${b.groupId ?? null} ${b.kind} ${b.moduleId} ${b.activityId ?? null}`,
  (b) => `${b.groupId ?? null} ${b.kind} ${b.moduleId}`,
];

const inOrder = <B extends Block>(blocks: readonly B[]): B[] =>
  [...blocks].sort((a, b) => `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`, "en"));

/** The one of some sessions in their order that is as far along as a block is among its own: the same piece of the same thing. */
function alike(block: Block, own: readonly Block[], were: readonly Taught[]): Taught {
  const minutes = (blocks: readonly Block[]) => blocks.reduce((sum, one) => sum + plannedMinutes(one), 0);
  const before = minutes(own.slice(0, own.indexOf(block)));
  const along = ((before + plannedMinutes(block) / 2) / minutes(own)) * minutes(were);
  return were.find((_, nth) => minutes(were.slice(0, nth + 1)) > along) ?? were.at(-1)!;
}

/** Who trained a group, or everybody, for most of the time. */
function usualTeam(groupId: number | null, sessions: readonly Taught[]): Team | null {
  const found = new Map<string, { team: Team; minutes: number }>();
  for (const session of sessions) {
    if ((session.groupId ?? null) !== groupId) continue;
    const team = teamOf(session);
    const key = JSON.stringify(team);
    found.set(key, { team, minutes: (found.get(key)?.minutes ?? 0) + plannedMinutes(session) });
  }
  return [...found.values()].sort((a, b) => b.minutes - a.minutes)[0]?.team ?? null;
}

/** Who trained what each block takes the place of: the same piece of the same thing, else the same group; null where nobody did. */
function teamsBefore(
  blocks: readonly Block[],
  going: readonly Taught[],
  staying: readonly Taught[],
): Map<Block, { team: Team | null; same: boolean }> {
  const trained = (sessions: readonly Taught[]) =>
    inOrder(sessions.filter(({ trainerIds }) => trainerIds.length > 0));
  const [gone, all] = [trained(going), trained([...going, ...staying])];
  const order = inOrder(blocks);
  return new Map(
    blocks.map((block): [Block, { team: Team | null; same: boolean }] => {
      for (const sessions of [gone, all])
        for (const thing of things) {
          const were = sessions.filter((one) => thing(one) === thing(block));
          const own = order.filter((one) => thing(one) === thing(block));
          if (were.length > 0) return [block, { team: teamOf(alike(block, own, were)), same: true }];
        }
      return [block, { team: usualTeam(block.groupId ?? null, all), same: false }];
    }),
  );
}

const roles = ["lead", "co_trainer", "apprentice"] as const;

/** Those of each team who are free, nobody twice: whoever leads first. */
function whoCan(teams: readonly (Team | null)[], free: readonly number[]): Team[] {
  const left = new Set(free);
  const kept = teams.map((): Team => ({ trainerIds: [], coTrainerIds: [], apprenticeIds: [] }));
  for (const role of roles)
    for (const [nth, team] of teams.entries())
      for (const id of team?.trainerIds ?? []) {
        if (roleOf(team!, id) !== role || !left.delete(id)) continue;
        kept[nth]!.trainerIds = [...kept[nth]!.trainerIds, id];
        if (role === "co_trainer") kept[nth]!.coTrainerIds = [...kept[nth]!.coTrainerIds, id];
        if (role === "apprentice") kept[nth]!.apprenticeIds = [...kept[nth]!.apprenticeIds, id];
      }
  return kept;
}

/** A team with somebody who leads it: of those who may, whoever speaks the language of its group, and of these the first of the course. */
function withLead(team: Team, language: string | null, { ofTrainer, first }: Known): Team {
  const may = team.trainerIds.filter((id) => !team.apprenticeIds.includes(id));
  if (may.length === 0 || may.some((id) => roleOf(team, id) === "lead")) return team;
  const speaking = may.filter((id) => language !== null && ofTrainer(id) === language);
  const among = speaking.length > 0 ? speaking : may;
  const lead = first !== null && among.includes(first) ? first : Math.min(...among);
  return { ...team, coTrainerIds: team.coTrainerIds.filter((id) => id !== lead) };
}

/** The trainers of blocks that are at one time. */
function trainersBeside(
  beside: readonly ToTeach[],
  before: ReturnType<typeof teamsBefore>,
  known: Known,
): Taken[] {
  const teams = beside.map(({ block }) => before.get(block)!.team);
  const languages = beside.map(({ block }) => known.ofGroup(block.groupId ?? null));
  const kept = whoCan(teams, beside[0]!.free);
  const left = beside[0]!.free.filter((id) => !kept.some(({ trainerIds }) => trainerIds.includes(id)));
  const add = (ids: readonly number[]) => {
    const shares = sharedAmong(
      languages,
      ids.map((id) => ({ id, language: known.ofTrainer(id) })),
      kept.map(({ trainerIds }) => trainerIds),
    );
    for (const [nth, team] of kept.entries()) {
      const come = shares[nth]!.filter((id) => !team.trainerIds.includes(id));
      team.trainerIds = [...team.trainerIds, ...come];
      team.coTrainerIds = [...team.coTrainerIds, ...come];
    }
  };
  // Of what nobody trained yet everybody has a share; else whoever trains nothing yet.
  add(teams.every((team) => team === null) ? left : left.filter((id) => known.newcomers.includes(id)));
  const others = left.filter((id) => !kept.some(({ trainerIds }) => trainerIds.includes(id)));
  return beside.map(({ block }, nth) => {
    const team = kept[nth]!;
    const language = languages[nth]!;
    if (team.trainerIds.every((id) => team.apprenticeIds.includes(id))) {
      const speaks = others.findIndex((id) => language !== null && known.ofTrainer(id) === language);
      const [instead] = others.splice(Math.max(0, speaks), 1);
      if (instead !== undefined) team.trainerIds = [...team.trainerIds, instead];
    }
    const was = before.get(block)!;
    return { block, team: withLead(team, language, known), was: was.same ? was.team : null };
  });
}

/**
 * Who trains the sessions of a proposal: whoever trained the same piece of the same thing in the sessions that go, in the same
 * role, where they are free. What nobody trained yet is shared: all who are free, of groups that meet beside each other each its
 * share. Nobody is in two places.
 */
export function trainersAgain(
  sessions: readonly ToTeach[],
  going: readonly Taught[],
  staying: readonly Taught[],
  known: Known,
): Taken[] {
  const blocks = sessions.map(({ block }) => block);
  const before = teamsBefore(blocks, going, staying);
  const times = [...new Set(blocks.map(({ day, startsAt }) => `${day} ${startsAt}`))];
  const taken = times.flatMap((time) =>
    trainersBeside(
      sessions.filter(({ block: { day, startsAt } }) => `${day} ${startsAt}` === time),
      before,
      known,
    ),
  );
  const byBlock = new Map(taken.map((one) => [one.block, one]));
  return blocks.map((block) => byBlock.get(block)!);
}

/** Whoever trained what a session of a proposal takes the place of and does not train that, and how many such sessions there are. */
export function otherTrainers(taken: readonly Taken[]): { sessions: number; personIds: number[] } {
  const gone = taken.map(({ team, was }) =>
    (was?.trainerIds ?? []).filter((id) => !team.trainerIds.includes(id)),
  );
  return {
    sessions: gone.filter(({ length }) => length > 0).length,
    personIds: [...new Set(gone.flat())],
  };
}
