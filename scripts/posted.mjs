// What Next answers to a post that it could not read, in the reader's words in place of a line of English.
import { inlineHeader, inlineOf } from "../app/_server/inline.mjs";
import { answerLanguage, readersLanguage } from "../lib/i18n/request.mjs";
import { unreadPost } from "../lib/log/lines.mjs";
import { saidPage } from "./said.mjs";

/** Requests whose action has begun (`app/_server/request.ts`): what fails from then on is ours. */
const begun = () => globalThis.cascadeBegun;

/**
 * Says of a post that it is of another build, or none of ours; and of one that broke before an action had it that it could
 * not be read. Where an action has begun, its answer stays what it is. The scripts of a page know by a header that there is
 * no such action, and say so in its form.
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
  });
  /** What is said in place of an answer; null where it stays. */
  const instead = (status) => {
    const kind = String(response.getHeader("content-type") ?? "text/plain");
    if (status === 500 && !begun()?.has(id)) return [400, "unreadable"];
    return isOfPage && status >= 400 && kind.startsWith("text/plain") ? [status, "staleForm"] : null;
  };
  // Next compresses behind this, so only what heads an answer shows which one it is.
  response.writeHead = (status, ...said) => {
    const other = instead(status);
    if (page !== null || other === null) return writeHead.call(response, status, ...said);
    page = saidPage(readersLanguage(request), other[1]);
    for (const name of ["Content-Encoding", "Transfer-Encoding", "ETag"]) response.removeHeader(name);
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
