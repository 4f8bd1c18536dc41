import { readFileSync } from "node:fs";
import { expectAccessible, password } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";
import { makeWorld } from "./support/world";

/** The language of whoever signs in here. */
const w = words.ar;

test("sets up a passkey, takes the second step with it on another day, and signs in with it alone", async ({
  browser,
}) => {
  const world = makeWorld();
  const context = await browser.newContext({ locale: "ar" });
  const page = await context.newPage();
  const { email } = world.people.coordinator;
  const enters = async (to: string) => {
    await context.clearCookies();
    await page.goto(`/sign-in?back=${to}`);
    await page.locator("[name=identifier]").first().fill(email);
    await page.locator("[name=password]").fill(password);
    await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  };
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  // Here it is offered: the first sign-in needs none.
  await enters("/account/second-step");
  await page.getByLabel(w.secondStep.passkeyName).fill("Key");
  await page.getByRole("button", { name: w.secondStep.addPasskey }).click();
  // Its recovery codes come with it.
  await expect(page.getByText(w.secondStep.codesHereStay)).toBeVisible();
  const saves = page.waitForEvent("download");
  await page.getByRole("link", { name: w.secondStep.saveCodes }).click();
  expect(readFileSync(await (await saves).path(), "utf8").match(/^\w{4}(-\w{4}){5}$/gm)).toHaveLength(10);
  await expectAccessible(page);
  await page.goto("/account");
  await expect(page.locator("#second-step").getByText("Key")).toBeVisible();

  // From then on nothing opens without it.
  await enters("/desk/people");
  await expect(page).toHaveURL(/\/account\/second-step\?back=/);
  await expectAccessible(page);
  await page.getByLabel(w.secondStep.recoveryCode).fill("AAAA-AAAA-AAAA");
  await page.getByRole("button", { name: w.secondStep.goOn }).click();
  await expect(page.getByText(w.errors.recoveryCodeWrong).first()).toBeVisible();
  await page.goto("/today");
  await page.getByRole("button", { name: w.secondStep.usePasskey }).click();
  await expect(page).toHaveURL(/\/today$/);

  // The passkey alone is both steps.
  await context.clearCookies();
  await page.goto("/sign-in?back=/account");
  await page.getByRole("link", { name: w.signIn.passkeyTitle }).click();
  await page.getByRole("button", { name: w.signIn.byPasskey }).click();
  await expect(page).toHaveURL(/\/account$/);
  await context.close();
});
