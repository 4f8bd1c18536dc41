import type { SystemContext } from "../../acts/context";
import { addressWindowMs } from "../../admission/rules";
import { emptyAddressKeys } from "../store/changes";

/** Empties the keys of addresses that nothing looks back to any more. */
export const forgetAddresses = (cx: SystemContext): void => emptyAddressKeys(cx, cx.now - addressWindowMs);
