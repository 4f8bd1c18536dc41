import { type NextRequest, NextResponse } from "next/server";
import { chooseLanguage } from "@/app/_server/auth";
import { isLocale } from "@/lib/i18n/rules";

/** Everyone (`language.choose`): keeps the language in a cookie and goes back to the page whose switch was pressed. */
export async function POST(request: NextRequest) {
  const chosen = (await request.formData().catch(() => null))?.get("language");
  if (typeof chosen === "string" && isLocale(chosen)) await chooseLanguage(chosen);
  return new NextResponse(null, {
    status: 303,
    headers: { Location: pageThatAsked(request), "Cache-Control": "no-store" },
  });
}

/** An address of this site, never another's: as a browser writes it, and none that it reads as another host. */
const ofThisSite = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** The path of the page that asked; the first page where none did. Whose host that names does not matter, for it isn't used. */
function pageThatAsked(request: NextRequest): string {
  const from = request.headers.get("referer") ?? "";
  if (!URL.canParse(from)) return "/";
  const { pathname, searchParams } = new URL(from);
  // What the address said before would win over what is chosen now.
  searchParams.delete("lang");
  const target = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
  return ofThisSite.test(target) ? target : "/";
}
