import type { Context } from "../../acts/context";
import { modulesAmong } from "../../curriculum/store";
import { locales } from "../../i18n/rules";
import { searchText } from "../../names/rules";
import { programmeRow } from "../../programmes/store";
import { courseRow, modulesIn, updateCourse } from "../store";

/** Makes what a course is found by anew, after something that it is made of was renamed: title, place, tools, programme. */
export function searchAgain(cx: Context, courseId: number): void {
  const course = courseRow(cx, courseId)!;
  const programme = programmeRow(cx, course.programmeId)!;
  const taught = modulesAmong(cx, modulesIn(cx, courseId));
  const texts = [course.title, course.place, programme.title, ...taught.map((m) => m.toolTitle)];
  const words = texts.flatMap((text) => locales.map((locale) => text[locale] ?? ""));
  const otherNames = taught.flatMap((m) => m.toolOtherNames);
  updateCourse(cx, courseId, {
    search: searchText([...new Set([...words, ...otherNames, programme.code])]),
  });
}
