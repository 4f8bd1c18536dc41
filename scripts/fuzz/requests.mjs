// Requests that nobody sends by a browser: methods, addresses, headers, bodies, cookies and actions at random, from a seed.

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const paths = [
  "/",
  "/courses",
  "/courses/search",
  "/courses/tot-irbid-demo",
  "/courses/tot-irbid-demo/register",
  "/verify",
  "/verify/ABCD-EFGH",
  "/help",
  "/contact",
  "/privacy",
  "/sign-in",
  "/sign-in/link",
  "/signed-in",
  "/today",
  "/my",
  "/account",
  "/more",
  "/desk/courses",
  "/desk/courses/1",
  "/desk/courses/1/timetable",
  "/desk/courses/1/registrations",
  "/desk/courses/new",
  "/desk/people",
  "/desk/people/1",
  "/desk/settings",
  "/desk/programmes",
  "/desk/tools",
  "/desk/trainers",
  "/desk/organisations",
  "/registrations/x",
  "/nothing/here",
  "/api/auth/callback/oidc",
  "/api/auth/signin/oidc",
  "/api/auth/csrf",
  "/api/auth/session",
  "/api/auth/_log",
  "/api/auth/signout",
  "/api/auth/providers",
  "/api/auth/error",
  "/api/health",
  "/api/language/fr",
  "/api/finds",
  "/api/files/calendar/tot-irbid-demo",
  "/api/files/certificates/1",
  "/api/files/certificate/ABCD",
  "/api/files/attendance/1",
  "/api/verify",
  "/api/offline/page",
  "/api/nothing",
  "/_next/static/chunks/nothing.js",
  "/_next/data/x/y.json",
  "/_next/image",
  "/favicon.ico",
  "/robots.txt",
  "/manifest.webmanifest",
];
const parts = [
  "constructor",
  "__proto__",
  "toString",
  "..",
  "%2e%2e",
  "%",
  "%ff",
  "%00",
  "//",
  "@evil",
  "a".repeat(3000),
  "%d8%b9",
  "1e9",
  "-1",
  "0x9",
];
const names = [
  "q",
  "lang",
  "back",
  "to",
  "callbackUrl",
  "token",
  "serial",
  "after",
  "from",
  "state",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "a[]",
  "rooms.0.name",
  "",
  "$ACTION_REF_1",
];
const values = [
  "",
  "1",
  "x",
  "null",
  "[]",
  "{}",
  "%",
  "%ff%fe",
  "%00",
  "/%d8%b9",
  "//evil.example",
  "/%0d%0aX: y",
  "https://evil.example",
  "fr",
  "constructor",
  "a".repeat(2500),
  "%F0%9F%8C%8D",
  "-1",
  "1e400",
  "2027-02-30",
];
const methods = [
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "POST",
  "POST",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
];
const types = [
  "multipart/form-data; boundary=b",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "application/x-www-form-urlencoded",
  "text/plain;charset=UTF-8",
  "application/json",
  "application/octet-stream",
  "text/xml",
  "",
  "nonsense",
  `multipart/form-data; boundary=${"b".repeat(80)}`,
];
const flights = [
  "[]",
  "{}",
  "null",
  '["$K1"]',
  '[{"status":"new"},"$K1"]',
  '[{"status":"new"},{"constructor":"x","__proto__":{"a":1}}]',
  '[{"status":"new"},"text"]',
  '[{"status":"new"},7]',
  '[{"status":"new"},null]',
  '[{"status":"new"},["a"]]',
  '[{"status":"new"},"$Q1"]',
  '[{"status":"new"},"$W1"]',
  '[{"status":"new"},"$D2026-99-99"]',
  '[{"status":"new"},"$n12"]',
  '[{"status":"new"},"$undefined"]',
  '[{"status":"new"},"$@1"]',
  '[{"status":"new"},"$F1"]',
  '[{"status":"new"},"$1"]',
  '[{"status":"new"},"$0"]',
  '["$0:0:0"]',
  "[",
  '{"then":"$1"}',
  "x",
  '[{"status":"new"},{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}]',
  '[{"status":"new"},"$B1"]',
  '[{"status":"new"},"$h1"]',
  '[{"status":"new"},"$i1"]',
];
const fields = [
  "identifier",
  "password",
  "back",
  "name",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "rooms.0.name",
  "rooms.__proto__.x",
  "a.b.c.d.e.f.g.h",
  "moduleIds[]",
  "id",
  "courseId",
  "version",
  "email",
  "phone",
  "consent",
  "$ACTION_KEY",
  "$ACTION_1:0",
  "$ACTION_REF_1",
  "\u0639",
];

