import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { courseLinkSchema } from "../schema";
import { linkedToCome, linkOfCourse, putLink } from "../store/links";
import { noteRenamed } from "../store/renamed";
import { timetableToChange } from "./change";

/**
 * Says where the online sessions of a course are joined that have no link of their own, or takes that back. The calendars of
 * those who are in it take it for news. Refused where the state of the course keeps its timetable.
 */
export const setCourseLink = command("timetable.edit", courseLinkSchema, (cx, { courseId, link }) => {
  const { course } = timetableToChange(cx, courseId);
  if (linkOfCourse(cx, course.id) !== link) {
    putLink(cx, course.id, link);
    noteRenamed(cx, linkedToCome(cx, course.id));
    happened(cx, { kind: "timetable.link-set", courseId: course.id, there: link !== null });
  }
  return { courseId: course.id };
});
