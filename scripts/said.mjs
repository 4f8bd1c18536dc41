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

/** The page that says one of these (`tooLarge`, `staleForm`, …) in a language. */
export function saidPage(language, what) {
  const { title, lead } = words[language][what];
  return `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${lead}</p></main></body></html>`;
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
