// Apart from `civil.ts`, which comes to the phone of every participant: what places sessions asks this.

/** The time HH:MM of so many minutes after midnight (0 to 1439). */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
