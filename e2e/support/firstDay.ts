import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { picture, readPdf, readQr } from "../../tests/support/pdf";
import { desktop, expectAccessible, freePort, phone } from "./pages";
import { setsUpApp } from "./secondStep";
import { expect } from "./test";
import { type Language, words } from "./words";

let port = 0;
/** Where the service answers. */
export let base = "";
let folder = "";
let npm: ChildProcess;

/** The settings of a real service, and nothing of the test's own beside folder and port. */
const settings = () => ({
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  CASCADE_MODE: "production",
  CASCADE_NOW: "",
  PUBLIC_URL: base,
  LOG_LEVEL: "info",
});

/** A command of package.json, as an operator gives it. */
export const run = (...command: string[]) =>
  spawnSync("npm", ["run", "--silent", ...command], { env: settings(), encoding: "utf8", input: "" });

/** An empty folder, and a port that nobody has. */
export function emptyFolder(): void {
  port = freePort();
  base = `http://localhost:${port}`;
  folder = mkdtempSync(join(tmpdir(), "cascade-first-day-"));
}

/** Ends the service, and takes its folder away. */
export async function endService(): Promise<void> {
  if (npm?.exitCode === null) {
    const ended = new Promise((done) => npm.once("exit", done));
    process.kill(-npm.pid!, "SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

export async function serve(): Promise<void> {
  npm = spawn("npm", ["start"], { env: settings(), detached: true, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  npm.stdout!.on("data", (chunk) => {
    text += chunk;
  });
  await expect.poll(() => text, { timeout: 180_000 }).toContain(`"port":${port},"status":"ok"`);
}

export async function open(browser: Browser, language: Language, viewport = desktop): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, locale: language, viewport });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: base });
  return context.newPage();
}

export const press = (at: Page | Locator, name: string) =>
  at.getByRole("button", { name, exact: true }).click();
export const follow = (at: Page | Locator, name: string) =>
  at.getByRole("link", { name, exact: true }).click();
export const fill = async (at: Page | Locator, fields: Record<string, string>) => {
  for (const [name, text] of Object.entries(fields)) await at.locator(`[name="${name}"]`).fill(text);
};
/** The form that sends with this button. */
export const formOf = (page: Page, button: string) =>
  page.locator("form", { has: page.getByRole("button", { name: button, exact: true }) });

/**
 * A place where it is between 9 and 20 o'clock now, so that the day of the course cannot end under the test, and its
 * sessions in the early morning have been held; and where it is the day that it is by UTC, by which things are due.
 */
const places = [
  { country: "JO", zone: "Asia/Amman", town: "Irbid", phone: "079 123 4567" },
  { country: "VN", zone: "Asia/Ho_Chi_Minh", town: "Hue", phone: "091 234 56 78" },
  { country: "MX", zone: "America/Mexico_City", town: "Puebla", phone: "222 123 4567" },
  { country: "NZ", zone: "Pacific/Auckland", town: "Nelson", phone: "021 123 4567" },
];
const inZone = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...options }).format(new Date());
const dayIn = (zone: string) => inZone(zone, { year: "numeric", month: "2-digit", day: "2-digit" });
export const place = places.find(({ zone }) => {
  const hour = Number(inZone(zone, { hour: "2-digit", hourCycle: "h23" }));
  return hour >= 9 && hour < 20 && dayIn(zone) === dayIn("UTC");
})!;
export const today = dayIn(place.zone);

