/** A trainer, with the language that they are known to speak. */
type Speaker = { id: number; language: string | null };

/**
 * Trainers shared among groups that meet at the same time, a list for each: first each group has one who speaks its language, then
 * each that has nobody yet has one, then the others go where there are fewest, of several such groups to the one whose language
 * they speak. Nobody is in two.
 * @param groups the language of each, where it has one. @param has who is with each of them already.
 */
export function sharedAmong(
  groups: readonly (string | null)[],
  trainers: readonly Speaker[],
  has: readonly (readonly number[])[] = [],
): number[][] {
  const shares = groups.map((_, nth): number[] => [...(has[nth] ?? [])]);
  const left = [...trainers];
  const speaker = (nth: number) =>
    groups[nth] === null ? -1 : left.findIndex((one) => one.language === groups[nth]);
  const give = (nth: number, at: number) => {
    const [one] = at < 0 ? [] : left.splice(at, 1);
    if (one) shares[nth]!.push(one.id);
  };
  for (const [nth, share] of shares.entries()) if (share.length === 0) give(nth, speaker(nth));
  for (const [nth, share] of shares.entries()) if (share.length === 0) give(nth, 0);
  while (left.length > 0 && shares.length > 0) {
    const fewest = Math.min(...shares.map(({ length }) => length));
    const short = [...shares.keys()].filter((nth) => shares[nth]!.length === fewest);
    const own = short.find((nth) => speaker(nth) >= 0);
    if (own === undefined) give(short[0]!, 0);
    else give(own, speaker(own));
  }
  return shares;
}
