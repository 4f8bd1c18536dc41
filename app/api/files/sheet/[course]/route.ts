import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, fileLocale, paperResponse } from "@/app/_server/files";
import { signInSheet } from "@/app/_words/signInSheet";
import * as gate from "@/lib/access/gate";
import { deskCourse } from "@/lib/courses/queries";
import { isTheirs } from "@/lib/groups/rules";
import { sheetPeople } from "@/lib/participants/queries";
import { courseSessions } from "@/lib/timetable/queries";

/**
 * `roll.read` or `participants.read`: the sheets to sign of a course, of one day where `day` says so, or of one session;
 * with `group` for its people, of what is theirs.
 * Not found where there is no such session.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const { searchParams } = request.nextUrl;
  const [day, session] = [searchParams.get("day"), searchParams.get("session")];
  const group = searchParams.has("group") ? keyIn(searchParams.get("group") ?? "") : null;
  return answerFile(request, async (cx) => {
    const granted = gate.courseForAny(cx, ["roll.read", "participants.read"], keyIn(key));
    const course = deskCourse(cx, gate.courseFor(cx, "course.read", granted));
    const sessions = courseSessions(cx, course).filter(
      (s) =>
        (day === null || s.day === day) &&
        (session === null || String(s.id) === session) &&
        (group === null || isTheirs(s, { groupId: group })),
    );
    if (sessions.length === 0) return null;
    const list = signInSheet(course, sheetPeople(cx, granted), sessions, fileLocale(request), group);
    return paperResponse(
      request,
      [{ list }],
      `cascade-sheet-${course.id}${day ? `-${sessions[0]!.day}` : ""}`,
    );
  });
}
