import { type GatePreset, type Gates, gatePresets } from "../../../db/values/stages";

import { firstEntryDay } from "../../time/entryDay";
import { addMonths } from "../../time/zone";

export { type GatePreset, type Gates, gatePresets };

/** The most months that a certification may be valid. */
export const validMonthsMost = 120;

/** The kind of each gate, with its bounds where it is a number. */
export const gateKinds = {
  practicum: "flag",
  actionPlan: "flag",
  firstModule: "flag",
  workshops: [0, 20],
  workshopMonths: [0, 60],
  leadWorkshops: [0, 20],
  inPairs: "flag",
  countOneIn: [1, 20],
  observations: [0, 10],
  observers: [0, 5],
  passMark: [10, 50],
  criterionMinimum: [1, 5],
  coachingVisits: [0, 10],
  examination: "flag",
  refresher: "flag",
  validMonths: [1, validMonthsMost],
  renewalWorkshopsPerYear: [0, 10],
  renewalRefresher: "flag",
  renewalExamination: "flag",
  graceMonths: [0, 24],
  masterTraining: "flag",
  masterTots: [0, 10],
  masterExamination: "flag",
  masterValidMonths: [1, validMonthsMost],
} as const satisfies Record<keyof Gates, "flag" | readonly [min: number, max: number]>;

/** Tenths of a point as points with one decimal, as a field of a form holds them. */
export const pointsOf = (tenths: number): string => (tenths / 10).toFixed(1);

export type Gate = keyof Gates;
export const gateNames = Object.keys(gateKinds) as Gate[];

/** What a page groups the gates by. */
export const gateGroups = {
  training: ["practicum", "actionPlan", "firstModule"],
  workshops: ["workshops", "workshopMonths", "leadWorkshops", "inPairs", "countOneIn"],
  observed: ["observations", "observers", "passMark", "criterionMinimum", "coachingVisits"],
  certified: ["examination", "refresher", "validMonths"],
  renewal: ["renewalWorkshopsPerYear", "renewalRefresher", "renewalExamination", "graceMonths"],
  master: ["masterTraining", "masterTots", "masterExamination", "masterValidMonths"],
} as const satisfies Record<string, readonly Gate[]>;
export type GateGroup = keyof typeof gateGroups;

/** Gates of which some are not set: a scheme says nothing of them, and nothing is invented under its name. */
export type Unset = { readonly [G in keyof Gates]: Gates[G] | null };

const nothing = Object.fromEntries(gateNames.map((gate) => [gate, null])) as unknown as Unset;

/** What a programme goes by that has set nothing. Of no scheme. */
export const ownGates: Gates = {
  practicum: false,
  actionPlan: true,
  firstModule: false,
  workshops: 2,
  workshopMonths: 12,
  leadWorkshops: 0,
  inPairs: false,
  observations: 1,
  observers: 1,
  // The least in each criterion decides, not the mean: a mean is asked for by whoever sets one.
  passMark: 10,
  criterionMinimum: 3,
  coachingVisits: 0,
  examination: false,
  refresher: false,
  validMonths: 36,
  renewalWorkshopsPerYear: 1,
  renewalRefresher: true,
  renewalExamination: false,
  graceMonths: 0,
  masterTraining: true,
  masterTots: 1,
  masterExamination: true,
  masterValidMonths: 36,
};

/** What each scheme says, as far as it is published; the rest is for the programme to say before it is used. */
export const presets: Record<GatePreset, Unset> = {
  own: { ...ownGates, countOneIn: 1 },
  siyb: {
    ...nothing,
    practicum: true,
    // Named after the certification: it keeps one alive and leads to none.
    renewalRefresher: true,
    masterTraining: true,
    masterExamination: true,
    masterValidMonths: 36,
  },
  score: { ...nothing, firstModule: true, workshops: 1 },
  // "About 12 months" is said of its whole way, and of no workshops.
  germe: { ...nothing, validMonths: 36 },
  financial_education: { ...nothing, workshops: 3 },
};

/** What a scheme asks for without a number: its trainers are observed in their own trainings, or work under an expert. */
const atLeast: { readonly [P in GatePreset]?: Partial<Record<Gate, number>> } = {
  score: { observations: 1 },
  germe: { observations: 1 },
};

/** The least that a scheme asks for of a condition whose number it leaves to the programme; null where it says nothing. */
export const leastOf = (preset: GatePreset, gate: Gate): number | null => atLeast[preset]?.[gate] ?? null;

/** The gates that a preset leaves to the programme. */
export const notSet = (preset: GatePreset): Gate[] =>
  gateNames.filter((gate) => presets[preset][gate] === null);

/** True where a mean of an observation's points is asked for: the scale begins at 1, so that asking for that asks for nothing. */
export const asksMean = ({ passMark }: Pick<Gates, "passMark">): boolean => passMark > 10;

/** Where a condition of a version comes from: the scheme whose name it bears, changed from what that says, or set where it says nothing. */
export type Origin = "scheme" | "changed" | "set";

/** The same of one condition; less than a scheme asks for at least is changed. A version from before may keep nothing of a confirmation. */
export function originOf(preset: GatePreset, gates: Gates, gate: Gate): Origin {
  const said = presets[preset][gate];
  if (said === null) return Number(gates[gate] ?? 0) < (leastOf(preset, gate) ?? 0) ? "changed" : "set";
  return said === (gates[gate] ?? 0) ? "scheme" : "changed";
}

/** The conditions of a version that say something else than the scheme whose name it bears. */
export const changedFrom = (preset: GatePreset, gates: Gates): Gate[] =>
  gateNames.filter((gate) => originOf(preset, gates, gate) === "changed");

/** A version of gates, as far as it says from when. */
type Version = { number: number; inForceFrom: string };

/**
 * The version by which somebody is judged who entered on a civil day: the one in force then, of several of one day the last;
 * null where none was, and the product's own gates hold.
 */
export const inForceOn = <V extends Version>(versions: readonly V[], day: string): V | null =>
  versions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<V | null>(
      (last, one) =>
        last === null ||
        one.inForceFrom > last.inForceFrom ||
        (one.inForceFrom === last.inForceFrom && one.number > last.number)
          ? one
          : last,
      null,
    );

/** Months ahead in which a version may begin at the latest: what is further away is a slip of the pen. */
const aheadMost = 120;

/** True for a civil day on which a version of gates may begin: none of long ago, and none far away. */
export const mayBeginOn = (day: string, today: string): boolean =>
  day >= firstEntryDay && day <= addMonths(today, aheadMost);

/** The gates among what a form says. */
export const gatesIn = (said: Gates): Gates =>
  Object.fromEntries(gateNames.map((gate) => [gate, said[gate]])) as unknown as Gates;
