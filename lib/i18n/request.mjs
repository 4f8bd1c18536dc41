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

/** The address without `lang`, and the language that it named last, of ours. Everything else keeps its spelling. */
function withoutLanguage(url) {
  const at = url.indexOf("?");
  if (at < 0) return { url, language: null };
  const parts = url.slice(at + 1).split("&");
  const rest = parts.filter((part) => !/^lang(=|$)/.test(part));
  const language = parts
    .map((part) => /^lang=([a-z]{2})$/i.exec(part)?.[1]?.toLowerCase())
    .filter(ours)
    .at(-1);
  return {
    url: url.slice(0, at) + (rest.length > 0 ? `?${rest.join("&")}` : ""),
    language: language ?? null,
  };
}

/** An address of this site: nothing that a browser reads as another host. */
const ofThisSite = (url) => /^\/(?![/\\])/.test(url) && !/[\\\s]/.test(url);

/**
 * How a request is answered.
 * - `language`: in which language, where it is for a page: that of `?lang=`, else the reader's choice, else the best of
 *   Accept-Language.
 * - `url`: the address that the page sees, without `lang`.
 * - `keep`: true where the address named the language, which the browser then keeps.
 * - `redirect`: the clean address, where a browser asked with `?lang=`. Whoever shows no sign of being one (no cookie, no
 *   Sec-Fetch-Mode), such as a crawler, is answered at once, for it would come back without the cookie.
 */
export function answerLanguage({ method, url, headers }) {
  const path = url.split("?")[0];
  if (!isPage(path)) return { language: null, url, keep: false, redirect: null };
  const asked = withoutLanguage(url);
  const language = asked.language ?? chosenIn(headers.cookie) ?? negotiate(headers["accept-language"]);
  if (!asked.language) return { language, url, keep: false, redirect: null };
  const reads = method === "GET" || method === "HEAD";
  const browser = Boolean(headers.cookie) || headers["sec-fetch-mode"] === "navigate";
  const redirect = reads && browser && !headers.rsc && ofThisSite(asked.url) ? asked.url : null;
  return { language, url: asked.url, keep: reads && !headers.rsc, redirect };
}

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
