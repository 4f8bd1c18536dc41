// What Next answers to a post that it could not read, in the reader's words in place of a line of English.
import { inlineHeader, inlineOf } from "../app/_server/inline.mjs";
import { answerLanguage, readersLanguage } from "../lib/i18n/request.mjs";
import { unreadPost } from "../lib/log/lines.mjs";
import { saidPage, typedPage } from "./said.mjs";

/** What was typed into a form without scripts, by the number of its request, where it was refused. */
const typedIn = (id) => globalThis.cascadeTyped?.get(id) ?? [];

/** Requests whose action has begun (`app/_server/request.ts`): what fails from then on is ours. */
const begun = () => globalThis.cascadeBegun;

/**
 * What is answered to a form without scripts whose page does not open any more, as it is: shows what was typed. Where nothing
 * was, the reader is led on without the form, which a browser would else send there again. Null for any other answer.
 */
function ofClosedPage(request, response, status, id) {
  if (request.headers["next-action"] !== undefined || (status !== 307 && status !== 404)) return null;
  const to = status === 307 ? String(response.getHeader("location") ?? "/today") : null;
  const texts = to === null || to.startsWith("/") ? typedIn(id) : [];
  if (texts.length > 0) return [403, typedPage(readersLanguage(request), texts, to)];
  return status === 307 ? [303, null] : null;
}

/**
 * Says of a post that it is of another build, or none of ours; and of one that broke before an action had it that it could
 * not be read. Where an action has begun, its answer stays what it is, unless its page does not open any more: then what was
 * typed is shown. The scripts of a page know by a header that there is no such action, and say so in its form.
 */
export function sayUnread(request, response, id) {
  if (request.method !== "POST") return;
  const isOfPage = answerLanguage(request) !== null;
  const { writeHead, write, end } = response;
  let page = null;
  const post = unreadPost();
  response.once("close", () => {
    // What is said of it from now on is still said of an action.
    if (post && begun()?.has(id)) post.begun = true;
    begun()?.delete(id);
    globalThis.cascadeTyped?.delete(id);
  });
  /** The status and the page that are answered instead; null where all stays, a page of null where the status alone changes. */
  const instead = (status) => {
    const kind = String(response.getHeader("content-type") ?? "text/plain");
    const language = readersLanguage(request);
    if (status === 500 && !begun()?.has(id)) return [400, saidPage(language, "unreadable")];
    const closed = isOfPage && begun()?.has(id) ? ofClosedPage(request, response, status, id) : null;
    if (closed !== null) return closed;
    return isOfPage && status >= 400 && kind.startsWith("text/plain")
      ? [status, saidPage(language, "staleForm")]
      : null;
  };
  // Next compresses behind this, so only what heads an answer shows which one it is.
  response.writeHead = (status, ...said) => {
    const other = instead(status);
    if (page !== null || other === null) return writeHead.call(response, status, ...said);
    if (other[1] === null) return writeHead.call(response, other[0], ...said);
    page = other[1];
    for (const name of ["Content-Encoding", "Transfer-Encoding", "ETag", "Location", "Refresh"])
      response.removeHeader(name);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(inlineHeader, inlineOf(page));
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", Buffer.byteLength(page));
    return writeHead.call(response, other[0]);
  };
  response.write = (...said) => {
    if (page === null && !response.headersSent) response.writeHead(response.statusCode);
    return page === null ? write.apply(response, said) : true;
  };
  response.end = (...said) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return page === null ? end.apply(response, said) : end.call(response, page);
  };
}
