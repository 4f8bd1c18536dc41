import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Translated } from "./languages";

/** A public holiday with the civil days on which it falls. `byMoon`: computed, may be a day earlier or later. */
export type KnownHoliday = { name: Translated; byMoon: boolean; days: string[] };

/** The last year that `npm run holidays` computed. */
export const knownUntil = 2032;

/** Public holidays by country, until `knownUntil`. Read from the disk: starts that need none do not pay for it. */
export const knownHolidays = (): Record<string, KnownHoliday[]> =>
  JSON.parse(
    readFileSync(resolve(/* turbopackIgnore: true */ process.cwd(), "db/values/holidays.json"), "utf8"),
  );
