import type { SystemContext } from "../../acts/context";
import { deleteCodesBefore } from "../store/codes";
import { deleteDevicesBefore } from "../store/devices";
import { deleteLinksBefore } from "../store/links";

/** Forgets links and codes that ended before an instant. */
export function forgetLinksAndCodes(cx: SystemContext, before: number): void {
  deleteLinksBefore(cx, before);
  deleteCodesBefore(cx, before);
}

/** Forgets the devices on which nobody signed in since an instant. */
export const forgetDevices = (cx: SystemContext, before: number): void => deleteDevicesBefore(cx, before);
