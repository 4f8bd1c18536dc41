import * as z from "zod";
import { id, ids, optionalLine, optionalNumber } from "../fields";
import { rowsOf } from "../rows";

/** Of so many programmes a course is paid for at most, besides the one that leads it. */
export const mostSharers = 20;

/** Programmes that pay for a new course too; of one that is there its own page says who does. */
export const sharerFields = { sharerIds: ids(mostSharers) };

const percent = () => optionalNumber(1, 100);

/** A programme that pays for a course too. */
export const shareSchema = z.object({ courseId: id(), programmeId: id(), percent: percent() });

/** What each programme pays; `seen` is what the page showed of it. */
export const percentsSchema = z.object({
  courseId: id(),
  seen: optionalLine(400),
  leadPercent: percent(),
  shares: rowsOf(z.object({ id: id(), percent: percent() }), mostSharers),
});

/** A programme that pays for a course no longer. */
export const endSharingSchema = z.object({ courseId: id(), programmeId: id() });
