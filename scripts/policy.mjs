// What every answer says to browsers about itself: what may run in a page, who may frame or read it, who may keep it.
import { randomBytes } from "node:crypto";
import { inlineHeader } from "../app/_server/inline.mjs";
import { originOf } from "./setup.mjs";

const publicOrigin = originOf(process.env.PUBLIC_URL);
const secure = publicOrigin?.startsWith("https:") ?? false;
const issuer = originOf(process.env.OIDC_ISSUER);

/** What is the same on every page. Styles in attributes are widths and places that pages reckon; they load nothing. */
const always = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // A form may lead on to whoever signs people in.
  `form-action 'self'${issuer ? ` ${issuer}` : ""}`,
  "style-src-attr 'unsafe-inline'",
  // For browsers that know no more than this of styles (Safari before 15.4, Firefox before 108).
  "style-src 'self' 'unsafe-inline'",
  ...(secure ? ["upgrade-insecure-requests"] : []),
].join("; ");

/** Names what may stand in the text of a page besides files of ours: a nonce, or hashes (`inlineOf`). */
const policyWith = (scripts, styles) =>
  `${always}; script-src 'self'${scripts ? ` ${scripts}` : ""}; style-src-elem 'self'${styles ? ` ${styles}` : ""}`;

/** The policy of a page whose text says by a nonce what of it is ours. */
const policyOfNonce = (nonce) => policyWith(`'nonce-${nonce}'`, `'nonce-${nonce}'`);

/** The policy of a page that says what stands in it by hashes. */
const policyOfInline = (said) => policyWith(...said.split(";"));

const same = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
};

/** The picture of a shared link stands in pages of others. */
const forOthers = /^\/api\/files\/card\//;

/** What Next says to its own scripts, which ask for parts of pages; a page itself says nothing of how it was made. */
const ofNext = [
  "x-nextjs-cache",
  "x-nextjs-prerender",
  "x-nextjs-stale-time",
  "x-nextjs-rewritten-path",
  "x-nextjs-rewritten-query",
  "x-nextjs-matched-path",
];

/**
 * Has an answer say all of this as it begins, whoever gives it, and hands Next the nonce of a page that it may draw.
 * What an answer says of itself (a picture its own policy, a file who may keep it) stays.
 */
export function dress(request, response) {
  const { url, headers } = request;
  const { writeHead } = response;
  const isPart = headers.rsc !== undefined || headers["next-action"] !== undefined;
  const nonce = randomBytes(16).toString("base64url");
  headers["content-security-policy"] = isPart ? "" : `script-src 'nonce-${nonce}'`;
  response.writeHead = (status, ...said) => {
    if (response.headersSent) return writeHead.call(response, status, ...said);
    const inline = response.getHeader(inlineHeader);
    response.removeHeader(inlineHeader);
    if (!isPart) for (const name of ofNext) response.removeHeader(name);
    for (const [name, value] of Object.entries(same)) response.setHeader(name, value);
    response.setHeader("Cross-Origin-Resource-Policy", forOthers.test(url) ? "cross-origin" : "same-origin");
    if (!response.hasHeader("Content-Security-Policy"))
      response.setHeader(
        "Content-Security-Policy",
        inline === undefined ? policyOfNonce(nonce) : policyOfInline(String(inline)),
      );
    const says = said.find((given) => typeof given === "object");
    if (!response.hasHeader("Cache-Control") && !says?.["Cache-Control"])
      response.setHeader("Cache-Control", "private, no-store");
    return writeHead.call(response, status, ...said);
  };
  return nonce;
}
