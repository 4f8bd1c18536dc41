import type { FaultCode, FieldFault, More } from "./faults";

/** What goes with a fault of a whole form. */
type OfForm = {
  /** Faults beside their field, by its name: `country`, `rooms.0.name`. */
  fields?: Record<string, FieldFault>;
};

/** An error of the domain: a code that the message catalogue translates, never a sentence. */
export type Fault = FieldFault & OfForm;

export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** A result that went well. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A result that did not, with the code that says why. */
export const fail = <const C extends FaultCode>(
  code: C,
  ...more: More<C, OfForm>
): { ok: false; fault: Fault } => ({ ok: false, fault: { code, ...more[0] } as Fault });

/** Faults beside fields. */
export const failAt = (fields: Record<string, FieldFault>) => fail("invalid", { fields });

/** Thrown inside a transaction to undo it and answer with a fault. Never leaves a command. */
export class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** What a gate hands out, or null where it refuses. */
export function ifGranted<Thing>(ask: () => Thing): Thing | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Ends the open transaction without a trace and answers with this fault. */
export function refuse<const C extends FaultCode>(code: C, ...more: More<C, OfForm>): never {
  throw new Refusal({ code, ...more[0] } as Fault);
}

/** The same with faults beside fields. */
export function refuseAt(fields: Record<string, FieldFault>): never {
  throw new Refusal({ code: "invalid", fields });
}
