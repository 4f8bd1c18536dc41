import { sql } from "drizzle-orm";
import { check, customType, integer, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Translated } from "../values/languages";

/** A text in several languages, as JSON. */
export const translated = customType<{ data: Translated; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value) as Translated,
});

/** A list or an object, as JSON. */
export const json = <T>(name?: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name as string);

/** Key of a row. */
export const key = () => integer().primaryKey({ autoIncrement: true });

/** What happened: an instant in ms since the epoch, UTC. */
export const instant = () => integer();

/** A yes or no. */
export const flag = () => integer({ mode: "boolean" });

/** CHECK that a column holds one of an enumeration. */
export const isOneOf = (name: string, column: SQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(", "))})`);

/** CHECK that a column is a civil day that exists, or null. */
export const isDay = (name: string, column: SQLiteColumn) =>
  check(name, sql`${column} is null or (${column} = date(${column}) and length(${column}) = 10)`);

/** CHECK that a column is a time of day HH:MM. */
export const isTime = (name: string, column: SQLiteColumn) =>
  check(name, sql`${column} = strftime('%H:%M', ${column})`);

/** CHECK that a column holds JSON. */
export const isJson = (name: string, column: SQLiteColumn) => check(name, sql`json_valid(${column})`);

/** CHECK that a text says something and is not endless. */
export const isFilled = (name: string, column: SQLiteColumn, max = 200) =>
  check(name, sql`length(trim(${column})) > 0 and length(${column}) <= ${sql.raw(String(max))}`);
