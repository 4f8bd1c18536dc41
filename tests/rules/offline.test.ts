import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { offline } from "../../app/_server/offline";

/** In which language the page without a network stands, for an address and what the browser keeps. */
function languageOf(search: string, cookie: string): string {
  const script = /<script>(.*)<\/script>/s.exec(offline().html)![1]!;
  const document = {
    cookie,
    title: "",
    documentElement: { lang: "" },
    querySelectorAll: () => [],
    querySelector: () => ({ textContent: "" }),
  };
  const nothing = () => {};
  const localStorage = { getItem: () => null };
  runInNewContext(script, {
    ...{ document, location: { search }, history: { length: 1 }, localStorage },
    ...{ addEventListener: nothing, setInterval: nothing, fetch: nothing },
  });
  return document.documentElement.lang;
}

it("the page without a network is in the language of its address, else in that of this browser", () => {
  expect(languageOf("?lang=ar", "")).toBe("ar");
  expect(languageOf("?view=all&lang=fr", "locale=ar")).toBe("fr");
  expect(languageOf("?lang=xx", "a=b; locale=fr")).toBe("fr");
  expect(languageOf("", "")).toBe("en");
});
