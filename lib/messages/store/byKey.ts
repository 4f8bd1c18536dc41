import { and, eq, inArray, isNull } from "drizzle-orm";
import { notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";
import type { NoticeRow } from "../store";

/** Notices by their keys. */
export const noticesByKey = (cx: Context, ids: readonly number[]): NoticeRow[] =>
  cx.db
    .select()
    .from(notices)
    .where(inArray(notices.id, [...ids]))
    .all();

/** A notice about somebody themselves, of no registration. */
export const ownNoticeRow = (cx: Context, personId: number, noticeId: number): NoticeRow | undefined =>
  cx.db
    .select()
    .from(notices)
    .where(and(eq(notices.id, noticeId), eq(notices.personId, personId), isNull(notices.registrationId)))
    .get();
