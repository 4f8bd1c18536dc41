/** So many rows a page shows of people, or of venues: what a phone loads and a coordinator looks through at once. */
export const peopleOnPage = 100;

/**
 * A page of a list that is known whole: the rows after the one with this key (from the beginning where there is none such),
 * and the key after which the next page begins, or null.
 */
export function pageAfter<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  after: number | null,
  most = peopleOnPage,
) {
  const start = rows.findIndex((row) => keyOf(row) === after) + 1;
  const page = rows.slice(start, start + most);
  const last = page.at(-1);
  return { rows: page, next: last && start + most < rows.length ? keyOf(last) : null };
}
