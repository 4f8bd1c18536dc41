import { and, asc, eq, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { groupNameOf } from "../../groups/store";
import { organisationView, personView } from "../../people/store";

/** So many names come at once. */
const pageSize = 100;

/**
 * Who is registered in a course, by name, a page at a time: what they are called, where they come from, their group and how
 * their registration stands. No contacts, nothing that they said: columns for whoever reads and does not decide.
 */
export function namesOf(cx: Context, courseId: number, after: string | null) {
  const [, name = "", id = "0"] = /^(.*)_(\d+)$/s.exec(after ?? "") ?? [];
  const rows = cx.db
    .select({
      registrationId: registrations.id,
      state: registrations.state,
      name: personView.name,
      latinName: personView.latinName,
      organisation: organisationView.organisation,
      group: groupNameOf(registrations.groupId),
      sortName: personView.sortName,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        sql`(${personView.sortName}, ${registrations.id}) > (${name}, ${Number(id)})`,
      ),
    )
    .orderBy(sql`+${personView.sortName}`, asc(registrations.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ sortName: _, ...row }) => row),
    next: rows.length > pageSize && last ? `${last.sortName}_${last.registrationId}` : null,
  };
}
