import { and, gte, inArray, sql } from "drizzle-orm";
import { read } from "@/db/client";
import { settings } from "@/db/schema";
import { nameOfChange } from "./rules";

/** True where a page of any of these tags was changed since it was made, by whichever process. */
export function pagesChangedSince(tags: readonly string[], since: number): boolean {
  return (
    read()
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
