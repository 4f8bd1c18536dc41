import { describe, expect, it } from "vitest";
import { alternates, answerLanguage, negotiate, withChoice } from "../../lib/i18n/request.mjs";
import { locales } from "../../lib/i18n/rules";

const browser = { "sec-fetch-mode": "navigate" };

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
    expect(answerLanguage({ method: "GET", url: "/courses", headers })).toMatchObject({ language: "ar" });
    expect(answerLanguage({ method: "GET", url: "/courses?lang=en", headers })).toMatchObject({
      language: "en",
    });
    for (const cookie of ["locale=de", "xlocale=ar", "locale="])
      expect(
        answerLanguage({ method: "GET", url: "/", headers: { ...headers, cookie } }),
        cookie,
      ).toMatchObject({
        language: "fr",
      });
  });

  it("leads a browser to the clean address, with the rest of the query as it was", () => {
    for (const [url, clean] of [
      ["/?lang=fr", "/"],
      ["/courses?lang=fr", "/courses"],
      [
        "/courses/search?q=%D8%AA%D8%B9&lang=fr&from=2026-01-01",
        "/courses/search?q=%D8%AA%D8%B9&from=2026-01-01",
      ],
      ["/verify/ABCD?lang=fr&lang=ar", "/verify/ABCD"],
      ["/courses?lang=FR&language=ar", "/courses?language=ar"],
    ] as const) {
      const answer = answerLanguage({ method: "GET", url, headers: browser });
      expect(answer, url).toMatchObject({ redirect: clean, keep: true });
      // The clean address leads nowhere further.
      expect(answerLanguage({ method: "GET", url: clean, headers: browser }).redirect).toBeNull();
    }
    expect(answerLanguage({ method: "HEAD", url: "/?lang=ar", headers: { cookie: "x=y" } }).redirect).toBe(
      "/",
    );
  });

  it("is served at once to who keeps no cookies, and changes nothing for what is no page or is sent", () => {
    expect(answerLanguage({ method: "GET", url: "/courses?lang=fr&x=1", headers: {} })).toEqual({
      language: "fr",
      url: "/courses?x=1",
      keep: true,
      redirect: null,
    });
    for (const url of [
      "/api/language/fr?lang=ar",
      "/_next/static/x.js?lang=ar",
      "/icon.svg?lang=ar",
      "/api/health",
    ])
      expect(answerLanguage({ method: "GET", url, headers: browser }), url).toEqual({
        language: null,
        url,
        keep: false,
        redirect: null,
      });
    expect(answerLanguage({ method: "POST", url: "/courses?lang=fr", headers: browser })).toMatchObject({
      language: "fr",
      keep: false,
      redirect: null,
    });
  });

  it("never leads to another site", () => {
    for (const url of [
      "//evil.example?lang=fr",
      "//evil.example/x?lang=fr",
      "/\\evil.example?lang=fr",
      "https://evil.example/?lang=fr",
      "/\t/evil.example?lang=fr",
    ])
      expect(answerLanguage({ method: "GET", url, headers: browser }).redirect, url).toBeNull();
  });

  it("passes over a language that is not ours", () => {
    for (const lang of ["de", "", "fr-CA", "%66r", "en%0d%0aX: y"])
      expect(
        answerLanguage({
          method: "GET",
          url: `/?lang=${lang}`,
          headers: { ...browser, "accept-language": "ar" },
        }),
      ).toMatchObject({
        language: "ar",
        redirect: null,
      });
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
