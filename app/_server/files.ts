import type { NextRequest } from "next/server";
import { negotiate } from "@/lib/i18n/request.mjs";
import { isLocale, type Locale } from "@/lib/i18n/rules";

/** The reader's language where there is no page: the cookie, else Accept-Language. */
export function fileLocale(request: NextRequest): Locale {
  const kept = request.cookies.get("locale")?.value;
  return isLocale(kept) ? kept : negotiate(request.headers.get("accept-language"));
}
