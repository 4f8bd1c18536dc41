// Pages that the server says by itself, in front of the application: a sentence and what to do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inlineHeader, inlineOf } from "../app/_server/inline.mjs";
import { readersLanguage } from "../lib/i18n/request.mjs";
import { root } from "./setup.mjs";

/** Where the sentences stand among the messages. */
const namespace = "server";
const words = Object.fromEntries(
  ["en", "fr", "ar"].map((language) => [
    language,
    JSON.parse(readFileSync(join(root, "lib", "i18n", "messages", `${language}.json`), "utf8"))[namespace],
  ]),
);

const style =
  "body{margin:0;font:1rem/1.6 system-ui,sans-serif;color-scheme:light dark}main{max-width:36rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.25rem}";

/** A page with a title, a sentence, and what follows it as HTML. */
const pageOf = (language, title, lead, more = "", styles = style) =>
  `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${styles}</style></head><body><main><h1>${title}</h1><p>${lead}</p>${more}</main></body></html>`;

/** The page that says one of these (`tooLarge`, `staleForm`, …) in a language. */
export function saidPage(language, what) {
  const { title, lead } = words[language][what];
  return pageOf(language, title, lead);
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const withTexts = `${style}label{display:block;margin:1rem 0 .25rem}textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem}a{display:inline-block;padding:.75rem 0}`;

/**
 * The page that shows what somebody typed into a form whose page does not open for them any more.
 * @param texts as they were typed.
 * @param to where that page led instead (to sign in, say); null where it is not found.
 */
export function typedPage(language, texts, to) {
  const { title, lead, gone, text, signIn, goOn } = words[language].typed;
  const signsIn = to !== null && /^\/(sign-in|account\/second-step)\b/.test(to);
  const fields = texts.map((typed, i) => {
    const lines = Math.min(12, Math.max(1, typed.split("\n").length, Math.ceil(typed.length / 50)));
    // A textarea drops the first line's end.
    return `<label for="t${i}">${text.replace("{number}", String(i + 1))}</label><textarea id="t${i}" readonly dir="auto" rows="${lines}">\n${escaped(typed)}</textarea>`;
  });
  const way = `<p><a href="${escaped(to ?? "/today")}">${signsIn ? signIn : goOn}</a></p>`;
  return pageOf(language, title, signsIn ? lead : gone, fields.join("") + way, withTexts);
}

/** Answers a request with such a page in its reader's language, and reads no more of it than it must. */
export function sayInstead(request, response, status, what, headers = {}) {
  const page = saidPage(readersLanguage(request), what);
  // Read to the end, so that the browser has sent it all and sees the answer; nothing of it is kept.
  request.resume();
  response.setHeader(inlineHeader, inlineOf(page));
  response
    .writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    })
    .end(request.method === "HEAD" ? undefined : page);
  return true;
}
