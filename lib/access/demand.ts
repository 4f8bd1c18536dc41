import { refuse } from "../result";
import { may, type Permission, type Scope, type Viewer } from "./rules";

/**
 * Ends the open transaction unless the viewer may. What one may not see is not found, so that a forged key tells
 * nothing.
 */
export function demand(viewer: Viewer, permission: Permission, scope: Scope): void {
  if (may(viewer, permission, scope)) return;
  refuse(viewer.kind === "visitor" ? "signInNeeded" : "notFound");
}
