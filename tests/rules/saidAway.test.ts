import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FormProvider, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import type { OwnTaught } from "../../app/[locale]/(desk)/desk/workshops/_plan/ownTaught";
import { SaidAway, TaughtMeanwhile } from "../../app/[locale]/(desk)/desk/workshops/_plan/SaidAway";
import { type Locale, locales } from "../../lib/i18n/rules";
import { instantOf } from "../../lib/time/zone";

const day = "2027-01-11";
const at = (time: string) => instantOf(day, time, "Asia/Hebron");
const teaches: OwnTaught[] = [
  {
    ...{ day, startsAt: "13:00", endsAt: "14:30", title: "My.Coop", city: "Ramallah" },
    sessions: [{ startsAt: at("13:00"), endsAt: at("14:30") }],
  },
];

type Typed = Record<"startsOn" | "endsOn" | "startsAt" | "endsAt" | "zone", string>;

function Planned({ values }: { values: Typed }) {
  const form = useForm({ defaultValues: values });
  return createElement(
    FormProvider<Typed>,
    form as never,
    createElement(SaidAway, { away: [], teaches }),
    createElement(TaughtMeanwhile, { teaches }),
  );
}

/** What stands beside the days, and what stands where all is read back. */
const drawn = (startsAt: string, zone = "Asia/Amman", locale: Locale = "en") =>
  renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      { locale, messages: messagesOf(locale), timeZone: "UTC" } as never,
      createElement(Planned, { values: { startsOn: day, endsOn: "", startsAt, endsAt: "18:00", zone } }),
    ),
  )
    .replace(/[\u2060\u2066-\u2069]/g, "")
    .split("<p")
    .slice(1)
    .map((line) => line.replace(/^[^>]*>/, "").replace(/<[^>]*>/g, ""));

it("hours that meet what one teaches elsewhere are said beside the days and before it is sent, by whose clocks they are", () => {
  const [beside, readBack] = drawn("14:45");
  expect(beside).toMatch(/^You teach at these hours already: My\.Coop/);
  expect(beside).toContain("13:00–14:30 Ramallah");
  expect(beside).toContain("14:00–15:30 by the clocks of the workshop");
  expect(readBack).toBe(beside);
});

it("what is at other hours of the day is said beside the days alone, and its place is named where other clocks are meant", () => {
  expect(drawn("15:30")).toEqual([
    expect.stringMatching(/^You teach already on these days: .*13:00–14:30 Ramallah/),
  ]);
  const [there] = drawn("15:30", "Asia/Hebron");
  expect(there).toContain("13:00–14:30");
  expect(there).not.toContain("Ramallah");
});

it("is said in each language", () => {
  for (const locale of locales) expect(drawn("14:45", "Asia/Amman", locale), locale).toHaveLength(2);
});
