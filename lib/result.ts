/** An error of the domain: a code that the message catalogue translates, never a sentence. */
export type Fault = {
  code: string;
  params?: Record<string, string | number>;
  /** Errors beside their field, by form field name; each a code like `errors.KEY`, optionally with `?a=b`. */
  fields?: Record<string, string>;
  /** Where somebody else changed the row meanwhile: what now stands there, by field name. */
  changed?: Record<string, string>;
};

export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** A result that went well. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A result that did not, with the code that says why. */
export const fail = (code: string, more: Omit<Fault, "code"> = {}): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, ...more },
});

/** An error beside one field; the code may carry parameters. */
export const failAt = (field: string, code: string, params: Record<string, string | number> = {}) =>
  fail("invalid", { fields: { [field]: withParams(code, params) } });

/** A message code with its parameters as one string, as it travels in a zod message. */
export function withParams(code: string, params: Record<string, string | number>): string {
  const query = new URLSearchParams(Object.entries(params).map(([k, v]) => [k, String(v)])).toString();
  return query ? `${code}?${query}` : code;
}

/** The code and the parameters of such a string. */
export function splitParams(text: string): { code: string; params: Record<string, string> } {
  const at = text.indexOf("?");
  if (at < 0) return { code: text, params: {} };
  return { code: text.slice(0, at), params: Object.fromEntries(new URLSearchParams(text.slice(at + 1))) };
}

/** Thrown inside a transaction to undo it and answer with a fault. Never leaves a command. */
export class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** Ends the open transaction without a trace and answers with this fault. */
export function refuse(code: string, more: Omit<Fault, "code"> = {}): never {
  throw new Refusal({ code, ...more });
}