/** The trainer takes each roll of the course's two people on a phone, and enters the scores. */
export async function takesRollsAndScores(
  trainer: Page,
  course: string,
  sessionCount: number,
): Promise<void> {
  const a = words.ar;
  for (let taken = 0; taken < sessionCount; taken++) {
    await trainer.goto("/today");
    await trainer.getByRole("link", { name: a.today.do.roll, exact: true }).first().click();
    const people = trainer.getByRole("radiogroup");
    await expect(people).toHaveCount(2);
    const counted = (entered: number) =>
      trainer.getByText(a.roll.counter.replace("{entered}", String(entered)).replace("{total}", "2"));
    // One by one, then all others; a tap that comes before the page is taken over by the browser is made again.
    await expect(async () => {
      if (taken === 0) await people.first().getByText(a.roll.state.present, { exact: true }).click();
      else await press(trainer, a.roll.restPresent.replace("{count}", "2"));
      await expect(counted(taken === 0 ? 1 : 2)).toBeVisible({ timeout: 5_000 });
    }).toPass();
    if (taken === 0) await people.last().getByText(a.roll.state.present, { exact: true }).click();
    await expect(counted(2)).toBeVisible();
    // A page whose button was pressed before the scripts came is drawn anew, and says in the rows what is saved.
    const saved = trainer.getByText(a.roll.savedAt.replace("{time}", "").trim());
    const lastRow = trainer.getByText(a.rolls.entered.split("{")[0]!).nth(1);
    await expect(saved.or(lastRow).first()).toBeVisible();
  }
  await trainer.goto("/today");
  await expect(trainer.getByRole("link", { name: a.today.do.roll, exact: true })).toHaveCount(0);
  await trainer.goto(`${course}/tests`);
  for (const at of [0, 1]) {
    for (const [kind, score] of [
      ["pre_test", "٤٠"],
      ["post_test", "90"],
      ["micro_teaching", "85"],
    ] as const)
      await trainer.locator(`[name="scores.${at}.score.${kind}"]`).fill(score);
    await press(trainer, at === 0 ? a.tests.saveAndNext : a.tests.saveOne);
    await expect(trainer.getByText(a.tests.savedOf.replace("{name}", "").trim())).toBeVisible();
  }
  await expect(trainer.locator("#score-1").getByText("+50")).toBeVisible();
}

/** Somebody takes their certificate from their own page: one page, with their name and a code that leads to its proof. */
export async function takesCertificate(participant: Page): Promise<{ serial: string; proof: string }> {
  const a = words.ar;
  const certificate = participant.getByRole("link", { name: a.follow.download, exact: true });
  const answer = await participant.request.get((await certificate.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const pdf = new Uint8Array(await answer.body());
  const { pages, title, words: printed } = await readPdf(pdf);
  expect(pages).toBe(1);
  expect(title).toContain("هناء الزعبي");
  const proof = readQr(await picture(pdf, 2))!;
  expect(proof).toMatch(new RegExp(`^${base}/verify/\\w{16}$`));
  const serial = proof.slice(-16);
  expect(printed.map((word) => word.text).join("")).toContain(serial);
  return { serial, proof };
}

/** Somebody opens their link and chooses a password; a second step follows where one is asked of them. */
export const letIn = async (page: Page, language: Language, link: string, asked = false) => {
  await page.goto(link);
  await fill(page, { password: "a password of my own" });
  await press(page, words[language].signIn.signIn);
  if (asked) await setsUpApp(page, language);
  await expect(page).toHaveURL(`${base}/today`);
};

/** Strangers verify a certificate by its serial and by its code, in three languages. */
export async function strangersVerify(browser: Browser, serial: string, proof: string): Promise<void> {
  for (const language of ["en", "fr", "ar"] as const) {
    const v = words[language].verify;
    const stranger = await open(browser, language, phone);
    await stranger.goto("/verify");
    await stranger.getByLabel(v.serial).fill(serial.toLowerCase());
    await press(stranger, v.check);
    await expect(stranger.getByRole("heading", { name: v.answer.valid, exact: true })).toBeVisible();
    await stranger.goto(proof);
    await expect(stranger.getByRole("heading", { name: v.answer.valid, exact: true })).toBeVisible();
    await expect(stranger.getByText("هناء الزعبي")).toBeVisible();
    await expectAccessible(stranger);
    await stranger.context().close();
  }
}
