import type { GrantedSession } from "../../access/gate";
import type { Context } from "../../acts/context";
import { minutesFor } from "../rules";
import { marksIn, setMinutes } from "../store";

/**
 * Counts the roll of a session again for another length: who was present was there for all of it, who was late missed
 * what they missed. Within the open transaction; before the session is made shorter, after it is made longer.
 */
export function recount(cx: Context, { id }: GrantedSession<"timetable.edit">, minutes: number): void {
  for (const mark of marksIn(cx, id)) setMinutes(cx, mark, minutesFor(mark.state, minutes, mark.lateMinutes));
}
