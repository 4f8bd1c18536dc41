import type { NextRequest } from "next/server";
import { calendarResponse } from "@/app/_server/calendar";
import { publicContext } from "@/app/_server/context";
import { fileLocale, fileNotFound } from "@/app/_server/files";
import { calendarEntries, calendarName } from "@/app/_words/calendar";
import { calendarFile } from "@/lib/calendar/calendar";
import { readFeed } from "@/lib/feeds/commands";

/**
 * Whoever has the secret address (`account.own`, as its owner): the calendar behind it, in the language of its owner and
 * with what they may see now. Once they may not any more, or renewed it, there is nothing.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ token: string }> }) {
  const token = (await params).token.replace(/\.ics$/, "");
  const found = readFeed(publicContext(), token, request.headers.get("x-forwarded-for") ?? "unknown");
  if (found === "tooMany") return new Response(null, { status: 429, headers: { "Retry-After": "600" } });
  if (found === "none") return fileNotFound(request);
  const locale = found.reader.language ?? fileLocale(request);
  return calendarResponse(
    request,
    calendarFile(calendarName(found, locale), calendarEntries(found.events, locale)),
    null,
  );
}
