import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedOn } from "../../lib/stages/rules/asOf";
import type { Gates } from "../../lib/stages/rules/gates";
import { renewalOf } from "../../lib/stages/rules/renewal";
import type { Evidence } from "../../lib/stages/rules/stage";
import { addMonths } from "../../lib/time/zone";
import { anyDay, anyGates, anyHistory, dice, enteredInOrder } from "../support/histories";

/** What an office that keeps a card for each trainer has on it: it goes through the days one by one and changes the card. */
type Card = {
  /** Until when each module is certified, and which decision said so last. */
  ends: Map<string, { until: string; decided: string; kind: Evidence["kind"] }>;
  stops: Set<string>;
  withdrawn: boolean;
  master: string | null;
  masterTraining: boolean;
};

/** On one day what is decided comes first, then what stops and what lets go on; a withdrawal ends all of that day. */
const inTheDay: readonly Evidence["kind"][] = [
  ...(["approved", "master_approved", "renewed", "suspended", "not_continued", "resumed"] as const),
  ...(["withdrawn"] as const),
];

function decide(
  card: Card,
  one: Evidence & { kind: "approved" | "renewed" | "master_approved" },
  grace: number,
) {
  const { ends } = card;
  const all = [...ends.keys()];
  const holds = (code: string) => ends.get(code)!.until >= one.day;
  const inGrace = (code: string) => addMonths(ends.get(code)!.until, grace) >= one.day;
  const last = all
    .map((code) => ends.get(code)!.until)
    .sort()
    .at(-1);
  const prolonged = () => {
    if (one.kind === "master_approved" && all.some(holds)) return all.filter(holds);
    if (all.some(inGrace)) return all.filter(inGrace);
    return all.filter((code) => ends.get(code)!.until === last);
  };
  const codes =
    one.kind === "approved" ? one.modules : (one.modules?.filter((code) => ends.has(code)) ?? prolonged());
  for (const code of codes)
    if ((ends.get(code)?.until ?? "") <= one.until)
      ends.set(code, { until: one.until, decided: one.day, kind: one.kind });
  if (one.kind !== "renewed") card.withdrawn = false;
  if (one.kind === "master_approved" && (card.master ?? "") < one.until) card.master = one.until;
}

/** The card at the end of a day. */
function cardOn(history: readonly Evidence[], grace: number, day: string): Card {
  const struck = history.flatMap((one) => (one.kind === "struck" ? one.of : []));
  const happened = history
    .filter((one) => one.day <= day && !struck.includes(one.key))
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        inTheDay.indexOf(a.kind) - inTheDay.indexOf(b.kind) ||
        a.key.localeCompare(b.key, "en", { numeric: true }),
    );
  const card: Card = {
    ends: new Map(),
    stops: new Set(),
    withdrawn: false,
    master: null,
    masterTraining: false,
  };
  for (const one of happened) {
    if (one.kind === "approved" || one.kind === "renewed" || one.kind === "master_approved")
      decide(card, one, grace);
    if (one.kind === "master_training") card.masterTraining = true;
    if (one.kind === "suspended" || one.kind === "not_continued") card.stops.add(one.key);
    if (one.kind === "resumed") card.stops.delete(one.of);
    if (one.kind === "withdrawn")
      Object.assign(card, { ends: new Map(), stops: new Set(), withdrawn: true, master: null });
  }
  return card;
}

/** Whom the card says to be certified at the end of its day, as what and until when. */
function certifiedBy({ ends, stops, withdrawn, master, masterTraining }: Card, day: string) {
  const holding = [...ends].filter(([, { until }]) => until >= day).sort();
  if (holding.length === 0 || stops.size > 0 || withdrawn) return null;
  const lasting = holding
    .map(([, end]) => end)
    .sort((a, b) => a.until.localeCompare(b.until) || a.decided.localeCompare(b.decided))
    .at(-1)!;
  const stage =
    (master ?? "") >= day
      ? "master_trainer"
      : masterTraining
        ? "master_candidate"
        : lasting.kind === "renewed"
          ? "renewed"
          : "certified";
  return {
    stage,
    modules: holding.map(([code]) => code),
    until: holding.map(([, { until }]) => until).sort()[0],
  };
}

/** What the card says of the renewal that comes next. */
function renewedBy({ ends }: Card, day: string, { graceMonths }: Gates) {
  const all = [...ends].sort();
  const last = all
    .map(([, { until }]) => until)
    .sort()
    .at(-1);
  const still = all.filter(([, { until }]) => addMonths(until, graceMonths) >= day);
  const of = still.length > 0 ? still : all.filter(([, { until }]) => until === last);
  const until = of.map(([, end]) => end.until).sort()[0];
  if (!until) return null;
  const window =
    day < addMonths(until, -6)
      ? "before"
      : day <= until
        ? "open"
        : day <= addMonths(until, graceMonths)
          ? "grace"
          : "over";
  return { until, window, modules: of.flatMap(([code, end]) => (end.until === until ? code : [])) };
}

describe("who was certified on a day, and what is renewed then", () => {
  it("is what whoever replays all days up to that one by one has written down", () => {
    fc.assert(
      fc.property(anyHistory, anyGates, anyDay, dice, (way, gates, last, thrown) => {
        const { history } = enteredInOrder(way, thrown);
        for (const day of new Set([last, ...history.map((one) => one.day)])) {
          const card = cardOn(history, gates.graceMonths, day);
          const said = certifiedOn(history, gates, day);
          expect(said && { stage: said.stage, modules: said.modules, until: said.until }).toEqual(
            certifiedBy(card, day),
          );
          const renewal = renewalOf(history, gates, day);
          expect(
            renewal && { until: renewal.until, window: renewal.window, modules: renewal.modules },
          ).toEqual(renewedBy(card, day, gates));
        }
      }),
      { numRuns: 500 },
    );
  });
  it("is asked for some modules of whoever is certified for all of these, and of nobody else", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyGates,
        anyDay,
        dice,
        fc.subarray(["M1", "M2", "M3"], { minLength: 1 }),
        (way, gates, day, thrown, asked) => {
          const { history } = enteredInOrder(way, thrown);
          const by = certifiedBy(cardOn(history, gates.graceMonths, day), day);
          expect(certifiedOn(history, gates, day, asked) !== null).toBe(
            asked.every((code) => by?.modules.includes(code)),
          );
        },
      ),
    );
  });
});
