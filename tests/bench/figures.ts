/** The middle of a list of numbers. */
export const median = (numbers: readonly number[]): number => share(numbers, 0.5);

/** What 95 of 100 do not exceed. */
export const p95 = (numbers: readonly number[]): number => share(numbers, 0.95);

/** The number at a share of the way through the sorted list. */
export function share(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Ratios of pairs that were measured in turns: the middle one, and in brackets between what half of them lie. */
export function ratioOf(
  dividends: readonly number[],
  divisors: readonly number[],
): { middle: number; text: string } {
  const ratios = dividends.slice(0, divisors.length).map((number, i) => number / divisors[i]!);
  const middle = median(ratios);
  return { middle, text: `${short(middle)} (${short(share(ratios, 0.25))}–${short(share(ratios, 0.75))})` };
}

/** A number as it is read: no more digits than it can be trusted to have. */
export function short(number: number): string {
  if (!Number.isFinite(number)) return "–";
  if (Math.abs(number) >= 100) return number.toFixed(0);
  return Math.abs(number) >= 10 ? number.toFixed(1) : number.toFixed(2);
}

/** Marks a figure beyond its budget. */
export const within = (number: number, budget: number): string => (number <= budget ? "" : "**over**");

/** A table as Markdown; all columns but the first are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    `|${head.map((_, i) => (i === 0 ? "---" : "---:")).join("|")}|`,
    ...rows.map(line),
  ].join("\n");
}

/** How long something takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
