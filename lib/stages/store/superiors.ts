import { eq, sql } from "drizzle-orm";
import { superiors } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import type { Above } from "../rules/superior";

/** Who is above these people, over all steps: as many pairs as it takes. */
export function aboveOf(cx: Context, personIds: readonly number[]): Above {
  const rows = cx.db.all<{ id: number; above: number }>(
    sql`with recursive up(id, above) as (
      select person_id, superior_id from superiors where person_id in (select value from json_each(${JSON.stringify(personIds)}))
      union select s.person_id, s.superior_id from superiors s join up on s.person_id = up.above
    ) select id, above from up`,
  );
  return new Map(rows.map(({ id, above }) => [id, above]));
}

/** Who is set directly above somebody; null where nobody is. */
export const superiorOf = (cx: Context, personId: number): number | null =>
  cx.db.select({ id: superiors.superiorId }).from(superiors).where(eq(superiors.personId, personId)).get()
    ?.id ?? null;

/** Sets who is above somebody; null: nobody. */
export function setSuperiorOf(cx: Context, personId: number, superiorId: number | null): void {
  if (superiorId === null) {
    cx.db.delete(superiors).where(eq(superiors.personId, personId)).run();
    return;
  }
  const row = { superiorId, setAt: cx.now, setBy: cx.viewer.personId };
  cx.db
    .insert(superiors)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: superiors.personId, set: row })
    .run();
}
