// In which language a request is answered. Plain JavaScript, for the server in front of Next reads it too.

/** Languages of the pages; a test compares them with those of the messages. */
const languages = ["en", "fr", "ar"];

const ours = (language) => languages.includes(language);

/** The weight of an entry of Accept-Language, from 0 to 1; one that makes no sense weighs nothing. */
function weightOf(params) {
  const given = params.map((param) => /^\s*q\s*=\s*(.*?)\s*$/i.exec(param)?.[1]).find((q) => q !== undefined);
  if (given === undefined) return 1;
  return /^(0(\.\d*)?|1(\.0*)?)$/.test(given) ? Number(given) : 0;
}

/** The best language of an Accept-Language header among ours, by weight, then by order; English where none fits. */
export function negotiate(header) {
  const wanted = String(header ?? "")
    .slice(0, 2000)
    .split(",")
    .map((entry) => {
      const [tag, ...params] = entry.trim().split(";");
      return { language: tag.trim().toLowerCase().split(/[-_]/)[0], weight: weightOf(params) };
    });
  const refused = new Set(wanted.filter(({ weight }) => weight === 0).map(({ language }) => language));
  const best = wanted
    .filter(({ weight, language }) => weight > 0 && (language === "*" || ours(language)))
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => (language === "*" ? languages.find((l) => !refused.has(l)) : language));
  return best[0] ?? "en";
}

/** The value of the cookie that keeps the reader's choice, if it is one of our languages. */
const chosenIn = (cookies) => {
  const value = /(?:^|;\s*)locale=([^;]*)/.exec(cookies ?? "")?.[1]?.trim();
  return ours(value) ? value : null;
};

/** Pages: everything but the API, the build's output and files with an extension. */
const isPage = (path) =>
  path.startsWith("/") && !/^\/(api|_next)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);

/** The language that an address names last (`lang`), of ours; null where it names none. */
const askedIn = (url) =>
  (url.split("?")[1] ?? "")
    .split("&")
    .map((part) => /^lang=([a-z]{2})$/i.exec(part)?.[1]?.toLowerCase())
    .filter(ours)
    .at(-1) ?? null;

/**
 * The language of the page that stands in the tab from which its scripts post, as Next names it; null for any other request.
 * Answered in another, the page would be loaded anew, and what is typed elsewhere in it, or shown this once, lost.
 */
const standsIn = (headers) => {
  if (headers["next-action"] === undefined) return null;
  const language = /%22locale%22%2C%22(\w+)%22/.exec(headers["next-router-state-tree"] ?? "")?.[1];
  return ours(language) ? language : null;
};

/**
 * In which language a page is answered: that in which it stands in its tab, else that of `?lang=`, else the reader's choice, else the best of Accept-Language. Null
 * where the address is no page's. Looking at an address changes no choice: only the language switch does.
 */
export const answerLanguage = ({ url, headers }) =>
  isPage(url.split("?")[0]) ? readersLanguage({ url, headers }) : null;

/** The same for any address, such as that of a file or of what is refused. */
export const readersLanguage = ({ url, headers }) =>
  standsIn(headers) ?? askedIn(url) ?? chosenIn(headers.cookie) ?? negotiate(headers["accept-language"]);

/**
 * Where a page leads on to that was asked for in a language (`?lang=`): what comes of its form, or in its place, is read in it too.
 * An address of another site, or one that names its language, stays.
 */
export function ledOn(url, location) {
  const language = isPage(url.split("?")[0]) ? askedIn(url) : null;
  const [address, ...part] = location.split("#");
  if (language === null || !/^\/(?![/\\])/.test(location) || askedIn(address) !== null) return location;
  return [`${address}${address.includes("?") ? "&" : "?"}lang=${language}`, ...part].join("#");
}

/**
 * The same address in the language of the page from which a reader goes on, where that was opened in one (`?lang=`), as by a link
 * that somebody sent them, and they chose none themselves. Null for every other request, and for what scripts ask for.
 */
export const carriedOn = ({ method, url, headers }) => {
  const from = headers.referer ?? "";
  if (method !== "GET" || headers.rsc !== undefined || chosenIn(headers.cookie) || !URL.canParse(from))
    return null;
  const { host, pathname, search } = new URL(from);
  if (host !== headers.host || !isPage(url.split("?")[0])) return null;
  const led = ledOn(pathname + search, url);
  return led === url ? null : led;
};

/** The same cookies with this language as the reader's choice. */
export const withChoice = (cookies, language) =>
  [
    ...(cookies ?? "").split(";").filter((cookie) => cookie.trim() && !/^\s*locale=/.test(cookie)),
    ` locale=${language}`,
  ]
    .join(";")
    .trim();

/** Pages that are the same for everybody and may be found by a search engine. */
const publicPage = /^\/(courses(\/[^/]+)?|verify|help|contact|privacy|accessibility)?$/;

/** Value of a Link header that names a public page in each language; null for any other page. */
export function alternates(origin, url) {
  const path = url.split("?")[0];
  if (!origin || !publicPage.test(path) || path === "/courses/search") return null;
  const link = (href, language) => `<${origin}${href}>; rel="alternate"; hreflang="${language}"`;
  return [link(path, "x-default"), ...languages.map((l) => link(`${path}?lang=${l}`, l))].join(", ");
}
