import { type CertificateLife, statusOn } from "../../certificates/rules";
import type { CourseKind, CourseState } from "../../courses/rules";
import type { Translated } from "../../i18n/rules";
import type { RegistrationState } from "../../registrations/rules";

/** True for a course that is held or was: what somebody taught there, they taught. */
export const wasHeld = ({ state }: { state: CourseState }): boolean =>
  state === "running" || state === "closed";

/** A module as somebody stands to it. Years are those of the last time, where they are known. */
export type ModuleMark = {
  code: string;
  title: Translated;
  /** In how many courses they taught it. */
  taught: number;
  taughtIn: string | null;
  completed: boolean;
  completedIn: string | null;
};

/** The modules of a tool of which somebody taught or completed any. */
export type ToolMarks = { code: string; title: Translated; modules: ModuleMark[] };

type Catalogue = readonly {
  code: string;
  title: Translated;
  versions: readonly { modules: readonly { id: number; code: string; title: Translated }[] }[];
}[];

/** A module that was taught last, or whose course ended, on this civil day. */
type Done = { moduleId: number; day: string | null };

const lastYear = (done: readonly Done[]): string | null =>
  done
    .reduce<string | null>((last, { day }) => (day && day > (last ?? "") ? day : last), null)
    ?.slice(0, 4) ?? null;

/**
 * How somebody stands to the modules of each tool of which they taught or completed any, in the order of the catalogue: a
 * module counts in whichever version it was, by its code.
 */
export function marksOf(
  catalogue: Catalogue,
  taught: readonly Done[],
  completed: readonly Done[],
): ToolMarks[] {
  return catalogue.flatMap(({ code, title, versions }) => {
    const all = versions.flatMap((version) => version.modules);
    const modules = [...new Set(all.map((module) => module.code))].map((of): ModuleMark => {
      const same = all.filter((module) => module.code === of);
      const keys = new Set(same.map(({ id }) => id));
      const own = (done: readonly Done[]) => done.filter(({ moduleId }) => keys.has(moduleId));
      return {
        code: of,
        title: same[0]!.title,
        taught: own(taught).length,
        taughtIn: lastYear(own(taught)),
        completed: own(completed).length > 0,
        completedIn: lastYear(own(completed)),
      };
    });
    return modules.some((module) => module.taught > 0 || module.completed) ? [{ code, title, modules }] : [];
  });
}

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
