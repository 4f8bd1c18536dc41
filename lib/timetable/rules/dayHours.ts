import type { Place } from "./sessions";

/** Between these times of day sessions are proposed and moved along; beyond them only one that somebody puts there by hand. */
export const dayHours = { from: "05:00", to: "23:00" } as const;

/** True where a session would begin before the end of one that it follows. */
export const comesBefore = (followed: Place, { day, startsAt }: Place): boolean =>
  day < followed.day || (day === followed.day && startsAt < followed.endsAt);

/** True where a session that moves by so many minutes (below 0: earlier) would be beyond the hours of a day that way. */
export const isBeyondDay = ({ startsAt, endsAt }: Place, by: number): boolean =>
  by < 0 ? startsAt < dayHours.from : endsAt > dayHours.to;
