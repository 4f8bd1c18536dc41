import { createTranslator } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { OddAbout } from "../../app/[locale]/(desk)/today/OddAbout";
import { sqlite } from "../../db/client";
import { scheduleWorkshop } from "../../lib/courses/commands";
import { workshopSchema } from "../../lib/courses/schema";
import { type Locale, locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { courseForm, now, value, world } from "../support/world";

let locale: Locale = "en";
vi.mock("next-intl/server", () => ({
  getLocale: async () => locale,
  getTranslations: async (namespace: "issues") =>
    createTranslator({ locale, messages: messagesOf(locale), namespace }),
}));

freshDatabase();
const w = world();

it("says to whoever approves a workshop that its lead is not qualified, and what of its modules is missing", async () => {
  const { courseId } = value(
    scheduleWorkshop(
      as(w.trainer, now),
      workshopSchema.parse({
        ...courseForm(w),
        ...{ place: "Kufr Asad", startsOn: "2027-05-10", endsOn: "", trainerIds: [], wholeIds: [] },
        ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: "30" },
      }),
    ),
  );
  const said = async () => {
    const line = todayFor(as(w.coordinator, now), "2027-01-12").approvals.find(({ id }) => id === courseId)!;
    const html = renderToStaticMarkup(await OddAbout({ plan: line.plan! }));
    return html
      .replace(/[\u2066-\u2069]/g, "")
      .replace(/[\u00a0\u202f]/g, " ")
      .split("</li>")
      .map((item) => item.replace(/<[^>]*>/g, ""));
  };
  expect(await said()).toEqual(
    expect.arrayContaining([
      "Rami has neither completed a training of trainers on Think.Coop M1 Module M1 nor is certified for it",
      "5 h 30 min left to plan: Think.Coop M2 Module M2",
    ]),
  );
  for (const each of locales) {
    locale = each;
    const lines = await said();
    expect(
      lines.some((line) => line.includes("M2")),
      each,
    ).toBe(true);
    expect(
      lines.some((line) => line.includes("Rami")),
      each,
    ).toBe(true);
  }
  locale = "en";
  // Certified for it, nothing is odd about who leads it.
  const toolId = sqlite().prepare("SELECT id FROM tools").pluck().get();
  sqlite()
    .prepare(
      "INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, judged_on, valid_until) VALUES (?, ?, ?, 'certified', '2026-01-01', '[\"M1\",\"M2\"]', 'none', 0, '2026-01-01', '2030-01-01')",
    )
    .run(w.trainer.personId, toolId, w.programmeId);
  expect((await said()).join()).not.toContain("Rami");
});
