import type * as z from "zod";
import * as gate from "../access/gate";
import { command } from "../acts/command";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { refuse } from "../result";
import { ownNoticeSchema, toldSchema, untoldSchema } from "./schema";
import { noticesByKey, ownNoticeRow, saidSince, setTold } from "./store";

/**
 * The notices of a form, within its course or, without one, of the person's page; one of elsewhere ends it. Those that
 * something newer has taken the place of meanwhile are passed over.
 */
function noticesOf(cx: Context, input: z.output<typeof toldSchema>) {
  if (input.courseId === null) gate.everywhere(cx, "people.edit");
  else gate.course(cx, "registrations.decide", input.courseId);
  const found = noticesByKey(cx, input.only === null ? input.noticeIds : [input.only]);
  if (found.some((notice) => notice.courseId !== input.courseId)) refuse("notFound");
  return found;
}

/** Somebody says that these people know. Those told already, or no longer to be told, are passed over. */
export const markTold = command("registrations.decide", toldSchema, (cx, input) => {
  const ids = noticesOf(cx, input)
    .filter((notice) => notice.toldAt === null)
    .map((notice) => notice.id);
  setTold(cx, ids, true);
  happened(cx, { kind: "notice.told", courseId: input.courseId, ids });
  return { count: ids.length };
});

/** They were not told after all. Refused where something newer has been said, or is to be, about the same. */
export const markUntold = command("registrations.decide", untoldSchema, (cx, input) => {
  const told = noticesOf(cx, input).filter((notice) => notice.toldAt !== null);
  if (input.toldAt !== undefined && told.some((notice) => notice.toldAt !== input.toldAt))
    refuse("undoOvertaken");
  if (told.some((notice) => saidSince(cx, notice))) refuse("toldNewer");
  const ids = told.map((notice) => notice.id);
  setTold(cx, ids, false);
  happened(cx, { kind: "notice.untold", courseId: input.courseId, ids });
  return { count: ids.length };
});

/** A person has read what they were to be told about themselves. */
export const dismissNotice = command("account.own", ownNoticeSchema, (cx, input) => {
  const { personId } = gate.self(cx);
  const notice = ownNoticeRow(cx, personId, input.noticeId) ?? refuse("notFound");
  setTold(cx, [notice.id], true);
  happened(cx, { kind: "notice.dismissed", personId, ids: [notice.id] });
  return { count: 1 };
});
