import { and, gte, inArray, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Context } from "../../acts/context";

/** Those of these people who are certified on a civil day, as it is kept: for whichever tool, as a master trainer too. */
export const certifiedAmong = (cx: Context, personIds: readonly number[], day: string): ReadonlySet<number> =>
  new Set(
    cx.db
      .selectDistinct({ personId: standings.personId })
      .from(standings)
      .where(
        and(
          sql`${standings.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
          inArray(standings.stage, ["certified", "renewed", "master_candidate", "master_trainer"]),
          gte(standings.validUntil, day),
        ),
      )
      .all()
      .map(({ personId }) => personId),
  );
