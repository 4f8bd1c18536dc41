import type { StageEventKind } from "../../../db/values/stages";
import { addMonths } from "../../time/zone";
import type { Beside } from "./beside";
import { deliveredInFull, workshopsCounting } from "./counting";
import { byEnd, endsOf, firstEnd, lastEnd, renewable } from "./ends";
import type { Gate, Gates } from "./gates";
import { type Evidence, knownOn, type Of, only, withdrawnOn } from "./known";
import { askedNow } from "./next";
import { taughtOf } from "./scope";
import { type GateState, gateState, type Standing } from "./stage";

/** From how many months before its end a certification can be renewed. */
export const windowMonths = 6;

/** How many months after its end it is still said that a certification has lapsed. */
export const saidMonths = 3;

/** What somebody is reminded of: so many months before the end, or that it has lapsed; in this order. */
export const reminders = ["6", "3", "1", "lapsed"] as const;
export type Reminder = (typeof reminders)[number];

/** How it stands with renewing a certification on a civil day. All days are civil. */
export type Renewal = {
  /** Codes of the modules that are renewed: of modules with different ends those of the first one, so that none lapses before it can be. */
  modules: string[];
  /** When these modules were decided on last: what comes later counts. */
  since: string;
  /** Their last day of validity. */
  until: string;
  opensOn: string;
  /** Last day on which it can still be renewed. */
  graceUntil: string;
  /** `over`: it takes a new recommendation and approval. */
  window: "before" | "open" | "grace" | "over";
  /** True where it is that of a master trainer. */
  master: boolean;
  gates: GateState[];
  /** The modules of each end that is renewed, this one or a later one, and when they were decided on last. */
  each: { modules: string[]; since: string }[];
};

/** True for whoever is a master trainer on a civil day; their certification may reach further. */
const isMasterOn = (known: readonly Evidence[], day: string): boolean =>
  only(known, "master_approved").some((one) => one.day > withdrawnOn(known) && one.until >= day);

/** The conditions of a renewal, in the order in which they are asked for. */
export const renewalGates = ["renewalWorkshopsPerYear", "renewalRefresher", "renewalExamination"] as const;

const whileLacking = { open: "openLacking", grace: "graceLacking" } as const;

/** How the window for a renewal is said: while conditions are missing, that these come first. */
export const windowSaid = ({ window, gates }: Pick<Renewal, "window" | "gates">) =>
  (window === "open" || window === "grace") && gates.some(({ missing }) => missing > 0)
    ? whileLacking[window]
    : window;

/** Whole years of a period, at least one. */
function yearsBetween(from: string, to: string): number {
  let years = 1;
  while (addMonths(from, 12 * (years + 1)) <= to) years += 1;
  return years;
}

/**
 * How it stands with renewing on a civil day what somebody is certified for: what counts since it was decided last, and what is
 * missing by how much. Of modules with different ends it is about those that end first; the others keep theirs, and have a window
 * of their own. Workshops count over the whole period, not each year by itself, so that a year without can be made up for. Null for whoever was never certified, or whose certification was withdrawn.
 */
export function renewalOf(history: readonly Evidence[], gates: Gates, day: string): Renewal | null {
  const known = knownOn(history, day);
  const ends = renewable(endsOf(known, gates.graceMonths), day, gates.graceMonths);
  const first = firstEnd(ends);
  if (!first) return null;
  const { until, by } = first;
  const since = by.day;
  const after = known.filter((one) => one.day > since);
  const has = (kind: Evidence["kind"]) => Number(after.some((one) => one.kind === kind));
  const modules = ends.flatMap((one) => (one.until === until ? one.code : []));
  const workshops = workshopsCounting(known, gates, day, modules).filter((one) => one.day > since).length;
  const asked = (gate: Gate, need: number, have: number) => (need > 0 ? [gateState(gate, need, have)] : []);
  const [opensOn, graceUntil] = [addMonths(until, -windowMonths), addMonths(until, gates.graceMonths)];
  return {
    ...{ modules, since, until, opensOn, graceUntil },
    window: day < opensOn ? "before" : day <= until ? "open" : day <= graceUntil ? "grace" : "over",
    master: by.kind === "master_approved" || isMasterOn(known, day),
    each: byEnd(ends).map(({ until: on, codes }) => ({
      modules: codes,
      since: firstEnd(ends.filter((one) => one.until === on))!.by.day,
    })),
    gates: [
      ...asked(
        "renewalWorkshopsPerYear",
        gates.renewalWorkshopsPerYear * yearsBetween(since, until),
        workshops,
      ),
      ...asked("renewalRefresher", Number(gates.renewalRefresher), has("refresher")),
      ...asked("renewalExamination", Number(gates.renewalExamination), has("examination")),
    ],
  };
}

