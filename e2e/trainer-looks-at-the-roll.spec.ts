import { expectAccessible, phone } from "./support/pages";
import { inHand, peopleOn, rollAt, sessionOf, stored, test } from "./support/roll";
import { sampled } from "./support/sampled";
import { expect } from "./support/test";
import { words } from "./support/words";

test("shows marks without colour, in forced colours, on paper and without new selectors", async ({
  world,
  course,
}) => {
  const session = sessionOf(course, "2027-01-10", 1);
  const page = await world.page("trainer", { viewport: phone });
  await page.goto(rollAt(session));
  await inHand(page);
  const look = () =>
    peopleOn(page)
      .nth(0)
      .evaluate((row) =>
        [...row.querySelectorAll("input[type=radio]")].map((input) => {
          const label = input.nextElementSibling!;
          const style = getComputedStyle(label);
          return {
            checked: (input as HTMLInputElement).checked,
            background: style.backgroundColor,
            stroke: Number.parseFloat(style.webkitTextStrokeWidth),
            sign: getComputedStyle(label, "::before").content,
          };
        }),
      );
  for (const media of [{}, { forcedColors: "active" as const }, { media: "print" as const }]) {
    await page.emulateMedia(media);
    const looks = await look();
    const chosen = looks.find((l) => l.checked)!;
    const others = looks.filter((l) => !l.checked);
    expect(others).toHaveLength(3);
    expect(chosen.sign).toContain("✓");
    expect(chosen.stroke).toBeGreaterThan(0);
    for (const other of others) {
      expect(other.sign).toBe("none");
      expect(other.stroke).toBe(0);
      if ("forcedColors" in media) expect(other.background).not.toBe(chosen.background);
    }
  }
  await page.emulateMedia({ media: null });
  const selectors = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule) found.push(rule.selectorText);
        if ("cssRules" in rule) walk((rule as CSSGroupingRule).cssRules);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    return found.filter((s) => /\.roll/.test(s));
  });
  expect(selectors.length).toBeGreaterThan(10);
  expect(selectors.filter((s) => /:has|:focus-within/.test(s))).toEqual([]);
  await page.context().close();
});

for (const language of sampled(["en", "fr", "ar"] as const, 3))
  test(`keeps its rows in place whatever is marked, and covers nothing (${language})`, async ({
    world,
    course,
  }) => {
    const session = sessionOf(course, "2027-01-12", 1);
    const own = words[language];
    const page = await world.page("trainer", { language, viewport: phone });
    await page.goto(rollAt(session));
    await expect(page.getByRole("button", { name: own.roll.save, exact: true })).toHaveCount(0);
    const people = peopleOn(page);
    const tops = () => people.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    const before = await tops();
    // At least six on the screen between what stands still above and below, and all others present is at hand.
    expect(before.toSorted((a, b) => a - b)[20]! * 6).toBeLessThan(740 - 120);
    const others = page.getByRole("button", { name: own.roll.restPresent.split("(")[0]!.trim() });
    await expect(others).toBeInViewport();
    await page.context().setOffline(true);
    const first = 30;
    const states = ["present", "late", "excused", "absent"] as const;
    for (const [i, state] of states.entries()) {
      await people
        .nth(first + i)
        .getByText(own.roll.state[state], { exact: true })
        .click();
      expect(await tops()).toEqual(before);
    }
    await page.context().setOffline(false);
    await expect.poll(() => stored(session, first + 3).state).toBe("absent");
    await expect(people.nth(first + 3).getByText(own.roll.onlyHere)).toHaveCount(0);
    expect(await tops()).toEqual(before);
    // The name marks present, a double tap as one; a second tap takes back what the first did.
    const named = people.nth(34);
    const name = named.locator("label").first();
    await name.dblclick();
    await expect(named.locator("input[value=present]")).toBeChecked();
    await expect.poll(() => stored(session, 34).state).toBe("present");
    await name.click();
    await expect(named.locator("input:checked")).toHaveCount(0);
    await expect.poll(() => stored(session, 34).state).toBeNull();
    expect(await tops()).toEqual(before);
    // Undo stands beside the list, not over the button.
    const rest = page.getByRole("button", { name: own.roll.restPresent.split("(")[0]!.trim() });
    await rest.scrollIntoViewIfNeeded();
    const button = (await rest.boundingBox())!;
    const over = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest("button")?.getAttribute("name"),
      { x: button.x + button.width / 2, y: button.y + button.height / 2 },
    );
    expect(over).toBe("rest");
    for (const undo of await page.getByRole("button", { name: own.roll.undo }).all()) {
      const box = (await undo.boundingBox())!;
      expect(box.y + box.height <= button.y || button.y + button.height <= box.y).toBe(true);
    }
    await expectAccessible(page);
    await page.context().close();
  });
