import { createTranslator, NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { Done } from "../../app/[locale]/(desk)/desk/courses/[course]/_overview/Done";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { locales } from "../../lib/i18n/rules";

const written = {
  en: en.courseDone.approvedTold,
  fr: fr.courseDone.approvedTold,
  ar: ar.courseDone.approvedTold,
};

it("an approved workshop's trainer is said to be told only where a message reaches them", () => {
  for (const locale of locales) {
    const messages = messagesOf(locale);
    const said = (trainerByHand: boolean) =>
      renderToStaticMarkup(
        createElement(
          NextIntlClientProvider,
          { locale, messages, timeZone: "UTC" } as never,
          createElement(Done, {
            what: "approved",
            course: { id: 1, state: "open", version: 1, approvedAt: 1, scheduledBy: 1 },
            trainerByHand,
            now: 1,
          }),
        ),
      );
    const [mailed, byHand] = [said(false), said(true)];
    const [, told] = /other \{([^}]*)\}/.exec(written[locale])!;
    expect(mailed).toContain(told);
    expect(byHand).not.toContain(told);
  }
});

it("a workshop turned down says that its trainer is told only where a message reaches them, else where they stand", () => {
  for (const locale of locales) {
    const { workshop, tell } = { en, fr, ar }[locale];
    const said = (byHand: "yes" | "no") =>
      createTranslator({ locale, messages: messagesOf(locale), timeZone: "UTC" })("workshop.turnedDownNow", {
        course: "X",
        byHand,
      });
    const [mailed, notMailed] = [said("no"), said("yes")];
    expect(mailed, locale).not.toBe(notMailed);
    const [, told] = /other \{([^}]*)\}/.exec(workshop.turnedDownNow)!;
    expect(notMailed, locale).not.toContain(told);
    for (const sentence of [notMailed, written[locale]])
      expect(sentence.toLowerCase(), locale).toContain(tell.title.toLowerCase());
  }
});
