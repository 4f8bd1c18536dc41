import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Form } from "../../app/_ui/form/Form";
import { messagesOf } from "../../app/_words/messages";
import type { TrainerOffered } from "../../app/[locale]/(desk)/desk/courses/_plan/TrainerChoice";
import { WorkshopTrainers } from "../../app/[locale]/(desk)/desk/workshops/_plan/WorkshopTrainers";
import { locales } from "../../lib/i18n/rules";

// What the server answers once days are typed: the first one teaches elsewhere on one of them.
vi.mock("../../app/[locale]/(desk)/desk/courses/_plan/useTimes", () => ({
  useTimes: (_: unknown, { days }: { days: readonly string[] }) =>
    days.length === 0
      ? null
      : Object.fromEntries(
          [1, 2, 3, 4].map((id) => [id, { clashes: id === 1 ? 1 : 0, away: 0, load: id === 1 ? 1 : 0 }]),
        ),
}));

const offered = (id: number, called: string, more: Partial<TrainerOffered> = {}): TrainerOffered => ({
  ...{ id: String(id), called, at: null, waits: null, byHand: false, programmeIds: ["1"], halted: [] },
  ...{ language: "English", country: null },
  known: { language: "en", country: "JO", worksIn: null, worksAt: null, can: [7, 8] },
  ...more,
});
const know = (more: object) => ({ ...offered(0, "").known!, ...more });
const people = [
  offered(1, "Busy"),
  offered(2, "Learns", { known: know({ can: [] }) }),
  offered(3, "Free", { at: "Olive cooperative" }),
  offered(4, "Halted", { halted: [{ programmeId: "1", moduleIds: [7], said: "Think.Coop: suspended" }] }),
];
/** The list as it comes without scripts: what is chosen so far is what the form begins with. */
const shown = (defaults: Record<string, unknown>, locale: (typeof locales)[number] = "en") => {
  const list = createElement(WorkshopTrainers, {
    ...{ people, programmes: { 1: "Land" }, today: "2027-01-20" },
    here: null,
    tools: [
      {
        ...{ id: "5", tool: "1", country: null, name: "Think.Coop", title: "Think.Coop", note: "" },
        modules: [7, 8].map((id) => ({ id: String(id), code: `M${id}`, name: `Module ${id}`, minutes: 360 })),
      },
    ],
    facts: { today: "2027-01-20", weekends: { JO: [5, 6] }, holidays: {} },
  });
  const sent = {
    action: async () => ({ status: "new" }),
    defaults: { programmeId: "1", languages: ["en"], ...defaults },
  };
  const form = createElement(Form, sent as never, list);
  return renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      { locale, messages: messagesOf(locale), timeZone: "UTC" } as never,
      form,
    ),
  ).replace(/[\u2066-\u2069]/g, "");
};
const names = (html: string) =>
  ["Busy", "Learns", "Free", "Halted"].sort((a, b) => html.indexOf(`>${a}<`) - html.indexOf(`>${b}<`));

it("whom a trainer may want beside them says who is free that day, what they know, where they belong and by when they answer", () => {
  const html = shown({ wholeIds: ["5"], startsOn: "2027-02-07", country: "JO" });
  expect(names(html)).toEqual(["Free", "Busy", "Learns", "Halted"]);
  for (const said of [
    "Olive cooperative",
    "free",
    "teaches elsewhere on 1 of these days",
    "0 of 2, not for M7, M8",
  ])
    expect(html).toContain(said);
  expect(html).toContain("Think.Coop: suspended");
  expect(html).toContain("is to answer by 27 January 2027");
  for (const locale of locales)
    expect(shown({ startsOn: "2027-02-07", country: "JO" }, locale)).toContain("Olive cooperative");
});
it("says no day where none is chosen, and asks nobody about days that are over", () => {
  const open = shown({ moduleIds: ["7"], country: "JO" });
  expect(open).not.toContain("teaches elsewhere");
  expect(open).toContain("has 7 days to answer");
  const over = shown({ moduleIds: ["7"], startsOn: "2027-01-10", country: "JO" });
  expect(over).toContain("entered as a trainer of it, and not asked");
  expect(over).not.toContain("teaches elsewhere");
});
