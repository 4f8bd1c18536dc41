/** How long what somebody typed is kept for the page to which they are led, in ms. */
export const typedKeptMs = 60 * 60 * 1000;

/** So many are kept for an account; the oldest goes first. */
export const mostTyped = 20;
