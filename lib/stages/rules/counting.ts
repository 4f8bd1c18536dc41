import { addDays } from "../../time/civil";
import type { Gates } from "./gates";
import { taughtOf } from "./scope";
import type { Evidence } from "./stage";

type Workshop = Evidence & { kind: "workshop" };

/** Days after its end from which a workshop counts that the draw spared. */
export const sparedDays = 14;

/**
 * Whether a workshop counts: `beforeTot`: it ended before the training of trainers was completed; `notAsTrainer`: held as an apprentice, or alone where pairs are asked for; `noRoll`: nobody is
 * present on its roll; `toConfirm`: it waits for a coordinator; `again`: so does one that may have been recorded before; `later`: the draw spared it, and its two weeks are not over.
 */
export type Counting = "beforeTot" | "counts" | "notAsTrainer" | "noRoll" | "toConfirm" | "again" | "later";

/** True for a workshop that counts once a coordinator confirms it. */
export const isToConfirm = (counting: Counting): boolean => counting === "toConfirm" || counting === "again";

/** True for a workshop that the gates count by who held it. */
export const heldAsTrainer = (workshop: Workshop, { inPairs }: Gates): boolean =>
  workshop.role !== "apprentice" && (!inPairs || workshop.trainers > 1);

/** True for a workshop with which somebody practises: held as a trainer, with somebody present on its roll. */
export const practised = (workshop: Workshop, gates: Gates): boolean =>
  workshop.roll && heldAsTrainer(workshop, gates);

/** The keys of the workshops that a coordinator confirmed, each once however often they were. */
export const confirmedIn = (known: readonly Evidence[]): ReadonlySet<string> =>
  new Set(known.flatMap((one) => (one.kind === "workshop_confirmed" ? one.of : [])));

/** The civil day from which workshops count: that of the first training of trainers completed; before all days where there is none. */
export const beginOf = (history: readonly Evidence[]): string =>
  history.reduce(
    (first, { kind, day }) => (kind === "tot_completed" && (first === "" || day < first) ? day : first),
    "",
  );

/**
 * Whether a workshop that ended counts on a civil day.
 * @param confirmed keys of those confirmed by then.
 * @param begun the day from which workshops count (`beginOf`).
 */
export function countingOf(
  workshop: Workshop,
  confirmed: ReadonlySet<string>,
  gates: Gates,
  day: string,
  begun: string,
): Counting {
  if (workshop.day < begun) return "beforeTot";
  if (!heldAsTrainer(workshop, gates)) return "notAsTrainer";
  if (!workshop.roll) return "noRoll";
  if (confirmed.has(workshop.key)) return "counts";
  if (workshop.again !== undefined) return "again";
  if (!gates.countOneIn) return "counts";
  if (gates.countOneIn === 1 || !workshop.spared) return "toConfirm";
  return addDays(workshop.day, sparedDays) <= day ? "counts" : "later";
}

/** The workshops of what is known on a civil day that count then; `of`: towards these modules, null: towards any of the tool. */
export function workshopsCounting(
  known: readonly Evidence[],
  gates: Gates,
  day: string,
  of: readonly string[] | null = null,
): Workshop[] {
  const [confirmed, begun] = [confirmedIn(known), beginOf(known)];
  return known.filter(
    (one): one is Workshop =>
      one.kind === "workshop" &&
      taughtOf(one, of) &&
      countingOf(one, confirmed, gates, day, begun) === "counts",
  );
}

/**
 * Those of these modules that somebody never taught: in no workshop held as a trainer with a roll, and in no training of trainers. To
 * be said to whoever recommends or approves them; the conditions of a programme ask for none.
 */
export function neverTaught(known: readonly Evidence[], gates: Gates, modules: readonly string[]): string[] {
  const taught = new Set(
    known.flatMap((one) =>
      one.kind === "tot_taught" || (one.kind === "workshop" && practised(one, gates))
        ? (one.modules ?? [])
        : [],
    ),
  );
  return modules.filter((code) => !taught.has(code));
}

/** True for a training of trainers that somebody delivered in full. */
export const deliveredInFull = (one: Evidence): boolean => one.kind === "tot_taught" && !one.partly;

/** How many workshops these observations are of: what may be one recorded twice is one until somebody confirmed that it is another. */
export function observedIn(known: readonly Evidence[], seen: readonly { of: string }[]): number {
  const confirmed = confirmedIn(known);
  const again = new Map(
    known.flatMap((one) =>
      one.kind === "workshop" && one.again !== undefined && !confirmed.has(one.key)
        ? [[one.key, one.again] as const]
        : [],
    ),
  );
  return new Set(seen.map(({ of }) => again.get(of) ?? of)).size;
}

/** The observations of what is known that reach the marks, signed or not, of workshops held as a trainer since the training of trainers that count towards these modules. */
function observationsReaching(known: readonly Evidence[], gates: Gates, of: readonly string[] | null) {
  const begun = beginOf(known);
  // Whoever observed a workshop was there, so that it took place is not asked again.
  const held = new Set(
    known.flatMap((one) =>
      one.kind === "workshop" && one.day >= begun && heldAsTrainer(one, gates) && taughtOf(one, of)
        ? one.key
        : [],
    ),
  );
  return known.filter(
    (one): one is Evidence & { kind: "observation" } =>
      one.kind === "observation" &&
      held.has(one.of) &&
      one.mean >= gates.passMark &&
      one.lowest >= gates.criterionMinimum,
  );
}

/** True for an observation that waits for whoever was observed to sign it. */
const waitsForSignature = (known: readonly Evidence[]) => {
  const signed = new Set(known.flatMap((one) => (one.kind === "signed" ? one.of : [])));
  return (one: Evidence & { kind: "observation" }): boolean => one.bothSign === true && !signed.has(one.key);
};

/** Those of them that both have signed: these count. */
export function observationsCounting(
  known: readonly Evidence[],
  gates: Gates,
  of: readonly string[] | null = null,
) {
  const waits = waitsForSignature(known);
  return observationsReaching(known, gates, of).filter((one) => !waits(one));
}

/** Those of them that would count and wait for whoever was observed to sign them. */
export function observationsToSign(
  known: readonly Evidence[],
  gates: Gates,
  of: readonly string[] | null = null,
) {
  const waits = waitsForSignature(known);
  return observationsReaching(known, gates, of).filter(waits);
}
