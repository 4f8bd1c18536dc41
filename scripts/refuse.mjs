// What is refused before Next sees it, each with a page that says why: other methods, posts of other sites, bodies that are
// none of a form.
import { answerLanguage } from "../lib/i18n/request.mjs";
import { sayInstead } from "./said.mjs";
import { originOf } from "./setup.mjs";

/** What a form may send at most, as `serverActions.bodySizeLimit` of next.config.js says it. */
const mostBytes = 1024 * 1024;

const publicOrigin = originOf(process.env.PUBLIC_URL);
const secure = publicOrigin?.startsWith("https:") ?? false;

const taken = ["GET", "HEAD", "POST"];

/** A host that nobody else can have a name lead to: this machine, or a number. */
const isByNumber = (hostname) => /^(localhost|\d+(\.\d+){3}|\[[0-9a-f:.]+\])$/i.test(hostname);

const hostOf = (host) => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null);

/**
 * True where an origin is this site's: that of PUBLIC_URL, with its scheme and port; without https also the machine by its
 * number, for a phone beside it; where no PUBLIC_URL is set, however it was reached.
 */
function isOwn(origin, host) {
  const from = originOf(origin);
  if (from === null || from === publicOrigin) return from !== null;
  const { protocol, host: named, hostname } = new URL(from);
  if (secure || named !== hostOf(host)?.host) return false;
  return publicOrigin === null || (protocol === "http:" && isByNumber(hostname));
}

/**
 * True where this is not sent by a page of ours. Every browser that we support says of a post which site's page sends it;
 * one that leaves that out says it by the page's address. What says neither is no browser's, and is not carried out.
 */
const isOfAnotherSite = ({ origin, referer, host }) => !isOwn(origin ?? originOf(referer), host);

/**
 * Names the host as the reader's browser does, for Next compares it with the page that sent a form. A proxy may put its
 * own name for this server there (nginx does), and a stranger any.
 */
export function nameHost({ headers }) {
  const host = hostOf(headers.host);
  const from = originOf(headers.origin);
  if (from !== null && isOwn(headers.origin, headers.host)) headers.host = new URL(from).host;
  else if (host === null || (publicOrigin !== null && !isByNumber(host.hostname)))
    headers.host = publicOrigin === null ? "localhost" : new URL(publicOrigin).host;
}

/** What a form sends, and what a page's scripts send in its place, as they name it. */
const form = /^multipart\/form-data\s*;.*\bboundary="?[^";]{1,70}/i;
const plain = /^application\/x-www-form-urlencoded\b/i;
const replied = /^text\/plain\b/i;

/** True where a body is of a kind that is taken at this address. */
function isTaken({ url, headers }) {
  const type = headers["content-type"] ?? "";
  if (form.test(type)) return true;
  return answerLanguage({ url, headers }) === null
    ? plain.test(type)
    : replied.test(type) && headers["next-action"] !== undefined;
}

/** Keys of actions, as the build makes them. */
const actionKey = /^[0-9a-f]{40,64}$/;

/**
 * Answers what is not taken.
 * @param note told of posts of another site.
 * @returns true where it did.
 */
export function refused(request, response, note) {
  const { method, headers } = request;
  const allowed = request.url.startsWith("/_next/") ? taken.slice(0, 2) : taken;
  if (!allowed.includes(method))
    return sayInstead(request, response, 405, "otherMethod", { Allow: allowed.join(", ") });
  if (method !== "POST") {
    // What is sent with it is for nobody.
    delete headers["next-action"];
    return false;
  }
  if (isOfAnotherSite(headers)) {
    note("otherSite");
    return sayInstead(request, response, 403, "otherSite");
  }
  if (Number(headers["content-length"]) > mostBytes) return sayInstead(request, response, 413, "tooLarge");
  if (headers["content-length"] === undefined) return sayInstead(request, response, 411, "unreadable");
  if (!isTaken(request)) return sayInstead(request, response, 415, "unreadable");
  if (headers["next-action"] !== undefined && !actionKey.test(headers["next-action"]))
    return sayInstead(request, response, 404, "staleForm");
  return false;
}
