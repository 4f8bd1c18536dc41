import { and, eq, inArray, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { sharingContacts } from "../../people/store/contactKeys";

/** Another registration of the same course, of somebody with the same phone or e-mail address. */
export type SameContact = { kind: "phone" | "email"; id: number; number: number };

/**
 * The registrations of a course whose people share a whole contact, each with the others of it, by its key. Neither are
 * those that were declined or withdrawn, for which nobody asks for a place any more.
 */
export function sameContactIn(cx: Context, courseId: number): Map<number, SameContact[]> {
  const asking = sql`select ${registrations.personId} from ${registrations} where ${registrations.courseId} = ${courseId} and ${registrations.state} not in ('declined', 'withdrawn')`;
  const pairs = sharingContacts(cx, asking);
  if (pairs.length === 0) return new Map();
  const people = [...new Set(pairs.map(({ personId }) => personId))];
  const rows = cx.db
    .select({ id: registrations.id, number: registrations.number, personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.personId, people)))
    .all();
  const of = new Map(rows.map((row) => [row.personId, row]));
  const found = new Map<number, SameContact[]>();
  for (const { personId, otherId, kind } of pairs) {
    const mine = of.get(personId);
    const other = of.get(otherId);
    if (!mine || !other) continue;
    const others = found.get(mine.id) ?? [];
    // Who shares both is named once, by the phone.
    const known = others.find(({ id }) => id === other.id);
    if (!known) others.push({ kind, id: other.id, number: other.number });
    else if (kind === "phone") known.kind = kind;
    found.set(mine.id, others);
  }
  return found;
}
