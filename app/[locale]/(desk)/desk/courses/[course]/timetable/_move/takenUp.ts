/** Somebody asks to take a session up, from elsewhere on the page: the sheet hears it. */
export const takeUpEvent = "cascade:take-up";

export const takeUp = (session: number): boolean =>
  window.dispatchEvent(new CustomEvent<number>(takeUpEvent, { detail: session }));
