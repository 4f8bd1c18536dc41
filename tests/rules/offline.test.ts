import { runInNewContext } from "node:vm";
import { expect, it, vi } from "vitest";
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

it("lists the rolls of a day as their sessions begin, each by its own name", async () => {
  const script = /<script>(.*)<\/script>/s.exec(offline().html)![1]!;
  const pages = new Map([
    ["/desk/courses/1/roll/2", { title: "M2, 15:50 – Think.Coop · Cascade", begins: "50" }],
    ["/desk/courses/1/roll/1", { title: "M1, 15:35 – Think.Coop · Cascade", begins: "35" }],
    ["/desk/courses/1/roll/3", { title: "M3, 19:00 – Think.Coop · Cascade", begins: "90" }],
  ]);
  const shown: { textContent: string; href: string }[] = [];
  const item = { append: (link: (typeof shown)[number]) => shown.push(link) };
  const list = { hidden: true, dataset: {}, querySelector: () => ({ appendChild: () => item }) };
  const document = {
    ...{ cookie: "", title: "", documentElement: { lang: "" }, querySelector: () => ({ textContent: "" }) },
    querySelectorAll: (what: string) => (what === "[data-kept]" ? [list] : []),
    createElement: () => ({}),
  };
  const store = {
    keys: async () => [...pages.keys()].map((url) => ({ url })),
    match: async (url: string) => ({
      headers: new Headers({ date: new Date().toUTCString() }),
      text: async () => url,
    }),
  };
  class DOMParser {
    parseFromString(url: string) {
      const { title, begins } = pages.get(url)!;
      return { title, querySelector: () => ({ content: begins }) };
    }
  }
  const nothing = () => {};
  runInNewContext(script, {
    ...{ document, DOMParser, location: { search: "" }, history: { length: 1 } },
    ...{ localStorage: { getItem: () => null }, caches: { has: async () => true, open: async () => store } },
    ...{ addEventListener: nothing, setInterval: nothing, fetch: nothing },
  });
  await vi.waitFor(() => expect(shown).toHaveLength(3));
  expect(shown.map(({ textContent }) => textContent)).toEqual([
    "M1, 15:35 – Think.Coop",
    "M2, 15:50 – Think.Coop",
    "M3, 19:00 – Think.Coop",
  ]);
});
