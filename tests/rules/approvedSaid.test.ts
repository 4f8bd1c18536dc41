import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { ApprovedSaid } from "../../app/[locale]/(desk)/today/ApprovedSaid";
import { moment } from "../../lib/i18n/format";
import { type Locale, locales } from "../../lib/i18n/rules";

const approvedAt = Date.UTC(2026, 10, 29, 9, 4);
const zone = "Asia/Amman";
const said = (locale: Locale, refused: boolean, own: boolean, by: string | null) =>
  renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      { locale, messages: messagesOf(locale), timeZone: "UTC" } as never,
      createElement(ApprovedSaid, {
        workshop: {
          title: { own: locale, [locale]: "Kufr Asad" },
          by: by === null ? null : { name: by, latinName: null },
          ...{ own, byHand: true, approvedAt, zone },
        },
        refused,
      }),
    ),
  );

it("whoever was about to turn down what is approved reads that they did not, who approved it and when", () => {
  for (const locale of locales) {
    const when = moment(approvedAt, zone, locale);
    const [own, named, nobody] = [
      said(locale, true, true, "Rami"),
      said(locale, true, false, "Rami"),
      said(locale, true, false, null),
    ];
    for (const sentence of [own, named, nobody]) {
      expect(sentence, locale).toContain("Kufr Asad");
      expect(sentence, locale).toContain(when);
      expect(sentence, locale).not.toBe(said(locale, false, true, "Rami"));
    }
    expect(named, locale).toContain("Rami");
    expect(new Set([own, named, nobody]).size, locale).toBe(3);
  }
});
