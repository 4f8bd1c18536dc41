import { type NextRequest, NextResponse } from "next/server";
import { chooseLanguage } from "@/app/_server/auth";
import { isLocale } from "@/lib/i18n/rules";

/**
 * Everyone (`language.choose`): keeps the language in a cookie and goes back to the page that asked, or on to the one
 * that `to` names, with the rest of the query.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  if (isLocale(language)) await chooseLanguage(language);
  const { searchParams } = request.nextUrl;
  const to = searchParams.get("to");
  searchParams.delete("to");
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  const target = to === null ? pageThatAsked(request) : `${ofThisSite(to)}${query}`;
  return new NextResponse(null, { status: 303, headers: { Location: target, "Cache-Control": "no-store" } });
}

/** An address of this site, never another's: the first page in place of what is none. */
const ofThisSite = (path: string) => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? encodeURI(decode(path)) : "/");

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return "/";
  }
}

/** Where the reader was; the first page where no page asked, or another site's. */
function pageThatAsked(request: NextRequest): string {
  try {
    const from = new URL(request.headers.get("referer") ?? "");
    // What the address said before would win over what is chosen now.
    from.searchParams.delete("lang");
    return from.host === request.headers.get("host") ? from.pathname + from.search : "/";
  } catch {
    return "/";
  }
}
