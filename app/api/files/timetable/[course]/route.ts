import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, fileLocale, paperResponse } from "@/app/_server/files";
import { timetablePaper } from "@/app/_words/timetablePaper";
import * as gate from "@/lib/access/gate";
import { deskCourse } from "@/lib/courses/queries";
import { calendarOf } from "@/lib/places/queries";
import { breaksAsked, courseSessions } from "@/lib/timetable/queries";

/** `course.read`: the timetable of a course, week by week; `?page=portrait` day by day. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  return answerFile(request, async (cx) => {
    const course = deskCourse(cx, gate.course(cx, "course.read", keyIn(key)));
    const { weekend } = calendarOf(cx, course.country);
    const upright = request.nextUrl.searchParams.get("page") === "portrait";
    const language = fileLocale(request);
    const sessions = courseSessions(cx, course);
    const list = timetablePaper(course, sessions, weekend, language, upright, breaksAsked(cx, course));
    return paperResponse(
      request,
      [{ list }],
      ["cascade-timetable", course.slug, upright ? "portrait" : "landscape", language].join("-"),
    );
  });
}