/** What makes one request after the other: `{ method, path, headers, body }`. */
export function requestMaker(seed, { actions, cookies }) {
  const chance = chanceOf(seed);
  const one = (list) => list[Math.floor(chance() * list.length)];
  const often = (share) => chance() < share;
  const many = (most, make) => Array.from({ length: Math.floor(chance() * (most + 1)) }, make);
  const junk = () => Buffer.from(many(200, () => Math.floor(chance() * 256)));

  const address = () => {
    let path = one(paths);
    if (often(0.2)) path += `/${one(parts)}`;
    const query = many(3, () => `${encodeURIComponent(one(names))}=${one(values)}`).join("&");
    return (query ? `${path}?${query}` : path).replace(/[^\x21-\x7e]/g, "");
  };
  const part = (name, text) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const posted = () => {
    const text = () => (often(0.1) ? "x".repeat(20_000) : decodeSafely(one(values)));
    const own = often(0.6) ? part(`$ACTION_ID_${one(actions)}`, "") : "";
    return `${own}${many(6, () => part(one(fields), text())).join("")}--b--\r\n`;
  };
  const replied = () =>
    `${many(2, () => part(`1_${one(fields)}`, one(values))).join("")}${part("1", one(flights))}${part("0", one(flights))}--b--\r\n`;
  const bodies = [
    () => posted(),
    () => posted(),
    () => replied(),
    () => replied(),
    () => one(flights),
    () => one(flights),
    () => posted().slice(0, Math.floor(chance() * 200)),
    () => junk(),
    () => "",
    () => many(4, () => `${one(names)}=${one(values)}`).join("&"),
    () => (often(0.1) ? Buffer.alloc(1_200_000, 97) : "{"),
  ];

  return () => {
    const method = one(methods);
    const headers = {};
    let path = address();
    let body = null;
    if (!["GET", "HEAD", "TRACE", "OPTIONS"].includes(method)) {
      body = one(bodies)();
      const type = often(0.6) ? types[0] : one(types);
      if (type) headers["content-type"] = type;
      if (often(0.5))
        headers["next-action"] = often(0.85) ? one(actions) : one(["x", "0".repeat(42), "__proto__", "%"]);
      if (often(0.5)) headers.origin = "OWN";
      else if (often(0.3))
        headers.origin = one(["null", "https://evil.example", "nonsense", "http://localhost:1"]);
      if (often(0.2)) headers["transfer-encoding"] = "chunked";
      if (often(0.5) && headers["next-action"])
        path = one([
          "/sign-in",
          "/today",
          "/account",
          "/desk/people",
          "/courses/tot-irbid-demo/register",
          "/desk/courses/1",
        ]);
    }
    if (often(0.3)) headers.accept = one(["text/html", "text/x-component", "*/*", "application/json", "x"]);
    if (often(0.15)) headers.rsc = one(["1", "0", "x"]);
    if (often(0.1))
      headers["next-router-state-tree"] = one([
        "%",
        "[]",
        "%5B%22%22%5D",
        "null",
        "x".repeat(3000),
        "%7B%7D",
      ]);
    if (often(0.1)) headers["next-router-prefetch"] = one(["1", "2", "x"]);
    if (often(0.05)) headers["next-router-segment-prefetch"] = one(["/_tree", "/x", "//", "%"]);
    if (often(0.1)) headers["accept-language"] = one(["fr", "ar;q=x", ",,,", "x".repeat(3000)]);
    if (often(0.1)) headers["x-forwarded-host"] = one(["evil.example", "", "a b"]);
    if (often(0.1)) headers["x-forwarded-for"] = one(["1.2.3.4", "x", "::1, 1.1.1.1", ","]);
    if (often(0.1)) headers["x-forwarded-proto"] = one(["https", "x", "http, https"]);
    if (often(0.05)) headers["sec-fetch-site"] = one(["cross-site", "same-site", "none", "x"]);
    if (often(0.05)) headers["if-none-match"] = one(["*", '"x"', "x".repeat(500)]);
    if (often(0.05)) headers.range = one(["bytes=0-", "bytes=-1", "bytes=9-1", "x"]);
    if (often(0.05)) headers.host = one(["evil.example", "x y", "[::1", ""]);
    if (often(0.05)) headers["x-nextjs-data"] = "1";
    if (often(0.05)) headers["x-middleware-subrequest"] = "middleware";
    if (often(0.05))
      headers["content-security-policy"] = one(["script-src 'nonce-<'", "script-src 'nonce-x'"]);
    if (often(0.5)) headers.cookie = one(cookies);
    return { method, path, headers, body };
  };
}

function decodeSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
