import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { courseLinkSchema } from "../schema";
import { linkedToCome, linkOfCourse, putLink } from "../store/links";
import { noteRenamed } from "../store/renamed";
import { timetableToChange } from "./change";

/**
 * Says where the online sessions of a course are joined that have no link of their own, or takes that back. The calendars of
 * those who are in it take it for news. Refused where the state of the course keeps its timetable, and where a colleague has
 * put another link since (`stale`).
 */
export const setCourseLink = command("timetable.edit", courseLinkSchema, (cx, { courseId, link, seen }) => {
  const { course } = timetableToChange(cx, courseId);
  const there = linkOfCourse(cx, course.id);
  if (seen !== undefined && seen !== there) refuse("stale");
  if (there !== link) {
    putLink(cx, course.id, link);
    noteRenamed(cx, linkedToCome(cx, course.id));
    happened(cx, { kind: "timetable.link-set", courseId: course.id, there: link !== null });
  }
  return { courseId: course.id };
});
