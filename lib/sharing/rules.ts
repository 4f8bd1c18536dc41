/** What a programme pays of a course, in per cent of the whole (1-100); null where nobody says. */
export type Percent = number | null;

/** How much of a course nobody has said that they pay, in per cent; below 0 where it is more than the whole. */
export const percentLeft = (percents: readonly Percent[]): number =>
  percents.reduce<number>((left, percent) => left - (percent ?? 0), 100);

/** True where a programme may come to pay for a course on a civil day: it has not ended. */
export const mayPay = ({ endsOn }: { endsOn: string | null }, today: string): boolean =>
  endsOn === null || today <= endsOn;

/**
 * What a page showed of who pays what, as one word that its form carries: where it is another one by then, somebody changed
 * it meanwhile.
 */
export const sharesSeen = (lead: Percent, shares: readonly { id: number; percent: Percent }[]): string =>
  [`${lead ?? "-"}`, ...shares.map(({ id, percent }) => `${id}:${percent ?? "-"}`).sort()].join(" ");
