import { refuse } from "../result";
import { may, mayAnywhere, type Permission, type Scope, type Viewer } from "./rules";

/**
 * Ends the open transaction unless the viewer may. What one may not see is not found, so that a forged key tells
 * nothing.
 */
export function demand(viewer: Viewer, permission: Permission, scope: Scope): void {
  if (may(viewer, permission, scope)) return;
  refuse(viewer.kind === "visitor" ? "signInNeeded" : "notFound");
}

/** The same for what belongs to no single programme, such as a venue: the viewer must hold it somewhere. */
export function demandAnywhere(viewer: Viewer, permission: Permission): void {
  if (mayAnywhere(viewer, permission)) return;
  refuse(viewer.kind === "visitor" ? "signInNeeded" : "notFound");
}
