import { createTranslator, NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { Quarters } from "../../app/[locale]/(desk)/desk/programmes/[programme]/_numbers/Quarters";
import { type Locale, locales } from "../../lib/i18n/rules";
import { reachByQuarter } from "../../lib/programmes/rules/numbers";

let locale: Locale = "en";
vi.mock("next-intl/server", () => ({
  getLocale: async () => locale,
  getTranslations: async (namespace: "cascade") =>
    createTranslator({ locale, messages: messagesOf(locale), namespace }),
}));

/** What stands there of two workshops to which the same people may have come. */
async function said(): Promise<string> {
  const workshop = (reached: { women: number; men: number; unknown: number }) => ({
    ...{
      kind: "user" as const,
      state: "closed" as const,
      country: "JO",
      place: { own: "en" as const, en: "Irbid" },
    },
    ...{ startsOn: "2027-02-07", tools: [], reached },
  });
  const courses = [workshop({ women: 4, men: 2, unknown: 1 }), workshop({ women: 5, men: 0, unknown: 0 })];
  const part = (await Quarters({ quarters: reachByQuarter(courses, "2027-03-01") })) as ReactElement;
  const all = { locale, messages: messagesOf(locale), timeZone: "UTC" };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, all as never, part)).replace(
    /[\u2066-\u2069]/g,
    "",
  );
}

it("calls attendances what counts whoever came to two courses twice, of women among them and in its table", async () => {
  const english = await said();
  expect(english).toContain("attendances of women: 9 of 12, not known: 1");
  expect(english).toMatch(/<th[^>]*>Attendances</);
  for (locale of locales) expect(await said(), locale).toContain(messagesOf(locale).cascade.attended);
});
