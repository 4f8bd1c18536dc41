import { eq } from "drizzle-orm";
import { programmeCountries } from "@/db/schema/programmes";
import type { Context } from "../../acts/context";

/** The countries in which a programme works. */
export const countriesOfProgramme = (cx: Context, programmeId: number): string[] =>
  cx.db
    .select({ country: programmeCountries.country })
    .from(programmeCountries)
    .where(eq(programmeCountries.programmeId, programmeId))
    .all()
    .map(({ country }) => country);
