// Addresses as they come, made what can be read: a browser, a mail program or a hand may have cut one in the middle.

/** True where this part of an address is text. */
function isText(part) {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** What stands for what is no text: the sign for it, encoded. */
const unreadable = "%EF%BF%BD";

/**
 * The address with what is no text in it replaced: a path that is none is not found, like any other that isn't there; of what
 * is asked beside it, each part for itself, so that the page says what it passed over.
 */
export function readableAddress(url) {
  if (isText(url)) return url;
  const [path, ...asked] = url.split("?");
  if (!isText(path)) return `/${unreadable}`;
  const parts = asked
    .join("?")
    .split("&")
    .map((part) =>
      isText(part) ? part : `${isText(part.split("=")[0]) ? part.split("=")[0] : ""}=${unreadable}`,
    );
  return `${path}?${parts.join("&")}`;
}

/** What a request says of the way it came, and what Next says to itself. */
const saidOfTheWay =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-nextjs-.*|x-middleware-.*|x-invoke-.*|x-matched-path)$/;

/**
 * Takes away what a request says of the way it came, for whoever sends it can say anything, and puts in its place the
 * address that it came from: the socket's, or the one that the outermost of our proxies has seen.
 * @param hops how many proxies in front are believed.
 */
export function nameAddress({ headers, socket }, hops) {
  const seen = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  for (const name of Object.keys(headers)) if (saidOfTheWay.test(name)) delete headers[name];
  const said = hops > 0 ? seen.at(-Math.min(hops, seen.length)) : undefined;
  headers["x-forwarded-for"] = said?.slice(0, 100) || socket.remoteAddress || "unknown";
}
