import * as z from "zod";
import { agree, id, ids, optionalId } from "../fields";

/** Who was told: those ticked, or the one whose own button was pressed. Without a course: of a person's page. */
export const toldSchema = z
  .object({ courseId: optionalId(), noticeIds: ids(), only: optionalId() })
  .check(
    agree<{ noticeIds: readonly number[]; only: number | null }>(
      ["noticeIds", "only"],
      (t) => t.only !== null || t.noticeIds.length > 0,
      "chooseNotices",
    ),
  );

/** What somebody was told about themselves and has read. */
export const ownNoticeSchema = z.object({ noticeId: id() });
