import { expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.ar;

test("somebody asks for a trainer of the public register on a phone in Arabic, and reads no contact", async ({
  world,
}) => {
  const page = await world.page("visitor", { language: "ar", viewport: phone });
  const t = w.publicTrainers;
  await page.goto("/trainers");
  await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
  await expectAccessible(page);
  await page.locator('main a[href^="/trainers/"]').first().click();
  await expect(page.getByRole("heading", { name: t.certifiedFor })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/@|\+2/);
  await expectAccessible(page);
  const trainer = page.url();
  const ask = async () => {
    await page.getByLabel(t.yourName).fill("سامر درويش");
    await page.getByLabel(t.yourEmail).fill(`asks.${world.mark.toLowerCase()}@mail.example`);
    await page.getByLabel(t.purpose).fill("ورشة لتعاونيتنا في الربيع.");
    await page.getByRole("button", { name: t.send, exact: true }).click();
  };
  await ask();
  await expect(page.getByText(t.sent, { exact: true })).toBeVisible();
  // The same on a page that is opened anew says that it was sent before.
  await page.goto(trainer);
  await ask();
  await expect(page.getByText(t.sentBefore, { exact: true })).toBeVisible();
});
