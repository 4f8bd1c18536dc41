import type { Page } from "@playwright/test";
import { stepAt } from "../../lib/accounts/rules/secondStep";
import { totpCode } from "../../lib/crypto/totp";
import { expect } from "./test";
import { type Language, words } from "./words";

/** What an app reads of a key that is typed into it (base 32). */
const fromBase32 = (typed: string) => {
  const bits = [...typed.replace(/\s/g, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/**
 * Sets up an authenticator app as the page of the second step asks, on the real clock; keeps the recovery codes that come and goes on.
 * @returns the recovery codes.
 */
export async function setsUpApp(page: Page, language: Language): Promise<string[]> {
  const w = words[language].secondStep;
  await page.getByRole("button", { name: w.startApp }).click();
  const secret = fromBase32((await page.locator("bdi.font-mono").textContent()) ?? "");
  await page.locator("[name=code]").fill(totpCode(secret, stepAt(Date.now())));
  await page.getByRole("button", { name: w.finishApp }).click();
  await expect(page.getByText(w.codesHereStay)).toBeVisible();
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^\w{4}(-\w{4}){5}$/ })
    .allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: w.goOn }).click();
  return codes;
}
