import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { answerFile, fileLocale, paperResponse } from "@/app/_server/files";
import { participantList } from "@/app/_words/participantList";
import * as gate from "@/lib/access/gate";
import { deskCourse } from "@/lib/courses/queries";
import { listedPeople } from "@/lib/participants/queries";

/**
 * `registrations.read`, `participants.read` or `roll.read`: who takes part in a course; all contacts for the first, phones
 * for the second, none for the third.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  return answerFile(request, async (cx) => {
    const granted = gate.courseForAny(
      cx,
      ["registrations.read", "participants.read", "roll.read"],
      keyIn(key),
    );
    const course = deskCourse(cx, gate.courseFor(cx, "course.read", granted));
    const list = participantList(course, listedPeople(cx, granted), fileLocale(request));
    return paperResponse(request, [{ list }], `cascade-participants-${course.id}`);
  });
}
