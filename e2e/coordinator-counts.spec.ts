import { ask, expectAccessible, pageOf, roles } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.en;
const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0] ?? Number.NaN);

test("what a tab and a heading say of certificates is how many are listed, also where somebody has two", async ({
  browser,
}) => {
  const { course } = ask<{ course: number }>(
    `SELECT r.course_id AS course FROM certificates c JOIN registrations r ON r.id = c.registration_id
     WHERE c.revoked_at IS NULL AND c.voided_at IS NULL GROUP BY r.id HAVING count(*) > 1 LIMIT 1`,
  );
  const page = await pageOf(browser, "otherCoordinator");
  await page.goto(`/desk/courses/${course}/certificates?view=issued`);
  const tab = page.getByRole("link", { name: new RegExp(`^${w.certificatePage.view.issued} \\d+`) });
  const rows = await page.locator("#issued tbody tr").count();
  expect(rows).toBeGreaterThan(1);
  expect(numberIn(await tab.textContent())).toBe(rows);
  expect(numberIn(await page.locator("#issued h2").textContent())).toBe(rows);
});

test("each stage of the register leads to as many people as its number says, whatever it is narrowed to besides", async ({
  browser,
}) => {
  const page = await pageOf(browser, "otherCoordinator");
  /** How many people of the coordinator's programmes are at a stage, as it is kept. */
  const kept = (stage: string, tool: string | null) =>
    ask<{ n: number }>(
      `SELECT count(DISTINCT s.person_id) AS n FROM standings s JOIN tools t ON t.id = s.tool_id
       WHERE s.stage = ? AND t.code = coalesce(?, t.code) AND s.programme_id IN
         (SELECT m.programme_id FROM programme_members m JOIN accounts a ON a.person_id = m.person_id
          WHERE a.email = ? AND m.role = 'coordinator')`,
      ...[stage, tool, roles.otherCoordinator],
    ).n;
  /** Everybody in a list, page after page. */
  const listed = async (href: string) => {
    const people = new Set<string>();
    for (let at: string | null = href; at; ) {
      await page.goto(at);
      await expect(page.locator(".trainers .tbl-name").first()).toBeVisible();
      const links = page.locator(".trainers .tbl-name a");
      for (const link of await links.all()) people.add((await link.getAttribute("href"))!);
      const more = page.getByRole("link", { name: w.frame.more, exact: true }).and(page.locator(".button"));
      at = (await more.count()) > 0 ? await more.getAttribute("href") : null;
    }
    return people.size;
  };
  for (const query of ["", "?tool=think-coop"]) {
    await page.goto(`/desk/trainers${query}`);
    await expect(page.locator(".register-stages")).toBeVisible();
    const stages = await page
      .locator(".register-stages a")
      .evaluateAll((links) =>
        links.map(
          (link) =>
            [
              link.getAttribute("href")!,
              Number(link.querySelector(".register-stages-number")!.textContent),
            ] as const,
        ),
      );
    expect(stages.length).toBeGreaterThan(0);
    for (const [href, people] of stages) {
      expect(await listed(href), href).toBe(people);
      const asked = new URL(href, "http://localhost").searchParams;
      const stage = asked.get("stage")!;
      if (stage !== "none") expect(kept(stage, asked.get("tool")), href).toBe(people);
    }
  }
  await expectAccessible(page);
});
