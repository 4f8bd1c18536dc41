import type * as z from "zod";
import * as gate from "../access/gate";
import { command } from "../acts/command";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { personRow } from "../people/store";
import { refuse } from "../result";
import { mailTrySchema, ownNoticeSchema, sendAgainSchema, toldSchema, untoldSchema } from "./schema";
import { dropTopics, saidSince, setMail, setTold, waitingMail } from "./store";
import { noticesByKey, ownNoticeRow } from "./store/byKey";
import { gatheredIn } from "./store/gathered";
import { givenUpMail, noticeSince } from "./store/outbox";
import { type Mail, queueMail } from "./tell";

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
  const said = noticesOf(cx, input)
    .filter((notice) => notice.toldAt === null)
    .map((notice) => notice.id);
  // Who heard of their place heard with it when the course is: that is told as well.
  const ids = [...new Set([...said, ...gatheredIn(cx, said).map((notice) => notice.id)])];
  setTold(cx, ids, true);
  happened(cx, { kind: "notice.told", courseId: input.courseId, ids });
  return { courseId: input.courseId, count: said.length, at: cx.now };
});

/** They were not told after all. Refused where something newer has been said, or is to be, about the same. */
export const markUntold = command("registrations.decide", untoldSchema, (cx, input) => {
  const told = noticesOf(cx, input).filter((notice) => notice.toldAt !== null);
  if (input.toldAt !== undefined && told.some((notice) => notice.toldAt !== input.toldAt))
    refuse("undoOvertaken");
  if (told.some((notice) => saidSince(cx, notice))) refuse("toldNewer");
  const said = told.map((notice) => notice.id);
  const withThem = gatheredIn(cx, said).filter(
    (notice) => !said.includes(notice.id) && !saidSince(cx, notice),
  );
  const ids = [...said, ...withThem.map((notice) => notice.id)];
  setTold(cx, ids, false);
  happened(cx, { kind: "notice.untold", courseId: input.courseId, ids });
  return { courseId: input.courseId, count: said.length };
});

/** A person has read what they were to be told about themselves. */
export const dismissNotice = command("account.own", ownNoticeSchema, (cx, input) => {
  const { personId } = gate.self(cx);
  const notice = ownNoticeRow(cx, personId, input.noticeId) ?? refuse("notFound");
  setTold(cx, [notice.id], true);
  happened(cx, { kind: "notice.dismissed", personId, ids: [notice.id] });
  return { count: 1 };
});

/**
 * Sends a mail that was given up once more, with what holds now. Whom nobody has told yet by hand goes off that list;
 * refused where somebody has, or where something newer has been said of the same.
 */
export const sendAgain = command("mail.manage", sendAgainSchema, (cx, { jobId }) => {
  gate.everywhere(cx, "mail.manage");
  const job = givenUpMail(cx, jobId);
  const { told } = (job?.payload ?? {}) as Partial<Mail>;
  if (!job?.doneAt || !told) refuse("notFound");
  if (!cx.settings.smtpUrl) refuse("noMailServer");
  if (job.topic) {
    const notice = noticeSince(cx, job.topic, job.doneAt);
    if (waitingMail(cx, job.topic) || (notice && notice.message !== told.message)) refuse("saidNewer");
    if (notice?.toldAt) refuse("toldByHand");
    dropTopics(cx, [job.topic]);
  }
  setMail(cx, jobId, { doneAt: null, failure: null, attempts: 0, runAfter: cx.now, queuedAt: cx.now });
  const { courseId, personId } = told;
  happened(cx, { kind: "notice.sent-again", courseId, personId, jobId });
  return { jobId };
});

/** Puts a mail to the viewer's own address into the outbox, to see whether it goes out. */
export const tryMail = command("mail.manage", mailTrySchema, (cx) => {
  gate.everywhere(cx, "mail.manage");
  const { personId } = gate.self(cx);
  const { email: to, language, name } = personRow(cx, personId)!;
  if (!to) refuse("noOwnAddress");
  const mail = { to, language, message: "mailTest" as const, params: { name } };
  const jobId = queueMail(cx, cx.now, mail, null, personId) ?? refuse("noMailServer");
  happened(cx, { kind: "mail.tried", jobId });
  return { jobId };
});
