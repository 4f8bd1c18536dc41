import { type NextRequest, NextResponse } from "next/server";
import { createTranslator } from "next-intl";
import { messagesOf } from "@/app/_words/messages";
import type { Context } from "@/lib/acts/context";
import { type FileKind, paperFile } from "@/lib/documents/paperFile";
import type { Paper } from "@/lib/documents/papers";
import { negotiate } from "@/lib/i18n/request.mjs";
import { directionOf, isLocale, type Locale } from "@/lib/i18n/rules";
import { Refusal } from "@/lib/result";
import { currentContext, toSignIn } from "./context";
import { inlineHeader, inlineOf } from "./inline.mjs";
import { noteRefusal } from "./refusals";

/** The language of a file: that of `?lang=`, else the reader's, which is the cookie's or the best of Accept-Language. */
export function fileLocale(request: NextRequest): Locale {
  const asked = request.nextUrl.searchParams.get("lang");
  if (isLocale(asked)) return asked;
  const kept = request.cookies.get("locale")?.value;
  return isLocale(kept) ? kept : negotiate(request.headers.get("accept-language"));
}

/** An answer about somebody, which nobody keeps on its way: whatever it says, a refusal or a fault as well. */
function unkept(answer: Response): Response {
  answer.headers.set("Cache-Control", "private, no-store");
  return answer;
}

/**
 * What a file's address answers, kept by nobody: the file that `make` makes of what a gate hands out. Where it refuses, the same as a page
 * would: a visitor is sent to sign in and comes back, for anybody else there is a page that says that nothing is here.
 */
export async function answerFile(
  request: NextRequest,
  make: (cx: Context) => Promise<Response | null>,
): Promise<Response> {
  const cx = await currentContext();
  return unkept(await made(cx, request, make));
}

async function made(cx: Context, request: NextRequest, make: (cx: Context) => Promise<Response | null>) {
  try {
    return (await make(cx)) ?? fileNotFound(request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.fault.code === "signInNeeded") return signingIn(cx, request);
    const { viewer } = cx;
    if (viewer.kind === "account") await noteRefusal("notTheirs", viewer, null);
    return fileNotFound(request);
  }
}

const signingIn = async (cx: Context, { nextUrl: { pathname, search } }: NextRequest) =>
  new NextResponse(null, {
    status: 303,
    headers: { Location: await toSignIn(cx, pathname + search) },
  });

/** The look of a page that comes without the style sheets of the build: the colours and measures of the public ones. */
const looks = `
:root{color-scheme:light dark;--paper:#faf9f6;--surface:#fff;--text:#1c211f;--line:#e4e2dc;--accent:#0b6b5b}
@media (prefers-color-scheme:dark){:root{--paper:#121614;--surface:#1a1f1d;--text:#ecefea;--line:#2b322f;--accent:#62cdb6}}
body{margin:0;font:1rem/1.6 system-ui,sans-serif;background:var(--paper);color:var(--text)}
header{padding:.375rem 1rem;background:var(--surface);border-block-end:1px solid var(--line)}
main{max-width:42rem;margin:0 auto;padding:1.25rem 1rem 2rem}
h1{font-size:1.75rem;line-height:1.25}
a{display:inline-flex;align-items:center;min-height:2.75rem;margin-inline-end:1.5rem;color:var(--accent)}
header a{font-weight:600;text-decoration:none}
`;

/** A page in the reader's language that says that there is no such file, or none for them, and where to go on. */
export function fileNotFound(request: NextRequest): Response {
  const locale = fileLocale(request);
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: "error" });
  const name = createTranslator({ locale, messages, namespace: "frame" })("name");
  const ways = (
    [
      ["/courses", "toCourses"],
      ["/today", "toToday"],
      ["/contact", "toContact"],
    ] as const
  ).map(([href, word]) => `<a href="${href}">${t(word)}</a>`);
  const html = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t("notFoundTitle")} · ${name}</title><style>${looks}</style></head><body><header><a href="/">${name}</a></header><main><h1>${t("notFoundTitle")}</h1><p>${t("notFound")}</p><p>${t("notFoundNext")}</p><p>${ways.join(" ")}</p></main></body></html>`;
  return new Response(html, {
    status: 404,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "private, no-store",
      [inlineHeader]: inlineOf(html),
    },
  });
}

const types: Record<FileKind, string> = { pdf: "application/pdf", zip: "application/zip" };

/** Papers as one file of this name, typeset by a process of its own. A PDF opens in the browser, a ZIP is kept. */
export async function paperResponse(
  request: NextRequest,
  papers: Iterable<Paper>,
  name: string,
  kind: FileKind = "pdf",
): Promise<Response> {
  return new Response(await paperFile(papers, kind, request.signal), {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `${kind === "zip" ? "attachment" : "inline"}; filename="${name}.${kind}"`,
    },
  });
}
