/** The id of a session's link, to which the focus returns. */
export const sessionLink = (id: number) => `open-session-${id}`;
