import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FormProvider, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { type Hearers, WhoIsTold } from "../../app/[locale]/(desk)/desk/workshops/_plan/WhoIsTold";
import { type Locale, locales } from "../../lib/i18n/rules";

const hearers: Hearers = { approvers: { 1: ["Samar"], 2: [] }, byHand: ["8"], there: ["9"] };
const names = { 7: "Dina", 8: "Ziad", 9: "Salma" };

type Typed = { programmeId: string; trainerIds: string[] };

/** The list in a form in which this was typed. */
function Typed({ values, over }: { values: Typed; over: boolean }) {
  const form = useForm({ defaultValues: values });
  return createElement(
    FormProvider<Typed>,
    form as never,
    createElement(WhoIsTold, { hearers, names, over }),
  );
}

function drawn(values: Typed, { over = false, locale = "en" as Locale } = {}): string {
  const all = { locale, messages: messagesOf(locale), timeZone: "UTC" };
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, all as never, createElement(Typed, { values, over })),
  );
}

const said = (...shown: Parameters<typeof drawn>) =>
  drawn(...shown)
    .split("</li>")
    .slice(0, -1)
    .map((item) => item.replace(/^.*<li>/s, "").replace(/[\u2066-\u2069]/g, ""));

it("before a workshop is sent it is said by name who is asked, whom the trainer tells, and who decides", () => {
  const [mailed, byHand, decide, ...more] = said({ programmeId: "1", trainerIds: ["7", "8", "9"] });
  expect(mailed).toBe("Asked by e-mail: Dina.");
  expect(byHand).toMatch(/^Asked, but no e-mail reaches them: Ziad\. Tell them yourself/);
  expect(decide).toMatch(/^Decides on it: Samar\./);
  // Salma is in it already.
  expect(more).toEqual([]);
  for (const locale of locales)
    expect(said({ programmeId: "1", trainerIds: ["7", "8"] }, { locale }).join(), locale).toMatch(
      /Dina.*Ziad.*Samar/s,
    );
});

it("of one that was held nobody is asked; where nobody decides and nobody is chosen, nothing is said", () => {
  expect(said({ programmeId: "1", trainerIds: ["7", "8"] }, { over: true })).toEqual([
    expect.stringMatching(/^Decides on it: Samar/),
  ]);
  expect(drawn({ programmeId: "2", trainerIds: [] })).toBe("");
});
