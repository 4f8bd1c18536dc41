import type { Context } from "../acts/context";
import { scoresOf } from "../assessments/store";
import { attendanceIn } from "../attendance/store/attended";
import { type CertificateLife, stands } from "../certificates/rules";
import { type Lack, lacksForParticipation } from "../certificates/rules/lacks";
import { unmetConditions } from "../completion/rules";
import type { Held } from "../completion/rules/counting";
import type { Outlook } from "../completion/rules/reachable";
import type { CourseState } from "../courses/rules";
import { courseRow } from "../courses/store";
import { holdsSeat, type RegistrationState } from "./rules";

/** What the rolls say of somebody, with their certificates and, once the course has ended without one, what they lack. */
type WithAttendance<Certificate> = Held & {
  attendedMinutes: number;
  plannedMinutes: number;
  outlook: Outlook | null;
  certificates: Certificate[];
  /** Why no certificate comes as things stand: empty where one stands or may still be issued, or the course goes on. */
  lacks: Lack[];
};

const nothing = { attendedMinutes: 0, plannedMinutes: 0, heldMinutes: 0, unenteredMinutes: 0, outlook: null };

/** A registration with what the rolls say of the person; nothing counts for whoever holds no place. */
export function withAttendance<
  Row extends {
    id: number;
    courseId: number;
    courseState: CourseState;
    state: RegistrationState;
    placeSince: number | null;
    groupId: number | null;
  },
  Certificate extends Pick<CertificateLife, "validFrom" | "revokedAt">,
>(cx: Context, row: Row, certificates: Certificate[]): Row & WithAttendance<Certificate> {
  const { id, state } = row;
  if (!holdsSeat(state)) return { ...row, ...nothing, certificates, lacks: [] };
  const counted = attendanceIn(cx, row.courseId, id)(row);
  const { minutes, plannedMinutes, heldMinutes, unenteredMinutes, outlook } = counted;
  const decided = row.courseState === "closed" && !certificates.some(stands);
  const lacks = () => {
    const scores = scoresOf(cx, id);
    const score = (kind: (typeof scores)[number]["kind"]) =>
      scores.find((entered) => entered.kind === kind)?.score ?? null;
    const record = { ...counted, postTest: score("post_test"), microTeaching: score("micro_teaching") };
    const unmet = unmetConditions(courseRow(cx, row.courseId)!, plannedMinutes, record);
    return lacksForParticipation({ state, minutes, unmet });
  };
  return {
    ...row,
    attendedMinutes: minutes,
    plannedMinutes,
    heldMinutes,
    unenteredMinutes,
    outlook,
    certificates,
    lacks: decided ? lacks() : [],
  };
}
