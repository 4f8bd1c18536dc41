import { sql } from "drizzle-orm";
import { organisations, persons } from "@/db/schema/people";
import { personProgrammes } from "@/db/schema/scopes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";

/** What those of these people are called whom these programmes know, and where they belong, by their keys. */
export function namesKnownTo(cx: Context, personIds: readonly number[], programmes: Programmes) {
  const known =
    programmes === "all"
      ? sql`1`
      : sql`exists (select 1 from ${personProgrammes} as k where k.person_id = p.id and k.programme_id in ${programmes})`;
  const rows = cx.db.all<{
    id: number;
    name: string;
    latinName: string | null;
    sortName: string;
    organisation: string | null;
  }>(
    sql`select p.id, p.name, p.latin_name as latinName, p.sort_name as sortName, o.name as organisation from json_each(${JSON.stringify(personIds)}) as key cross join ${persons} as p on p.id = key.value left join ${organisations} as o on o.id = p.organisation_id where ${known}`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody whom a programme knows, by their names and the country in which they live. */
export const peopleKnownIn = (cx: Context, programmeId: number) =>
  cx.db.all<{ id: number; name: string; latinName: string | null; country: string | null }>(
    sql`select p.id, p.name, p.latin_name as latinName, p.country from ${personProgrammes} as k cross join ${persons} as p on p.id = k.person_id where k.programme_id = ${programmeId} order by p.id`,
  );
