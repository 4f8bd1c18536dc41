import { type NextRequest, NextResponse } from "next/server";

/** Everyone: leads from a serial as it was typed, in a form without scripts, to the page that says what it is worth. */
export function GET(request: NextRequest) {
  const typed = request.nextUrl.searchParams.get("serial")?.trim().slice(0, 300) ?? "";
  // Nothing typed is said beside the field, as any other number that cannot be one.
  const target = `/verify/${encodeURIComponent(typed || "-")}`;
  return new NextResponse(null, { status: 303, headers: { Location: target, "Cache-Control": "no-store" } });
}
