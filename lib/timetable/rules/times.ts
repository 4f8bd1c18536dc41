import type { Place } from "./sessions";

/** When a session is, as one text. */
export const times = (s: Place): string => `${s.day} ${s.startsAt}-${s.endsAt}`;
