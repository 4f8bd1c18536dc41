import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { programmes, roleReviews } from "@/db/schema/programmes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { personView } from "../../people/store";

/** Notes that the viewer looked through who has a role in a programme. */
export function insertReview(cx: Context, programmeId: number, byPersonId: number): void {
  cx.db.insert(roleReviews).values({ programmeId, byPersonId, at: cx.now }).run();
}

/** When the roles of a programme were looked through last, and by whom. */
export const lastReview = (cx: Context, programmeId: number) =>
  cx.db
    .select({ at: roleReviews.at, name: personView.name, latinName: personView.latinName })
    .from(roleReviews)
    .innerJoin(personView, eq(personView.id, roleReviews.byPersonId))
    .where(eq(roleReviews.programmeId, programmeId))
    .orderBy(desc(roleReviews.at))
    .limit(1)
    .get();

/** These programmes, each with its last review (ms), else null. */
export const programmesReviewed = (cx: Context, of: Programmes) =>
  cx.db
    .select({
      id: programmes.id,
      title: programmes.title,
      startsOn: programmes.startsOn,
      endsOn: programmes.endsOn,
      createdAt: programmes.createdAt,
      reviewedAt: sql<
        number | null
      >`(select max(at) from role_reviews where programme_id = ${programmes.id})`,
    })
    .from(programmes)
    .where(and(of === "all" ? undefined : inArray(programmes.id, [...of])))
    .orderBy(programmes.code)
    .all();
