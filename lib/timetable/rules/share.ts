/**
 * Trainers shared among groups that meet at the same time, a list for each: first each group has one who speaks its language, then
 * each that has nobody yet has one, then the others go where there are fewest. Nobody is in two.
 * @param groups the language of each, where it has one.
 */
export function sharedAmong(
  groups: readonly (string | null)[],
  trainers: readonly { id: number; language: string | null }[],
): number[][] {
  const shares = groups.map((): number[] => []);
  const left = [...trainers];
  const give = (nth: number, at: number) => {
    const [one] = at < 0 ? [] : left.splice(at, 1);
    if (one) shares[nth]!.push(one.id);
  };
  for (const [nth, language] of groups.entries())
    if (language !== null)
      give(
        nth,
        left.findIndex((one) => one.language === language),
      );
  for (const [nth, share] of shares.entries()) if (share.length === 0) give(nth, 0);
  while (left.length > 0 && shares.length > 0) {
    const fewest = Math.min(...shares.map(({ length }) => length));
    give(
      shares.findIndex(({ length }) => length === fewest),
      0,
    );
  }
  return shares;
}
