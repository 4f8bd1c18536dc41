import type { Context } from "../acts/context";
import { toldByHand } from "../messages/tell";

/**
 * Whoever gave an answer by telephone knows of it: to whom mail goes it is confirmed, to others nobody need say it again. Gives the
 * key of whom nobody need tell.
 */
export const ownWord = (cx: Context, personId: number): number | null =>
  toldByHand(cx, [personId]) > 0 ? personId : null;
