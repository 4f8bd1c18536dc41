import { describe, expect, it } from "vitest";

process.env.PUBLIC_URL = "http://cascade.example.org:4000";
const { refused } = await import("../../scripts/refuse.mjs");

/** What is answered to a post with these headers that is otherwise as a form sends it: a status, or null where it is taken. */
function answered(headers: Record<string, string>): number | null {
  let status: number | null = null;
  const response = {
    setHeader: () => {},
    writeHead: (said: number) => {
      status = said;
      return { end: () => {} };
    },
  };
  const request = {
    method: "POST",
    url: "/sign-in",
    headers: {
      host: "cascade.example.org:4000",
      "content-type": "multipart/form-data; boundary=x",
      "content-length": "9",
      ...headers,
    },
    resume: () => {},
  };
  refused(request, response, () => {});
  return status;
}

describe("posts", () => {
  it("are taken from pages of this very origin alone", () => {
    const own = "http://cascade.example.org:4000";
    expect(answered({ origin: own })).toBeNull();
    expect(answered({ referer: `${own}/sign-in` })).toBeNull();
    // A phone beside the machine, by its number.
    const number = "192.0.2.7:4000";
    expect(answered({ origin: `http://${number}`, host: number })).toBeNull();
    const foreign: Record<string, string>[] = [
      {},
      { "sec-fetch-site": "none" },
      { origin: "null" },
      { origin: "https://cascade.example.org:4000" },
      { origin: "http://cascade.example.org" },
      { origin: "http://evil.example:4000", host: "evil.example:4000" },
      { origin: `https://${number}`, host: number },
      { referer: "https://cascade.example.org:4000/sign-in" },
      { origin: "http://evil.example", referer: `${own}/sign-in` },
    ];
    for (const headers of foreign) expect(answered(headers), JSON.stringify(headers)).toBe(403);
  });
});
