import { type NextRequest, NextResponse } from "next/server";
import { chooseLanguage } from "@/app/_server/auth";
import { isLocale } from "@/lib/i18n/rules";

/** Everyone (`language.choose`): keeps the language in a cookie and goes back to the page that asked. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  if (isLocale(language)) await chooseLanguage(language);
  let back = "/";
  try {
    const from = new URL(request.headers.get("referer") ?? "");
    if (from.host === request.headers.get("host")) back = from.pathname + from.search;
  } catch {
    // No page asked, or another site's: the first page will do.
  }
  return new NextResponse(null, { status: 303, headers: { Location: back, "Cache-Control": "no-store" } });
}
