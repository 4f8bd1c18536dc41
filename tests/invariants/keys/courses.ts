import { sqlite } from "../../../db/client";
import { type Filled, type TwoProgrammes, version } from "../../support/twoProgrammes";
import { courseForm } from "../../support/world";
import { catalogue, type Row, team } from "./row";

/** The plan and the life of courses, and the record of past ones. */
export function courseRows({ w }: TwoProgrammes): Record<string, Row> {
  const plan = (of: Filled) => ({
    ...courseForm(w),
    programmeId: String(of.programmeId),
    trainerIds: [String(of.trainerId)],
    startsOn: "2027-06-01",
    endsOn: "2027-06-05",
  });
  const planEdited = (of: Filled) => ({
    ...plan(of),
    courseId: String(of.open.courseId),
    startsOn: "2027-02-07",
    endsOn: "2027-02-11",
    version: version("courses", of.open.courseId),
  });
  /** A question of a course, as a row of its plan. */
  const questionOf = (of: Filled) => ({
    "questions.0.id": String(
      sqlite().prepare("SELECT id FROM course_questions WHERE course_id = ?").pluck().get(of.open.courseId),
    ),
    "questions.0.label": "Why?",
    "questions.0.kind": "text",
  });
  /** What is known of a past course, as its form sends it. */
  const pastCourse = (of: Filled) => ({
    programmeId: String(of.programmeId),
    kind: "user",
    moduleIds: w.moduleIds.map(String),
    ownLanguage: "en",
    country: "JO",
    mode: "venue",
    venueId: String(w.venueId),
    year: "2022",
    attendedTotal: "63",
    attendedTotalSource: "document",
  });
  return {
    createCourse: {
      form: plan,
      by: team,
      open: catalogue,
      named: (of, elsewhere) => ({ ...plan(of), ...questionOf(elsewhere) }),
    },
    editCourse: {
      form: planEdited,
      by: team,
      open: catalogue,
      named: (of, elsewhere) => ({ ...planEdited(of), ...questionOf(elsewhere) }),
    },
    recordCourse: { form: pastCourse, by: team, open: catalogue },
    editRecord: {
      form: (of) => ({
        ...pastCourse(of),
        courseId: String(of.record),
        version: version("courses", of.record),
      }),
      by: team,
      open: catalogue,
    },
    takeOutRecord: {
      form: (of) => ({ courseId: String(of.record), reason: "Entered twice" }),
      by: team,
    },
    putBackRecord: { form: (of) => ({ courseId: String(of.recordTakenOut) }), by: team },
    setCourseState: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        from: "open",
        to: "cancelled",
        reason: "No money",
      }),
      by: team,
    },
  };
}
