import { addAuditRow } from "../audit/store";
import { recountAfter } from "../due/recount";
import { tellAbout } from "../messages/tell";
import { pagesChanged } from "../pages/changed";
import { restateAfter } from "../stages/restate";
import type { Context } from "./context";
import type { Event } from "./events";
import { auditRowOf, pagesTouchedBy } from "./rules";

/**
 * Says what happened, at the end of a command, within its transaction. Whatever follows from it follows here, and only
 * here: the row of the audit log, what people are told, which public pages are made anew, what is due in the course,
 * where those are on their way to trainer whom it concerns.
 */
export function happened(cx: Context, event: Event): void {
  addAuditRow(cx, auditRowOf(event));
  tellAbout(cx, event);
  pagesChanged(cx, pagesTouchedBy(event));
  recountAfter(cx, event);
  restateAfter(cx, event);
}
