import * as z from "zod";
import { agree, id, ids, optionalId } from "../fields";

const noticesSaid = { courseId: optionalId(), noticeIds: ids(), only: optionalId() };
const somebody = agree<{ noticeIds: readonly number[]; only: number | null }>(
  ["noticeIds", "only"],
  (t) => t.only !== null || t.noticeIds.length > 0,
  "chooseNotices",
);

/** Who was told: those ticked, or the one whose own button was pressed. Without a course: of a person's page. */
export const toldSchema = z.object(noticesSaid).check(somebody);

/** Who was not told after all. `toldAt`: when they had been, as the page shows it; a later telling stays. */
export const untoldSchema = z.object({ ...noticesSaid, toldAt: id().optional() }).check(somebody);

/** A mail that was given up and is to go out again. */
export const sendAgainSchema = z.object({ jobId: id() });

/** A try whether mail goes out: to the viewer's own address, so there is nothing to say. */
export const mailTrySchema = z.object({});

/** What somebody was told about themselves and has read. */
export const ownNoticeSchema = z.object({ noticeId: id() });
