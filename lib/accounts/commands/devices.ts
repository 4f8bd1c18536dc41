import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { deleteCodesBefore } from "../store/codes";
import { keepDevice } from "../store/devices";
import { deleteLinksBefore } from "../store/links";

/** Notes that somebody signed in to an account on the device of this cookie, so that the misses of others do not make it wait. */
export const rememberDevice = (cx: Context, accountId: number, deviceHash: string): void => {
  change(cx, () => keepDevice(cx, accountId, deviceHash));
};

/** Forgets links and codes that ended before an instant. */
export function forgetLinksAndCodes(cx: SystemContext, before: number): void {
  deleteLinksBefore(cx, before);
  deleteCodesBefore(cx, before);
}
