import { type SQL, sql } from "drizzle-orm";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { mostFound } from "../../names/rules";
import type { After } from "../../people/rules";
import { pageOfKeys, peopleNamed, type Whereabouts } from "../../people/store/named";
import { isOnTheWay, onTheWay, someOnTheWay, type WayFilter } from "./register";

/**
 * Those on the way in these programmes with this name, in the order of names: among a few by their names, among many by the index
 * of names; `more`: it finds more than it looks at (`looks`).
 */
export function onTheWayNamed(
  cx: Context,
  of: Programmes,
  q: string,
  filter: WayFilter,
  where: Whereabouts,
  after: After,
  most: number,
  looks = mostFound,
): { keys: { id: number; sortName: string }[]; more: boolean } {
  const among = (keys: SQL, text: string | null) => pageOfKeys(cx, keys, text, where, after, most);
  if (someOnTheWay(cx, of, mostFound + 1).length <= mostFound)
    return { keys: among(onTheWay(of, filter), q), more: false };
  const named = sql`${peopleNamed(q, isOnTheWay(of, filter))} limit ${looks + 1}`;
  const keys = cx.db.all<{ id: number }>(named).map(({ id }) => id);
  const found = sql`select value as id from json_each(${JSON.stringify(keys.slice(0, looks))})`;
  return { keys: among(found, null), more: keys.length > looks };
}
