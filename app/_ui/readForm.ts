/** What a form posted, as text. */
export type Kept = Record<string, string | string[]>;

/** A form as its schema takes it, in the browser and on the server alike: names that come again are lists. */
export function readForm(form: FormData): Kept {
  const read: Kept = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const before = read[name];
    read[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return read;
}
