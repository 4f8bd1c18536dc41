// What stands in the text of a page itself, as a policy for browsers (Content-Security-Policy) names it: by its hash.
import { createHash } from "node:crypto";

/** Where a kept page says to the server in front what stands in it. No browser sees this header. */
export const inlineHeader = "x-cascade-inline";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const hashes = (html, element) => [...new Set([...html.matchAll(element)].map(([, text]) => hash(text)))];

/** The scripts and style sheets that stand in a page, by their hashes, as its header says them: `script … ; style …`. */
export function inlineOf(html) {
  const scripts = hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  return `${scripts.join(" ")};${styles.join(" ")}`;
}

/** A page as it is kept: without the nonce of whoever asked for it first, which nobody else has. */
export const withoutNonce = (html) =>
  html.replace(/(<(?:script|link|style)\b[^>]*?) nonce="[\w+/=-]*"/g, "$1");
