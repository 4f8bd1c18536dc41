import { describe, expect, it } from "vitest";
import { otherTrainers, type Taught, trainersAgain } from "../../lib/timetable/rules/again";
import type { Block } from "../../lib/timetable/rules/propose";

const [rami, ziad, nour, beatrice] = [1, 2, 3, 4] as const;
const [groupA, groupB] = [10, 11];
const everybody = [rami, ziad, nour, beatrice];
const speaks = new Map<number, string>([
  [rami, "ar"],
  [ziad, "ar"],
  [nour, "ar"],
  [beatrice, "en"],
]);

const block = (startsAt: string, endsAt: string, more: Partial<Block> = {}): Block => ({
  ...{ day: "2027-05-09", startsAt, endsAt, moduleId: 1, kind: "module" },
  ...more,
});
const taught = (of: Block, lead: number, ...coTrainerIds: number[]): Taught => ({
  ...of,
  ...{ trainerIds: [lead, ...coTrainerIds], coTrainerIds, apprenticeIds: [] },
});

/** Proposes again: who trains each block, the lead first. */
function again(
  blocks: readonly Block[],
  going: readonly Taught[],
  { free = everybody, staying = [] as readonly Taught[], newcomers = [] as readonly number[] } = {},
) {
  const taken = trainersAgain(
    blocks.map((one) => ({ block: one, free })),
    going,
    staying,
    {
      ofGroup: (id) => (id === groupA ? "ar" : id === groupB ? "en" : null),
      ofTrainer: (id) => speaks.get(id) ?? null,
      first: rami,
      newcomers,
    },
  );
  const who = taken.map(({ team: { trainerIds, coTrainerIds } }) => [
    ...trainerIds.filter((id) => !coTrainerIds.includes(id)),
    ...coTrainerIds,
  ]);
  return { who, others: otherTrainers(taken) };
}

describe("who trains a timetable that is proposed again", () => {
  const parallel = [
    block("09:00", "11:00", { groupId: groupA }),
    block("09:00", "11:00", { groupId: groupB }),
  ];
  const opening = block("08:30", "09:00", { moduleId: null, kind: "opening" });
  const was = [taught(opening, ziad), taught(parallel[0]!, ziad, rami), taught(parallel[1]!, beatrice, nour)];

  it("is whoever led and trained that module of that group, in the same role, at whatever time it is now", () => {
    const later = [opening, ...parallel].map((one) => ({ ...one, day: "2027-05-10" }));
    expect(again(later, was)).toEqual({
      who: [[ziad], [ziad, rami], [beatrice, nour]],
      others: { sessions: 0, personIds: [] },
    });
  });
  it("is the same piece of a module in fewer or more pieces", () => {
    const pieces = [taught(block("09:00", "11:00"), ziad), taught(block("11:00", "13:00"), nour)];
    const four = ["09", "10", "11", "12"].map((at) => block(`${at}:00`, `${Number(at) + 1}:00`));
    expect(again(four, pieces).who).toEqual([[ziad], [ziad], [nour], [nour]]);
    expect(again(pieces, pieces).who).toEqual([[ziad], [nour]]);
  });
  it("is of what is new whoever trains that group mostly; nobody who trains something already", () => {
    const test = block("14:00", "15:00", { kind: "test", moduleId: null });
    const micro = [groupA, groupB].map((groupId) => ({ ...test, kind: "micro_teaching" as const, groupId }));
    expect(again([test, ...micro.map((one) => ({ ...one, startsAt: "15:00" }))], was).who).toEqual([
      [ziad],
      [ziad, rami],
      [beatrice, nour],
    ]);
  });
  it("is said where somebody is not free, and a co-trainer who speaks its language leads instead", () => {
    const free = [rami, nour, beatrice];
    expect(again(parallel, was, { free })).toEqual({
      who: [[rami], [beatrice, nour]],
      others: { sessions: 1, personIds: [ziad] },
    });
    // Where nobody of a team is free, one who trains nothing then takes its place: first who speaks its language.
    const one = [block("09:00", "11:00", { groupId: groupB })];
    expect(again(one, [taught(one[0]!, nour)], { free: [rami, beatrice] })).toEqual({
      who: [[beatrice]],
      others: { sessions: 1, personIds: [nour] },
    });
  });
  it("has whoever trains nothing yet besides, in the group whose language they speak; their lead stays", () => {
    const two = [taught(parallel[0]!, ziad), taught(parallel[1]!, nour)];
    expect(again(parallel, two, { newcomers: [rami, beatrice] }).who).toEqual([
      [ziad, rami],
      [nour, beatrice],
    ]);
  });
  it("of what nobody trained yet is shared, and led by somebody who speaks the language of the group", () => {
    // Of five trainers each group has one of its language first; the lead is none who came to even the numbers.
    expect(again(parallel, [], { newcomers: everybody }).who).toEqual([
      [rami, ziad],
      [beatrice, nour],
    ]);
    expect(again([opening], [], { newcomers: everybody }).who).toEqual([[rami, ziad, nour, beatrice]]);
  });
});
