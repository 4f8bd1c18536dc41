import { addAuditRow } from "../audit/store";
import { forgetOutOfDate, tellAbout } from "../messages/tell";
import { pagesChanged } from "../pages/commands";
import type { Context } from "./context";
import type { Event } from "./events";
import { auditRowOf, pagesTouchedBy } from "./rules";

/**
 * Says what happened, at the end of a command, within its transaction. Whatever follows from it follows here, and only
 * here: the row of the audit log, what people are told, which public pages are made anew.
 */
export function happened(cx: Context, event: Event): void {
  addAuditRow(cx, auditRowOf(event));
  forgetOutOfDate(cx, event);
  tellAbout(cx, event);
  pagesChanged(cx, pagesTouchedBy(event));
}
