import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";

/**
 * A calendar as an answer: kept by the reader alone, who asks each time whether it is still the same and then need not load
 * it again. `attached`: as a file of this name, to be opened once.
 */
export function calendarResponse(request: NextRequest, file: string, attached: string | null): Response {
  const etag = `"${createHash("sha256").update(file).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Cache-Control": "private, no-cache",
    ETag: etag,
    ...(attached ? { "Content-Disposition": `attachment; filename="${attached}.ics"` } : {}),
  };
  // A proxy that compresses marks the tag as weak.
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  const same = known.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(file, { headers });
}
