import { readPost, type Values } from "../../app/_actions/readPost";
import type { FaultParam, FieldFault, MeantPerson } from "../../lib/faults";

/** What a form posts, as an action reads it: fields by name, `marks.12.state` among them; lists come again. */
export function posted(fields: Record<string, unknown>): Values {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat())
      if (one !== undefined && one !== null)
        form.append(Array.isArray(value) && !name.endsWith("[]") ? `${name}[]` : name, String(one));
  return readPost(form);
}

/** What a fault says: its code, and what stands in its sentence or goes with it. */
export function said(fault: FieldFault | undefined) {
  const { code, params, ...more } = (fault ?? {}) as { code?: string; params?: Record<string, FaultParam> };
  return { code, params: params ?? {}, ...(more as { move?: object; people?: readonly MeantPerson[] }) };
}
