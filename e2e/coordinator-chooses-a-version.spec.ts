import { desktop, expectAccessible, inHand } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;

test("of each tool one version is in sight, and what was ticked goes along to another", async ({ world }) => {
  const page = await world.page("coordinator", { language: "en", viewport: desktop });
  await page.goto("/desk/courses/new");
  await inHand(page);
  await page.locator("[name=programmeId]").selectOption(String(world.programme.id));
  await page.locator('[name="languages[]"][value=en]').check();
  await page.getByRole("button", { name: w.planSteps.go.tools, exact: true }).click();
  const tool = page.locator(".module-tool", { hasText: "Start.Coop" });
  const version = tool.getByLabel(w.planSteps.versionOf.replace("{tool}", "Start.Coop"));
  const shown = tool.locator(".module-version:visible");
  await expect(shown).toHaveCount(1);
  const [first, second] = await version.locator("option").allTextContents();
  await version.selectOption(first!);
  for (const code of ["M1", "M3"]) await shown.getByLabel(new RegExp(`^${code} `)).check();
  await version.selectOption(second!);
  await expect(shown).toHaveCount(1);
  await expect(shown.locator(":checked")).toHaveCount(2);
  await expect(shown.getByLabel(/^M3 /)).toBeChecked();
  // Nothing stays ticked where nobody sees it.
  await expect(tool.locator(":checked[type=checkbox]")).toHaveCount(2);

  // Two versions in one course: all of them are shown, and both stay in sight.
  await version.selectOption(w.planSteps.everyVersion);
  await tool.locator(".module-version", { hasText: first! }).getByLabel(/^M2 /).check();
  await expect(shown).toHaveCount(2);
  await expectAccessible(page);
});
