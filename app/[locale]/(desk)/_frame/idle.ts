/** So long before the end of a sign-in that is not used its owner is told (ms). */
export const noticeMs = 5 * 60_000;
