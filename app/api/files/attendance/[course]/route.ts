import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, fileLocale, paperResponse } from "@/app/_server/files";
import { attendanceMatrix } from "@/app/_words/attendanceMatrix";
import * as gate from "@/lib/access/gate";
import { attendanceMatrix as matrixOf } from "@/lib/attendance/queries";
import { deskCourse } from "@/lib/courses/queries";

/** `roll.read`: who was at which session of a course. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  return answerFile(request, async (cx) => {
    const granted = gate.course(cx, "roll.read", keyIn(key));
    const course = deskCourse(cx, gate.courseFor(cx, "course.read", granted));
    const list = attendanceMatrix(course, matrixOf(cx, granted), fileLocale(request));
    return paperResponse(request, [{ list }], `cascade-attendance-${course.id}`);
  });
}
