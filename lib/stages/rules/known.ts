/** What every piece of a history says: its own name (for what refers to it) and the civil day that it is about. */
type Piece = { key: string; day: string };

/**
 * One piece of somebody's history with one tool. `of`: the key of what it answers or ends. Modules are codes of the tool's
 * modules. `until`: last civil day of validity.
 */
export type Evidence = Piece &
  (
    | { kind: "tot_completed"; modules: readonly string[]; practicum: boolean }
    /** Earlier learning that is recognised: modules completed elsewhere. */
    | { kind: "recognised"; modules: readonly string[] }
    /** Such learning that counts no longer from then on; on days before it did. */
    | { kind: "taken_back"; of: string }
    /** Modules completed in other courses than the programme's trainings of trainers: they can be certified, and begin no way. */
    | { kind: "learnt"; modules: readonly string[] }
    | {
        kind: "workshop";
        role: "lead" | "co_trainer" | "apprentice";
        /** How many taught the tool in it as lead or co-trainer: two make a pair. */
        trainers: number;
        /** Those of the tool's modules that they taught in it. */
        modules?: readonly string[];
        /** True where somebody is present on its roll: without, as where it is known by numbers alone, it counts under no gates. */
        roll: boolean;
        /** True where the draw left it out of those that are to be confirmed. */
        spared?: boolean;
        /** The key of one that was recorded before and may be the same. */
        again?: string;
      }
    | { kind: "workshop_confirmed"; of: string }
    /** `partly`: they did not teach every module of the tool in it as lead or co-trainer, so that it is none delivered in full. */
    | { kind: "tot_taught"; modules?: readonly string[]; partly?: boolean }
    | { kind: "action_plan" | "practicum" | "coaching_visit" | "examination" | "refresher" }
    | { kind: "master_training" | "master_examination" }
    | {
        kind: "observation";
        of: string;
        observer: string;
        mean: number;
        lowest: number;
        /** True where both sign; absent of what was written down before that was asked, which holds by the observer's word. */
        bothSign?: boolean;
      }
    /** Under an observation: by whoever was observed, or by whoever took it without their signature. */
    | { kind: "signed"; of: string }
    | { kind: "recommended"; modules: readonly string[] }
    | { kind: "returned" | "refused"; of: string }
    | {
        kind: "approved";
        of: string | null;
        modules: readonly string[];
        until: string;
        exception: boolean;
        /** Entered by its paper: a certification from before. */
        before?: boolean;
      }
    | {
        kind: "renewed" | "master_approved";
        until: string;
        exception?: boolean;
        /** Which modules it renewed; of what was renewed before this was kept: all that held then. */
        modules?: readonly string[];
      }
    | { kind: "not_continued" | "suspended" | "withdrawn" }
    | { kind: "resumed"; of: string }
    /** A certification was left as it is though something on which it rests was struck out. */
    | { kind: "left"; of: string }
    /** Entered by mistake: what it is about never was. */
    | { kind: "struck"; of: string }
  );

export type Kind = Evidence["kind"];
export type Of<K extends Kind> = Evidence & { kind: K };

/** The order of two keys: of one kind the shorter one has the smaller number, and was entered before. */
const byNumber = (a: string, b: string): number => a.length - b.length || a.localeCompare(b);

/**
 * What of a history is known of a civil day, in the order of days; what was struck out never was, and what was taken back by then is no
 * more.
 */
export function knownOn(history: readonly Evidence[], day: string): Evidence[] {
  const gone = new Set(
    history.flatMap((one) =>
      one.kind === "struck" || (one.kind === "taken_back" && one.day <= day) ? one.of : [],
    ),
  );
  return history
    .filter(
      ({ day: on, kind, key }) => on <= day && kind !== "struck" && kind !== "taken_back" && !gone.has(key),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind) || byNumber(a.key, b.key));
}

/** The pieces of these kinds. */
export const only = <K extends Kind>(history: readonly Evidence[], ...kinds: K[]): Of<K>[] =>
  history.filter((one): one is Of<K> => (kinds as Kind[]).includes(one.kind));

/** The civil day of the last withdrawal; what was decided by then holds no longer. */
export const withdrawnOn = (known: readonly Evidence[]): string => only(known, "withdrawn").at(-1)?.day ?? "";
