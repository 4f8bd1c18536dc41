// Requests that nobody sends by a browser: methods, addresses, headers, bodies, cookies and actions at random, from a seed.

import { fields, flights, methods, names, parts, paths, types, values } from "./words.mjs";

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
