import type { Viewer } from "../../lib/access/table";
import { type Context, contextOf } from "../../lib/acts/context";

/** Noon in Amman, a Sunday. */
export const now = Date.parse("2027-01-10T09:00:00Z");

/** The context of somebody at an instant. */
export const as = <Who extends Viewer>(viewer: Who, at = now): Context & { readonly viewer: Who } =>
  contextOf(viewer, at);
