import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { awayKinds } from "../values/away";
import { instant, isDay, isFilled, isOneOf, key } from "./columns";
import { persons } from "./people";

/** When a trainer cannot teach: civil days, or civil hours of a weekday, at the place of whatever they would teach. */
export const away = sqliteTable(
  "away",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    kind: text({ enum: awayKinds }).notNull(),
    /** Of days: the first and the last one. */
    fromDay: text(),
    toDay: text(),
    /** Of weekly hours: the ISO weekday (Monday 1), and from when until when. */
    weekday: integer(),
    startsAt: text(),
    endsAt: text(),
    /** A word on why, for the trainer and the coordinators of their programmes alone. */
    reason: text(),
    enteredBy: integer().references(() => persons.id, { onDelete: "set null" }),
    enteredAt: instant().notNull(),
    /** When it was taken out; kept, so that it can be put back. */
    removedAt: instant(),
  },
  (t) => [
    index("away_person").on(t.personId, t.kind, t.toDay).where(sql`removed_at is null`),
    isOneOf("away_kind", t.kind, awayKinds),
    isDay("away_from", t.fromDay),
    isDay("away_to", t.toDay),
    check(
      "away_days",
      sql`(${t.kind} = 'days') = (${t.fromDay} is not null and ${t.toDay} is not null) and (${t.fromDay} is null or ${t.toDay} >= ${t.fromDay})`,
    ),
    check(
      "away_weekly",
      sql`(${t.kind} = 'weekly') = (${t.weekday} is not null and ${t.startsAt} is not null and ${t.endsAt} is not null) and (${t.weekday} is null or (${t.weekday} between 1 and 7 and ${t.startsAt} = strftime('%H:%M', ${t.startsAt}) and ${t.endsAt} = strftime('%H:%M', ${t.endsAt}) and ${t.endsAt} > ${t.startsAt}))`,
    ),
    isFilled("away_reason", t.reason),
  ],
);
