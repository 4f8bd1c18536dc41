import type { CertificateKind } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import type { CourseRow } from "../courses/store";
import { dayInProgramme } from "../programmes/store/days";
import { dayAt } from "../time/zone";

/**
 * The civil day by which a document goes, now or at another instant (ms): a certification as a trainer by that of its programme, as
 * does the way on which it was decided (of its course where the programme names no country); whatever else by that of the place of its course.
 */
export const documentDay = (
  cx: Context,
  kind: CertificateKind,
  { zone, programmeId }: Pick<CourseRow, "zone" | "programmeId">,
  at = cx.now,
): string => (kind === "trainer_certification" ? dayInProgramme(cx, programmeId, at, zone) : dayAt(at, zone));
