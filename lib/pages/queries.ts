import { and, gte, inArray, sql } from "drizzle-orm";
import { settings } from "@/db/schema";
import type { Context } from "../acts/context";
import { nameOfChange } from "./rules";

/** True where a page of any of these tags was changed since it was made, by whichever process. */
export function pagesChangedSince(cx: Context, tags: readonly string[], since: number): boolean {
  return (
    cx.db
      .select({ name: settings.name })
      .from(settings)
      .where(
        and(
          inArray(settings.name, tags.map(nameOfChange)),
          gte(sql`cast(${settings.value} as integer)`, since),
        ),
      )
      .get() !== undefined
  );
}
