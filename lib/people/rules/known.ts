import { type CertificateLife, statusOn } from "../../certificates/rules";
import type { CourseKind, CourseState } from "../../courses/rules";
import type { RegistrationState } from "../../registrations/rules";

/** True for a course that is held or was: what somebody taught there, they taught. */
export const wasHeld = ({ state }: { state: CourseState }): boolean =>
  state === "running" || state === "closed";

/**
 * A person in numbers: courses that they followed, in how many of them they hold a certificate of participation that stands,
 * minutes that they attended, courses that they taught, and how many of those were for users.
 */
export function inNumbers(
  registrations: readonly {
    state: RegistrationState;
    courseState: CourseState;
    attendedMinutes: number;
    certificates: readonly (CertificateLife & { kind: string })[];
  }[],
  trains: readonly { state: CourseState; kind: CourseKind; seatsTaken: number; certified: number }[],
  today: string,
) {
  const stands = (certificate: CertificateLife & { kind: string }) =>
    certificate.kind === "participation" && ["valid", "expired"].includes(statusOn(certificate, today));
  const given = trains.filter(wasHeld);
  return {
    followed: registrations.filter(
      ({ state, courseState }) => state === "attended" || (state === "accepted" && courseState === "running"),
    ).length,
    certified: registrations.filter(({ certificates }) => certificates.some(stands)).length,
    minutes: registrations.reduce((sum, { attendedMinutes }) => sum + attendedMinutes, 0),
    given: given.length,
    /** Courses that they are named for and that have not begun. */
    coming: trains.filter(({ state }) => state === "draft" || state === "open").length,
    /** Places held in the courses that they taught, and how many of those came to a certificate. */
    people: given.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0),
    peopleCertified: given.reduce((sum, course) => sum + course.certified, 0),
    forUsers: given.filter(({ kind }) => kind === "user").length,
  };
}
