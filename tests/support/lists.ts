import { getDocumentProxy } from "unpdf";
import { attendanceMatrix } from "../../app/_words/attendanceMatrix";
import { participantList } from "../../app/_words/participantList";
import { signInSheet } from "../../app/_words/signInSheet";
import { timetablePaper } from "../../app/_words/timetablePaper";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { attendanceMatrix as matrixOf } from "../../lib/attendance/queries";
import { deskCourse } from "../../lib/courses/queries";
import type { CoursePaper } from "../../lib/documents/papers";
import type { Locale } from "../../lib/i18n/rules";
import { listedPeople, sheetPeople } from "../../lib/participants/queries";
import { breaksAsked, courseSessions } from "../../lib/timetable/queries";
import { as } from "./as";

/** Every list on paper of a course, as its routes make them for this viewer. */
export function listsOf(viewer: Viewer, courseId: number, language: Locale): CoursePaper[] {
  const cx = as(viewer);
  const course = deskCourse(cx, gate.course(cx, "course.read", courseId));
  const rolls = gate.course(cx, "roll.read", courseId);
  const sessions = courseSessions(cx, course);
  const listed = gate.courseForAny(cx, ["registrations.read", "participants.read", "roll.read"], courseId);
  return [
    signInSheet(course, sheetPeople(cx, rolls), sessions, language),
    participantList(course, listedPeople(cx, listed), language),
    timetablePaper(course, sessions, [5, 6], language),
    attendanceMatrix(course, matrixOf(cx, rolls), language),
  ];
}

/** The timetable of a course on paper, as its route makes it for this viewer. */
export function timetableFor(viewer: Viewer, courseId: number, language: Locale, upright: boolean) {
  const cx = as(viewer);
  const course = deskCourse(cx, gate.course(cx, "course.read", courseId));
  return timetablePaper(
    course,
    courseSessions(cx, course),
    [5, 6],
    language,
    upright,
    breaksAsked(cx, course),
  );
}

const mm = 25.4 / 72;

/** A PDF as its readers have it: its title and language, and the words of each page with their places (mm from top left). */
export async function readPages(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { info } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [, , width = 0, height = 0] = page.view;
    const words = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
      const left = x * mm;
      return [
        { text: item.str, size: size * mm, left, right: left + item.width * mm, base: (height - y) * mm },
      ];
    });
    pages.push({ words, width: width * mm, height: height * mm });
    page.cleanup();
  }
  await document.destroy();
  return {
    title: (info as { Title?: string }).Title ?? "",
    language: (info as { Language?: string }).Language,
    pages,
  };
}

type Page = Awaited<ReturnType<typeof readPages>>["pages"][number];

/** What all pages say, without spaces, direction marks and breaks. */
export const saidOn = (pages: readonly Page[]): string =>
  pages
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join("")
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, "");

/** Words that leave the margins of their page, or lie on another: what is cut off or cannot be read. */
export function misplaced(pages: readonly Page[], upright = false): string[] {
  const faults: string[] = [];
  const [across, down] = upright ? [210, 297] : [297, 210];
  for (const [number, { words, width, height }] of pages.entries()) {
    if (Math.round(width) !== across || Math.round(height) !== down)
      faults.push(`page ${number + 1} is not A4 ${upright ? "upright" : "across"}`);
    const rows = [...words].sort((a, b) => a.base - b.base);
    for (const [i, word] of rows.entries()) {
      const says = (what: string) => faults.push(`page ${number + 1}: "${word.text}" ${what}`);
      if (word.left < 13.5 || word.right > across - 13 || word.base < 8 || word.base > down - 6)
        says("leaves the margins");
      if (word.size < 2.4) says("is too small to be read");
      for (const other of rows.slice(i + 1)) {
        if (other.base - word.base > other.size * 0.5) break;
        // Parts of one Arabic line reach into each other where letters join.
        if (Math.abs(word.base - other.base) < 0.05 && /\p{Script=Arabic}/u.test(word.text + other.text))
          continue;
        const across = Math.min(word.right, other.right) - Math.max(word.left, other.left);
        if (across > 0.6) says(`lies on "${other.text}"`);
      }
    }
  }
  return faults;
}
