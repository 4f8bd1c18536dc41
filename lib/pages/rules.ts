/** The row of `settings` that holds when public pages of a tag were changed last, in ms since the epoch. */
export const nameOfChange = (tag: string): string => `changed:${tag}`;
