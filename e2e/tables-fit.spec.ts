import { courseId, pageOf } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";

// Words are longest in French.
for (const language of sampled(["en", "ar", "fr"] as const, 3))
  test(`no table of the desk is cut at the edge of a laptop, in ${language}`, async ({ browser }) => {
    // Whoever coordinates the demonstration alone: what other tests write has names of any length.
    const page = await pageOf(browser, "otherCoordinator", { language });
    const cut: string[] = [];
    const course = courseId("tot-tshikapa-2022");
    for (const at of [
      "/desk/trainers",
      "/desk/trainers/certified",
      "/desk/people",
      "/desk/courses",
      "/desk/organisations",
      "/desk/cascade",
      `/desk/cascade/${course}`,
      "/desk/programmes",
      `/desk/courses/${course}/registrations`,
      // Of which some were revoked and followed by others.
      `/desk/courses/${course}/certificates`,
    ]) {
      await page.goto(at);
      await expect(page.locator(".tbl-around").first()).toBeVisible();
      const wide = await page
        .locator(".tbl-around")
        .evaluateAll((around) =>
          around.flatMap((box) =>
            box.scrollWidth > box.clientWidth + 1 ? [`${box.scrollWidth} in ${box.clientWidth}`] : [],
          ),
        );
      cut.push(...wide.map((one) => `${at}: ${one}`));
    }
    expect(cut).toEqual([]);
    await page.context().close();
  });

test("a mail address to be tapped has its line, as every link in a sentence", async ({ browser }) => {
  const page = await pageOf(browser, "visitor", {});
  await page.goto(routes["/verify/[serial]"]!.at!());
  const lines = await page
    .locator("a[href^='mailto:'] > *")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine));
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines)).toEqual(new Set(["underline"]));
  await page.context().close();
});

test("what awaits a decision is as many as stand below as lines", async ({ browser }) => {
  const page = await pageOf(browser, "otherCoordinator", {});
  await page.goto("/today");
  const section = page.locator("section[aria-labelledby=waits]");
  const lines = await section.locator("li:not(li li), a.card > span").count();
  expect(lines).toBeGreaterThan(1);
  await expect(section.getByRole("heading", { level: 2 })).toHaveText(new RegExp(`\\D${lines}$`));
  await page.context().close();
});
