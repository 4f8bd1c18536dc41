import type { Context } from "../../acts/context";
import type { LikeSomebody } from "../../faults";
import { namesAlone, type PersonsNames } from "../../i18n/rules";
import { sameName } from "../../names/rules";
import { peopleWithContact } from "../../people/store";

/** What a line says of how somebody is reached. */
type Reached = { phone: string | null; email: string | null };
const contacts = ["phone", "email"] as const;

/** An earlier line with the same phone or e-mail address under another name; null where there is none. */
export function sharesWith<Line extends Reached & { line: number; name: string }>(
  line: Line,
  earlier: ReadonlyMap<string, Line>,
): LikeSomebody | null {
  for (const by of contacts) {
    const other = line[by] === null ? undefined : earlier.get(line[by]);
    if (other && !sameName(line.name, other.name)) return { by, of: { line: other.line } };
  }
  return null;
}

/** Somebody who may be meant, with what the line shares with them: a phone, an e-mail address, or else the name. */
export function likeSomebody(
  cx: Context,
  line: Reached,
  person: (PersonsNames & { id: number }) | null,
): LikeSomebody | null {
  if (person === null) return null;
  const by = contacts.find((one) =>
    peopleWithContact(cx, { phone: null, email: null, [one]: line[one] }).some(({ id }) => id === person.id),
  );
  return { by: by ?? "name", of: namesAlone(person) };
}
