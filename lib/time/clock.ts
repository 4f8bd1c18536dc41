import { processSettings } from "../env/settings";

const startedAt = Date.now();

/** The present instant in ms. A demonstration or a test may start the clock elsewhere (`CASCADE_NOW`). */
export function clock(): number {
  const { givenNow } = processSettings();
  return givenNow === null ? Date.now() : givenNow + (Date.now() - startedAt);
}

/** The machine's own clock in ms, by which the age of a kept page goes; never for what the product says. */
export const machineClock = (): number => Date.now();

/** Which data of time zones this process goes by: the release of the IANA database that came with it. */
export const zoneData = (): string => process.versions.tz ?? "unknown";
