import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { GET as verifyTyped } from "../../app/api/verify/route";
import {
  alternates,
  answerLanguage,
  carriedOn,
  ledOn,
  negotiate,
  readersLanguage,
  withChoice,
} from "../../lib/i18n/request.mjs";
import { locales } from "../../lib/i18n/rules";

describe("the language of a page", () => {
  it.each([
    ["ckb-IQ,ckb;q=0.9,ar;q=0.8,en;q=0.7", "ar"],
    ["ku,ar-IQ;q=0.6,fr;q=0.2", "ar"],
    ["ar", "ar"],
    ["ar-SY,en-US;q=0.8", "ar"],
    ["de-CH,fr;q=0.4,en;q=0.6", "en"],
    ["en;q=0.5,fr;q=0.9,ar;q=0.7", "fr"],
    ["sw-KE,sw;q=0.9,en-GB;q=0.8,en;q=0.7", "en"],
    ["ln,fr-CD;q=0.7", "fr"],
    ["FR-ca", "fr"],
    ["fr , en", "fr"],
    ["en;q=0, fr;q=0.1", "fr"],
    ["*", "en"],
    ["en;q=0, *;q=0.5", "fr"],
    ["tr,*;q=0.1", "en"],
    ["arc,fil;q=0.9,fr;q=0.1", "fr"],
    ["ar; q=0.3, fr; Q=0.4", "fr"],
    ["ar;q=nonsense,fr;q=0.2", "fr"],
    ["ar;q=1.5,fr;q=1.000", "fr"],
    ["fr;q=0.8,ar;q=0.8", "fr"],
    ["ky-KG,ru;q=0.9", "en"],
    ["", "en"],
    [";;;,,,", "en"],
    ["x".repeat(100_000), "en"],
    [null, "en"],
  ] as const)("%s is answered in %s", (header, language) => {
    expect(negotiate(header)).toBe(language);
  });

  it("is the reader's choice before that, and what the address says before both", () => {
    const headers = { "accept-language": "fr", cookie: "a=b; locale=ar; c=d" };
    expect(answerLanguage({ url: "/courses", headers })).toBe("ar");
    for (const [url, language] of [
      ["/courses?lang=en", "en"],
      ["/courses/search?q=%D8%AA%D8%B9&lang=fr&from=2026-01-01", "fr"],
      ["/verify/ABCD?lang=fr&lang=en", "en"],
      ["/courses?lang=FR&language=ar", "fr"],
    ])
      expect(answerLanguage({ url: url!, headers }), url).toBe(language);
    for (const cookie of ["locale=de", "xlocale=ar", "locale="])
      expect(answerLanguage({ url: "/", headers: { ...headers, cookie } }), cookie).toBe("fr");
  });

  it("goes on to where a page leads that was asked for in one, within this site", () => {
    for (const [url, to, led] of [
      ["/courses/a/register?lang=ar", "/registrations/t", "/registrations/t?lang=ar"],
      [
        "/courses/a/register?x=1&lang=fr",
        "/registrations/t?said=a#state",
        "/registrations/t?said=a&lang=fr#state",
      ],
      ["/today?lang=ar", "/sign-in?back=%2Ftoday%3Flang%3Dar", "/sign-in?back=%2Ftoday%3Flang%3Dar&lang=ar"],
      // Where nothing was asked for, or the next address says its own, it stays; so does another site's.
      ["/courses/a/register", "/registrations/t", "/registrations/t"],
      ["/courses/a/register?lang=de", "/registrations/t", "/registrations/t"],
      ["/courses?lang=ar", "/courses?lang=fr", "/courses?lang=fr"],
      ["/api/files/card/1?lang=ar", "/today", "/today"],
      ["/courses?lang=ar", "https://evil.example/", "https://evil.example/"],
      ["/courses?lang=ar", "//evil.example/", "//evil.example/"],
    ] as const)
      expect(ledOn(url, to), `${url} ${to}`).toBe(led);
  });

  it("goes with a reader from a page that a link opened in one, until they choose one themselves", () => {
    const site = "http://cascade.example";
    const headers = { host: "cascade.example", referer: `${site}/courses/a?lang=ar` };
    const from = (url: string, more: Record<string, string> = {}, method = "GET") =>
      carriedOn({ method, url, headers: { ...headers, ...more } });
    expect(from("/courses/a/register")).toBe("/courses/a/register?lang=ar");
    expect(from("/courses?q=x")).toBe("/courses?q=x&lang=ar");
    for (const [url, more, method] of [
      ["/courses?lang=fr", {}, "GET"],
      ["/courses", { cookie: "locale=en" }, "GET"],
      ["/courses", { referer: `${site}/courses/a` }, "GET"],
      ["/courses", { referer: "https://elsewhere.example/?lang=ar" }, "GET"],
      ["/courses", { referer: "lang=ar" }, "GET"],
      ["/courses", { rsc: "1" }, "GET"],
      ["/courses/a/register", {}, "POST"],
      ["/api/files/card/ar/a", {}, "GET"],
      ["/icon.svg", {}, "GET"],
    ] as const)
      expect(from(url, more, method), JSON.stringify([url, more, method])).toBeNull();
  });

  it("is said of pages alone; of what is refused or missing elsewhere, too, where one asks so", () => {
    for (const url of ["/api/health?lang=ar", "/_next/static/x.js?lang=ar", "/icon.svg?lang=ar"]) {
      expect(answerLanguage({ url, headers: {} }), url).toBeNull();
      expect(readersLanguage({ url, headers: {} }), url).toBe("ar");
    }
  });

  it("is that of the page in its tab where its scripts post, whatever was chosen in another since", () => {
    const tree = encodeURIComponent(
      '["",{"children":[["locale","en","d",null],{"children":["account",{}]}]}]',
    );
    const headers = { cookie: "locale=ar", "next-router-state-tree": tree };
    const url = "/account?lang=fr";
    expect(answerLanguage({ url, headers: { ...headers, "next-action": "7f" } })).toBe("en");
    // A link leads on in the language that was chosen.
    expect(answerLanguage({ url: "/account", headers })).toBe("ar");
    for (const said of ["%", "%22locale%22%2C%22de%22", encodeURIComponent(tree)])
      expect(
        answerLanguage({ url, headers: { ...headers, "next-action": "7f", "next-router-state-tree": said } }),
      ).toBe("fr");
  });

  it("goes on from a number that is typed on a page of it, where it is one of ours", () => {
    const to = (asked: string) =>
      verifyTyped(new NextRequest(`https://cascade.example.org/api/verify?${asked}`)).headers.get("location");
    expect(to("lang=ar&serial=AB-1")).toBe("/verify/AB-1?lang=ar");
    expect(to("lang=de&serial=AB-1")).toBe("/verify/AB-1");
    expect(to("serial=")).toBe("/verify/-");
  });

  it("passes over a language that is not ours", () => {
    for (const lang of ["de", "", "fr-CA", "%66r", "en%0d%0aX: y"])
      expect(answerLanguage({ url: `/?lang=${lang}`, headers: { "accept-language": "ar" } })).toBe("ar");
  });

  it("is named for each language on public pages alone", () => {
    const link = alternates("https://cascade.example.org", "/courses/tot-irbid?x=1")!;
    for (const l of locales)
      expect(link).toContain(
        `<https://cascade.example.org/courses/tot-irbid?lang=${l}>; rel="alternate"; hreflang="${l}"`,
      );
    for (const path of ["/today", "/desk/people", "/registrations/abc", "/verify/ABCD", "/courses/search"])
      expect(alternates("https://cascade.example.org", path), path).toBeNull();
  });

  it("takes the place of an earlier choice among the cookies", () => {
    expect(withChoice("a=b; locale=ar; c=d", "fr")).toBe("a=b; c=d; locale=fr");
    expect(withChoice(undefined, "fr")).toBe("locale=fr");
  });
});
