/** What a form posted, as text. */
export type Kept = Record<string, string | string[]>;

/**
 * Name under which a form posts the version of the row it was made from. No field can have it: what somebody types
 * under `version`, such as that of a tool, is theirs.
 */
export const rowVersion = "$version";

/**
 * A form as its schema takes it, in the browser and on the server alike: names that come again are lists. Lines end
 * as they are kept, whatever the way over the network made of them: else a text would change by being sent.
 */
export function readForm(form: FormData): Kept {
  const read: Kept = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    const line = value.replace(/\r\n?/g, "\n");
    const before = read[name];
    read[name] = before === undefined ? line : [...(Array.isArray(before) ? before : [before]), line];
  }
  const version = form.get(rowVersion);
  if (typeof version === "string") read.version ??= version;
  return read;
}
