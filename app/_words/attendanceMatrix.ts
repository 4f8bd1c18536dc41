import { createTranslator } from "next-intl";
import type { AttendanceMatrix as Matrix } from "@/lib/attendance/queries";
import type { AttendanceMatrix } from "@/lib/documents/papers";
import { percent, shortDayOnPaper } from "@/lib/i18n/format";
import { type Locale, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { messagesOf } from "./messages";
import {
  apartOnPaper,
  type CourseOnPaper,
  listedPerson,
  paperHead,
  paperWords,
  sessionOnPaper,
} from "./papers";

type Mark = Matrix["people"][number]["marks"][number] | undefined;

/** A mark as the template reads it: the first letter of its sign, and how many minutes late. */
const shown = (mark: Mark) =>
  mark ? `${mark.state[0]}${mark.state === "late" ? mark.lateMinutes : ""}` : "";

const wasThere = ({ state }: NonNullable<Mark>) => state === "present" || state === "late";

/** Who was at which session, with the share of each person and how many were there. */
export function attendanceMatrix(
  course: CourseOnPaper & { minAttendance: number; state: string },
  { sessions, people }: Pick<Matrix, "sessions" | "people">,
  language: Locale,
): AttendanceMatrix {
  const t = paperWords(language);
  const states = createTranslator({
    locale: language,
    messages: messagesOf(language),
    namespace: "roll.state",
  });
  const head = paperHead(course, language, t("attendance"));
  const needed = percent(course.minAttendance, language);
  return {
    kind: "attendance",
    ...head,
    lines: [...head.lines, t("rule", { needed })],
    heads: {
      number: t("number"),
      name: t("name"),
      share: course.state === "closed" ? t("share") : t("shareSoFar"),
      sum: t("there"),
    },
    signs: {
      present: states("present"),
      late: states("late"),
      excused: states("excused"),
      absent: states("absent"),
    },
    sessions: sessions.map((session) => {
      const marks = people.flatMap((person) => person.marks.filter((mark) => mark.sessionId === session.id));
      return {
        day: shortDayOnPaper(session.day, language),
        from: session.startsAt,
        // A tool that is one module has no code of its own for it.
        code: session.moduleCode || sessionOnPaper(session, language).short,
        sum: marks.length === 0 ? "" : `${marks.filter(wasThere).length}/${marks.length}`,
      };
    }),
    people: inOrderAsRead(people, (one) => nameFor(one, language)).map((person) => ({
      ...listedPerson(person, language, apartOnPaper(person.apart, language)),
      marks: sessions.map(({ id }) => shown(person.marks.find((mark) => mark.sessionId === id))),
      share: person.share ? percent(person.share.percent, language) : "",
      below: person.share?.below ?? false,
    })),
    below: t("below", { needed }),
    none: people.length === 0 ? t("nobody") : t("noSessions"),
  };
}
