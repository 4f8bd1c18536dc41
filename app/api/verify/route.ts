import { type NextRequest, NextResponse } from "next/server";
import { addressWith } from "@/app/_ui/kit/address";
import { isLocale } from "@/lib/i18n/rules";

/** Everyone: leads from a serial as it was typed, in a form without scripts, to the page that says what it is worth. */
export function GET(request: NextRequest) {
  const typed = request.nextUrl.searchParams.get("serial")?.trim().slice(0, 300) ?? "";
  // Nothing typed is said beside the field, as any other number that cannot be one.
  // The answer is in the language of the page that asked, which its address alone may have chosen.
  const lang = request.nextUrl.searchParams.get("lang");
  const target = addressWith(`/verify/${encodeURIComponent(typed || "-")}`, {
    lang: lang && isLocale(lang) ? lang : null,
  });
  return new NextResponse(null, { status: 303, headers: { Location: target, "Cache-Control": "no-store" } });
}
