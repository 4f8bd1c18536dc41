// Pages that are not there, for readers without scripts too: Next answers them with an empty document that a script fills.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import { inlineHeader, inlineOf } from "../app/_server/inline.mjs";
import { answerLanguage, readersLanguage } from "../lib/i18n/request.mjs";
import { root } from "./setup.mjs";

const words = Object.fromEntries(
  ["en", "fr", "ar"].map((language) => {
    const { error, frame } = JSON.parse(
      readFileSync(join(root, "lib", "i18n", "messages", `${language}.json`), "utf8"),
    );
    return [language, { ...error, name: frame.name }];
  }),
);

const unpack = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync };

/** The document in which Next leaves everything to its script. */
const empty = /^(<!DOCTYPE html>)?<html id="__next_error__">/i;

/** Style sheets that the script would load, as its data names them. */
const sheetsIn = (html) => new Set(html.match(/\/_next\/static\/css\/[\w-]+\.css/g));

/** The empty document with its language, its title and what there is to say; the script puts the whole page in its place. */
function filled(html, language) {
  const { notFoundTitle, notFound, toCourses, toToday, name } = words[language];
  const sheets = [...sheetsIn(html)].map((href) => `<link rel="stylesheet" href="${href}"/>`).join("");
  return html
    .replace(
      empty,
      `<!DOCTYPE html><html id="__next_error__" lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`,
    )
    .replace("</head>", `${sheets}<title>${notFoundTitle} · ${name}</title></head>`)
    .replace(
      "<body>",
      `<body><div class="public"><main id="main" class="public-main"><div class="grid gap-3"><h1>${notFoundTitle}</h1><p>${notFound}</p><p><a href="/courses">${toCourses}</a></p><p><a href="/today">${toToday}</a></p></div></main></div>`,
    );
}

const style =
  "body{margin:0;font:1rem/1.6 system-ui,sans-serif;color-scheme:light dark}main{max-width:36rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.25rem}";

/** What is said where no page could be: an address with an extension, for which Next has a page in English alone. */
function noFile(language) {
  const { notFoundTitle, notFound, toCourses, name } = words[language];
  return `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${notFoundTitle} · ${name}</title><style>${style}</style></head><body><main><h1>${notFoundTitle}</h1><p>${notFound}</p><p><a href="/courses">${toCourses}</a></p></main></body></html>`;
}

/** Has an empty answer of Next's that a page is not there say so. Other answers pass as they come. */
export function sayMissing(request, response) {
  const ofPage = answerLanguage(request);
  const language = ofPage ?? readersLanguage(request);
  if (request.headers.rsc || request.headers["next-action"] || request.url.startsWith("/api/files/")) return;
  const { writeHead, write, end, flushHeaders } = response;
  let held = null;
  response.writeHead = (status, ...said) => {
    const kind = String(response.getHeader("content-type") ?? "");
    // What compresses asks for the head more than once.
    if (held !== null) return response;
    if (status !== 404 || !kind.startsWith("text/html")) return writeHead.call(response, status, ...said);
    held = [];
    return response;
  };
  /** True where what is written waits for the end. */
  const holds = () => {
    if (held === null && !response.headersSent) response.writeHead(response.statusCode);
    return held !== null;
  };
  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };
  response.write = (chunk, ...said) => {
    if (!holds()) return write.call(response, chunk, ...said);
    held.push(Buffer.from(chunk));
    return true;
  };
  response.end = (...said) => {
    if (!holds()) return end.apply(response, said);
    const [last] = said;
    if (last && typeof last !== "function") held.push(Buffer.from(last));
    const packing = String(response.getHeader("content-encoding") ?? "");
    const packed = Buffer.concat(held);
    const html = packed.length > 0 ? String(unpack[packing]?.(packed) ?? packed) : "";
    const body =
      ofPage && !empty.test(html) ? null : Buffer.from(ofPage ? filled(html, language) : noFile(language));
    if (!ofPage) response.setHeader(inlineHeader, inlineOf(String(body)));
    const sent = body && packing ? gzipSync(body) : (body ?? packed);
    if (body) {
      for (const header of ["ETag", "Transfer-Encoding"]) response.removeHeader(header);
      if (packing) response.setHeader("Content-Encoding", "gzip");
      response.setHeader("Content-Length", sent.length);
    }
    writeHead.call(response, response.statusCode);
    return end.call(
      response,
      sent,
      said.findLast((given) => typeof given === "function"),
    );
  };
}
