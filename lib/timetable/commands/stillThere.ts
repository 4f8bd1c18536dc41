import type { Context } from "../../acts/context";
import { Refusal } from "../../result";
import { noLongerThere } from "../queries/stillThere";
import type { Standing } from "./change";
import type { WantedSession } from "./put";

/** Refuses a room that is closed, or is not the course's, and a trainer who is no longer there to train. */
export function demandStillThere(cx: Context, { course }: Standing, wanted: readonly WantedSession[]): void {
  const [gone] = noLongerThere(cx, course, wanted);
  if (gone) throw new Refusal(gone);
}
