import { readFileSync } from "node:fs";
import { type BrowserContext, request } from "@playwright/test";
import { send as sendRaw } from "../scripts/fuzz/ask.mjs";
import { requestMaker } from "../scripts/fuzz/requests.mjs";
import { ask, pageOf } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** Collects in every page of a browser what its policy forbids. */
async function watched(context: BrowserContext): Promise<string[]> {
  const found: string[] = [];
  await context.exposeFunction("forbidden", (what: string) => found.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      (window as unknown as { forbidden(what: string): void }).forbidden(
        `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return found;
}

const course = "/courses/tot-irbid-demo";
const ownPage = () =>
  `/registrations/${ask<{ token: string }>("SELECT token FROM registrations ORDER BY id LIMIT 1").token}`;

for (const language of sampled(["ar", "fr", "en"] as const, 3))
  test(`no page has anything that its policy forbids, in ${language}`, async ({ browser }) => {
    const page = await pageOf(browser, "coordinator", { language });
    const found = await watched(page.context());
    const paths = [
      "/",
      "/courses",
      course,
      `${course}/register`,
      "/verify",
      "/verify/ABCD",
      "/help",
      ownPage(),
      "/today",
      "/desk/courses",
      "/desk/people",
      "/no/such/page",
      "/x.html",
      "/api/offline/page",
      "/api/files/timetable/999999",
    ];
    for (const path of paths) {
      const answer = await page.goto(path);
      const policy = answer!.headers()["content-security-policy"] ?? "";
      expect(/script-src[^;]*/.exec(policy)![0], path).not.toContain("unsafe-inline");
      expect(policy, path).toMatch(/default-src 'self'.*base-uri 'none'.*form-action 'self'/);
      expect(
        Object.keys(answer!.headers()).filter((name) => name.startsWith("x-nextjs")),
        path,
      ).toEqual([]);
      expect(answer!.headers()["x-cascade-inline"], path).toBeUndefined();
    }
    // From a kept page, whose policy stays, on by a link of ours to one that is drawn for its reader.
    await page.goto("/courses");
    await page.locator(`main a[href='${course}']`).first().click();
    await page.locator(`a[href='${course}/register']`).first().click();
    await page.waitForURL(`**${course}/register`);
    await expect(page.locator("main form")).toBeVisible();
    expect(found).toEqual([]);
    // It does forbid: what somebody slips into a page does not run.
    await page.evaluate(() => {
      const slipped = document.createElement("script");
      slipped.textContent = "window.slipped = true";
      document.body.append(slipped);
    });
    await expect.poll(() => found.length).toBe(1);
    expect(await page.evaluate(() => "slipped" in window)).toBe(false);
    await page.context().close();
  });

test("a kept page stays the same for everybody, and a drawn one has a word of its own each time", async ({
  baseURL,
}) => {
  const visitor = await request.newContext({ baseURL, extraHTTPHeaders: { "accept-language": "en" } });
  const of = async (path: string) => {
    const answer = await visitor.get(path);
    return { policy: answer.headers()["content-security-policy"]!, text: await answer.text() };
  };
  // Between two readings somebody else may have changed a course; one drawn for its reader is never the same twice.
  await expect(async () => {
    const [first, second] = [await of("/courses"), await of("/courses")];
    expect(second).toEqual(first);
    expect(first.text).not.toContain("nonce=");
  }).toPass();
  expect((await of("/sign-in")).policy).not.toBe((await of("/sign-in")).policy);
  await visitor.dispose();
});

for (const javaScript of [true, false])
  test(`a language is kept by its button alone, ${javaScript ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "en", javaScriptEnabled: javaScript });
    const page = await context.newPage();
    const lang = () => page.locator("html").getAttribute("lang");
    await page.goto("/fr/courses?x=1");
    expect(page.url()).toMatch(/\/courses\?x=1&lang=fr$/);
    expect(await lang()).toBe("fr");
    expect(await context.cookies()).toEqual([]);
    await page.goto("/courses");
    expect(await lang()).toBe("en");
    // On a page whose address names a language, another is chosen.
    await page.goto("/courses?lang=fr");
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    expect(new URL(page.url()).search).toBe("");
    // The second says that a hand chose it, so that signing in leaves it.
    expect((await context.cookies()).map(({ name, value }) => [name, value])).toEqual([
      ["locale", "ar"],
      ["locale-chosen", "1"],
    ]);
    await page.goto("/help");
    expect(await lang()).toBe("ar");
    await context.close();
  });

