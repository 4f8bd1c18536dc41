import type { Context } from "../acts/context";
import { refuse } from "../result";
import { type Bond, bondOf } from "./rules/superior";
import { aboveOf } from "./store/superiors";

/** What binds the viewer to somebody, so that another person decides on them and enters what counts; null where nothing does. */
export const bondWith = (cx: Context, personId: number): Bond | null =>
  bondOf(aboveOf(cx, [personId, cx.viewer.personId ?? personId]), cx.viewer.personId, personId);

/**
 * Refuses whatever counts on somebody's way, evidence and decisions alike, to themselves, to whoever is set above them and to
 * whoever they are set above.
 */
export function demandUnbound(cx: Context, personId: number): void {
  const bond = bondWith(cx, personId);
  if (bond) refuse(bond);
}
