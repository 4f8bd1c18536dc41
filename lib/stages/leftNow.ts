import type { LackingGate } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { wayKey, waysToJudge } from "./judge";
import { keyOfEvent } from "./rules/entered";
import { leftLacking } from "./rules/grounds";
import { leftAsTheyAre, type Papers } from "./store/events";

/**
 * What these certificates lack since they were left as they are, though something on which they rest was struck out, by the key of
 * the certificate; those that meet their conditions all the same are left out. However many they are, all is read at once.
 */
export function leftUnmetAmong(cx: Context, papers: Papers): ReadonlyMap<number, readonly LackingGate[]> {
  const decisions = papers.length > 0 ? leftAsTheyAre(cx, papers) : [];
  if (decisions.length === 0) return new Map();
  const ways = new Map(
    waysToJudge(cx, [...new Set(decisions.map(({ personId }) => personId))]).map((way) => [wayKey(way), way]),
  );
  return new Map(
    decisions.flatMap(({ id, certificateId, ...of }) => {
      const way = ways.get(wayKey(of));
      const lacking = way ? leftLacking(way.history, way.gates, way.first, keyOfEvent(id)) : [];
      return lacking.length > 0 ? [[certificateId, lacking] as const] : [];
    }),
  );
}
