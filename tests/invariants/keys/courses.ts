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
  /** Made from another course of the programme, or from its template. */
  const copied = (of: Filled) => ({
    ...plan(of),
    copyOf: String(of.open.courseId),
    withSessions: "on",
    withGroups: "on",
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
      form: copied,
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
    confirmCourse: { form: (of) => ({ courseId: String(of.tentative) }), by: team },
    moveCurriculum: {
      form: (of) => ({ courseId: String(of.before.courseId), foreseen: of.before.foreseen }),
      by: team,
    },
    keepTemplate: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        name: "Another name",
        templateId: String(of.template),
      }),
      by: team,
    },
    renameTemplate: {
      form: (of) => ({
        templateId: String(of.template),
        version: version("course_templates", of.template),
        name: "Another name",
      }),
      by: team,
    },
    removeTemplate: { form: (of) => ({ templateId: String(of.template) }), by: team },
    restoreTemplate: { form: (of) => ({ templateId: String(of.templateRemoved) }), by: team },
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