/** Modules that something is asked of somebody for (null: the whole tool), and after which civil day workshops count towards it; null: any. */
export type Asked = { modules: readonly string[] | null; after: string | null };

/**
 * For what workshops are asked of somebody: of what is renewed, of each end since it was decided on; of whoever is certified, or can
 * still be renewed, also for what certifies other modules beside; of others for what the way as a whole asks.
 */
export function asksOf(
  renewal: Pick<Renewal, "window" | "gates" | "each"> | null,
  standing: Pick<Standing, "stage" | "gates" | "practiceAfter" | "asked">,
  beside: readonly Beside[],
): Asked[] {
  const renewed = askedNow(standing, renewal).of === "renewal";
  // What else is asked of whoever is suspended nobody says before it goes on.
  const whole = !renewed || standing.stage === "suspended";
  return [
    ...(renewed ? renewal!.each.map(({ modules, since }) => ({ modules, after: since })) : []),
    ...beside.map((one) => ({ modules: one.modules, after: one.standing.practiceAfter })),
    ...(whole ? [{ modules: standing.asked, after: standing.practiceAfter }] : []),
  ];
}

/** True for a workshop that serves some of what somebody is asked for, by the day of its end and what it taught. */
export const serves = (asks: readonly Asked[], workshop: Of<"workshop">): boolean =>
  asks.some(({ modules, after }) => workshop.day > (after ?? "") && taughtOf(workshop, modules));

/** What somebody enters that a renewal or a master trainer rests on. */
const steps: readonly StageEventKind[] = [
  "workshop_confirmed",
  "examination",
  "refresher",
  "master_training",
  "master_examination",
];

/** What of these entries a decision of this person may not rest on alone, as they entered it. */
export const ownSteps = <E extends { kind: StageEventKind; enteredBy: number | null }>(
  entries: readonly E[],
  personId: number | null,
): E[] => entries.filter(({ kind, enteredBy }) => enteredBy === personId && steps.includes(kind));

/** How far somebody is on the way to master trainer on a civil day, and until when they are certified, or were. */
export function masterOf(history: readonly Evidence[], gates: Gates, day: string) {
  const known = knownOn(history, day);
  const has = (kind: Evidence["kind"]) => Number(known.some((one) => one.kind === kind));
  const asked = (gate: Gate, need: number, have: number) => (need > 0 ? [gateState(gate, need, have)] : []);
  return {
    certifiedUntil: lastEnd(endsOf(known, gates.graceMonths))?.until ?? null,
    isMaster: isMasterOn(known, day),
    gates: [
      ...asked("masterTraining", Number(gates.masterTraining), has("master_training")),
      ...asked("masterTots", gates.masterTots, known.filter(deliveredInFull).length),
      ...asked("masterExamination", Number(gates.masterExamination), has("master_examination")),
    ],
  };
}

/** What was said last of the end of a certification, to be kept: of which end, and what. */
export const reminderSaid = (until: string, reminder: Reminder): string => `${until} ${reminder}`;

/**
 * Of what somebody is to be reminded on a civil day: the latest that applies, so that a job that runs late says one thing, and
 * none that was said of this end already. Months that lie before the decision itself are not said.
 * @param since when it was decided.
 * @param said what was said last (`reminderSaid`).
 */
export function reminderDue(
  { since, until }: { since: string; until: string },
  day: string,
  said: string | null,
): Reminder | null {
  const due =
    day > until
      ? day <= addMonths(until, saidMonths)
        ? "lapsed"
        : null
      : reminders
          .filter((one) => one !== "lapsed")
          .findLast((one) => {
            const on = addMonths(until, -Number(one));
            return on <= day && on > since;
          });
  if (!due) return null;
  const before = reminders.findIndex((one) => said === reminderSaid(until, one));
  return before >= reminders.indexOf(due) ? null : due;
}
