import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { calendarResponse } from "@/app/_server/calendar";
import { answerFile, fileLocale } from "@/app/_server/files";
import { calendarEntries } from "@/app/_words/calendar";
import * as gate from "@/lib/access/gate";
import { calendarFile } from "@/lib/calendar/calendar";
import { sessionEvents } from "@/lib/feeds/queries";

/** Whoever may see the course (`course.read`): one session of it, to be put into a calendar once. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ session: string }> }) {
  const { session: key } = await params;
  return answerFile(request, async (cx) => {
    const session = gate.session(cx, "course.read", keyIn(key));
    const entries = calendarEntries(sessionEvents(cx, session), fileLocale(request));
    return calendarResponse(
      request,
      calendarFile(entries[0]?.summary ?? "", entries),
      `session-${session.id}`,
    );
  });
}