test("what another site sends, or what is no form, is refused in the reader's words", async ({ baseURL }) => {
  const visitor = await request.newContext({ baseURL, extraHTTPHeaders: { "accept-language": "fr" } });
  const send = (headers: Record<string, string>, data: string | Buffer = "x", method = "POST") =>
    visitor.fetch("/sign-in", { method, headers, data, maxRedirects: 0 });
  const form = { "content-type": "multipart/form-data; boundary=b" };
  const tried: [number, keyof typeof words.fr.server, Record<string, string>, (string | Buffer)?, string?][] =
    [
      [403, "otherSite", { ...form, origin: "https://evil.example" }],
      [403, "otherSite", { ...form, origin: "null" }],
      [403, "otherSite", { ...form, origin: baseURL!.replace("http:", "https:") }],
      [403, "otherSite", { ...form, referer: "https://evil.example/" }],
      [403, "otherSite", form],
      [400, "unreadable", { ...form, origin: baseURL! }],
      [415, "unreadable", { "content-type": "application/json", origin: baseURL! }, "{"],
      [413, "tooLarge", { ...form, origin: baseURL! }, Buffer.alloc(1_100_000, 97)],
      [405, "otherMethod", form, "x", "PUT"],
      [405, "otherMethod", {}, "", "TRACE"],
    ];
  for (const [status, what, headers, data, method] of tried) {
    const answer = await send(headers, data, method);
    expect(answer.status(), `${what} ${JSON.stringify(headers)}`).toBe(status);
    expect(await answer.text()).toContain(words.fr.server[what].title);
  }
  for (const gone of ["session", "signout", "_log", "error", "verify-request"])
    expect((await visitor.get(`/api/auth/${gone}`)).status(), gone).toBe(404);
  await visitor.dispose();
});

test("an administrator sees what was refused", async ({ browser, baseURL }) => {
  const visitor = await request.newContext({ baseURL });
  await visitor.post("/courses", { headers: { origin: "https://evil.example" }, multipart: { a: "b" } });
  await visitor.dispose();
  const page = await pageOf(browser, "administrator", { language: "en" });
  await page.goto("/desk/settings");
  await page.getByRole("link", { name: words.en.refusals.title }).click();
  await page.waitForURL("**/desk/settings/refusals");
  await page.goto("/desk/settings/refusals?kind=otherSite");
  const row = page.getByRole("row").filter({ hasText: words.en.refusals.kinds.otherSite }).first();
  await expect(row).toContainText(/127\.0\.0\.1|::/);
  await page.context().close();
});

test("of 150 requests that no browser sends, none ends in a fault of ours", async ({ baseURL }) => {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const next = requestMaker(7, {
    actions: Object.keys(node),
    cookies: ["cascade-session=x", "locale=fr; a=%"],
  });
  for (let i = 0; i < 150; i++) {
    const sent = next();
    const { status } = await sendRaw(baseURL!, sent);
    expect(
      typeof status === "number" && status < 500,
      `${status}: ${JSON.stringify(sent).slice(0, 500)}`,
    ).toBe(true);
  }
});

test("what is asked for in parts, however they are named, comes whole", async ({ request: asks }) => {
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(await (await asks.get("/courses")).text())!;
  for (const path of [script, "/favicon.ico"])
    for (const Range of ["bytes=0-1", "bytes=9-1", "bytes=99999999-", "bytes=x"]) {
      const answer = await asks.get(path, { headers: { Range }, timeout: 30_000 });
      expect([answer.status(), (await answer.body()).length > 2], `${path} ${Range}`).toEqual([200, true]);
    }
});
