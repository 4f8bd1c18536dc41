import type { SystemContext } from "../../acts/context";
import { deleteCodesBefore } from "../store/codes";
import { deleteLinksBefore } from "../store/links";

/** Forgets links and codes that ended before an instant. */
export function forgetLinksAndCodes(cx: SystemContext, before: number): void {
  deleteLinksBefore(cx, before);
  deleteCodesBefore(cx, before);
}
