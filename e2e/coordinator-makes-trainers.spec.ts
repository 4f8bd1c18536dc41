import { sqlite } from "../db/client";
import { issueCertificates } from "../lib/certificates/commands";
import { bringIn } from "../lib/people/commands";
import { act, day, now } from "./support/act";
import { ask, expectAccessible, phone } from "./support/pages";
import { schedule } from "./support/schedule";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test("a training of trainers ends, its people get the role that they lack, and one of them schedules a workshop on a phone in Arabic", async ({
  world,
}) => {
  const [w, en] = [words.ar, words.en];
  const { coordinator } = world.people;
  const candidate = world.join("participant", "هدى العلي");
  // A mail that reached her proved the address, or nobody could give her a role.
  sqlite().prepare("UPDATE accounts SET email_proven_at = ? WHERE id = ?").run(now, candidate.accountId);
  const brought = { programmeId: world.programme.id, contact: candidate.email, name: "هدى العلي" };
  act(bringIn, coordinator.viewer, { ...brought, role: null, endsOn: null }, now - 40 * day);
  const tot = await world.course({
    ...{ from: "2026-12-14", to: "2026-12-18", state: "closed", tools: ["think-coop"] },
    known: [candidate.personId],
  });
  act(issueCertificates, coordinator.viewer, { courseId: tot.id }, now - day / 2);

  // She reads that a role comes first, and whom she asks for it; nothing leads her to where she would be refused.
  const own = await world.page(candidate, { language: "ar", viewport: phone });
  await own.goto("/today");
  await expect(own.getByRole("link", { name: w.workshop.title })).toHaveCount(0);
  await expect(own.getByText(w.stages.roleFirst)).toBeVisible();
  await own.goto("/my/way");
  await expect(own.getByText(w.gates.name.actionPlan).first()).toBeVisible();

  // On the coordinator's first page stands that somebody lacks it; two presses give it.
  const gives = await world.page("coordinator", { language: "en" });
  await gives.goto("/today");
  await expect(gives.getByRole("heading", { name: en.roleMissing.title })).toBeVisible();
  await gives
    .getByRole("region", { name: en.roleMissing.title })
    .getByRole("link", { name: new RegExp(world.mark) })
    .click();
  await gives.waitForURL(/\/candidates$/);
  await expect(gives.getByRole("checkbox")).toBeChecked();
  await expectAccessible(gives);
  await gives.getByRole("button", { name: en.roleMissing.give }).click();
  await gives.waitForURL(/given=\d+/);
  await expect(gives.locator('main a[href*="/desk/people/"]')).toHaveCount(1);
  await expect(gives.getByText(en.roleMissing.none)).toBeVisible();
  await gives.goto("/today");
  await expect(gives.getByRole("heading", { name: en.roleMissing.title })).toHaveCount(0);

  // What comes next leads her to her own plan, and Today to the workshop.
  await own.goto("/today");
  await expect(own.getByText(w.stages.roleFirst)).toHaveCount(0);
  await own.goto("/my/way");
  await own.getByRole("link", { name: w.gates.name.actionPlan }).first().click();
  await own.waitForURL(/\/registrations\/[^/]+#plan$/);
  await expect(own.locator("#plan")).toBeInViewport();
  await own.goto("/today");
  await own.getByRole("link", { name: w.workshop.title }).first().click();
  await own.waitForURL(/\/desk\/workshops\/new$/);
  await schedule(own, (what) => what.click(), { place: "كفر أسد", day: "2027-02-09" });
  await own.getByRole("button", { name: w.workshop.schedule }).click();
  await own.waitForURL(/\/desk\/courses\/\d+$/);
  await expectAccessible(own);
  expect(
    ask<{ n: number }>("SELECT count(*) AS n FROM courses WHERE scheduled_by = ?", candidate.personId).n,
  ).toBe(1);
});
