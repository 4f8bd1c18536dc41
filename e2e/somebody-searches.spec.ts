import { request as httpRequest, type IncomingMessage } from "node:http";
import { ask, desktop, expectAccessible, inHand, pageOf, phone } from "./support/pages";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { type Language, words } from "./support/words";

const ways: [Language, typeof phone][] = [
  ["en", desktop],
  ["fr", phone],
  ["ar", phone],
];

for (const [language, viewport] of sampled(ways, 3))
  test(`finds somebody by number and phone, and reads why a search is none, in ${language}`, async ({
    browser,
  }) => {
    const w = words[language];
    const page = await pageOf(browser, "administrator", { language, viewport });
    const one = ask<{ name: string; phone: string; course: number; number: number }>(
      `SELECT p.name, p.phone, r.course_id AS course, r.number FROM registrations r JOIN persons p ON p.id = r.person_id
       WHERE p.phone IS NOT NULL ORDER BY r.id LIMIT 1`,
    );
    for (const q of [`${one.course}-${one.number}`, `\u202A${one.phone}\u202C`, one.phone.slice(-7)]) {
      await page.goto(`/desk/people?q=${encodeURIComponent(q)}`);
      await expect(page.getByRole("link", { name: one.name }).first(), q).toBeVisible();
    }
    for (const [q, why] of [
      ["\u200F", w.frame.queryNothing],
      ["...", w.frame.queryNothing],
      ["ع", w.frame.queryShort],
    ] as const)
      for (const path of [
        "/desk/people",
        "/desk/search",
        "/desk/courses",
        "/desk/trainers",
        "/desk/settings",
        "/courses/search",
      ]) {
        await page.goto(`${path}?q=${encodeURIComponent(q)}`);
        await expect(page.getByText(why), `${path} ${q}`).toBeVisible();
        // The venues of the settings are no answer to the search.
        if (path !== "/desk/settings")
          await expect(page.locator("main tbody tr"), `${path} ${q}`).toHaveCount(0);
      }
    await page.goto("/desk/people?q=...");
    await expectAccessible(page);
  });

/** The answer to a request as it is sent, with no browser's headers. */
const answer = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(test.info().project.use.baseURL!);
    httpRequest({ hostname, port, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(Object.assign(response, { text })));
    })
      .on("error", reject)
      .end();
  });

test("a page is in the language that its address or the browser's whole list names", async () => {
  for (const [header, language] of [
    ["ckb-IQ,ckb;q=0.9,ar;q=0.8,en;q=0.7", "ar"],
    ["de,en;q=0.2,fr;q=0.3", "fr"],
    ["tr", "en"],
  ] as const)
    expect((await answer("/courses", { "Accept-Language": header })).text, header).toContain(
      `<html lang="${language}"`,
    );
  // An address answers in the language that it names, and keeps nothing of it: only its button does.
  const crawler = await answer("/courses?lang=fr", { "Accept-Language": "ar" });
  expect(crawler.statusCode).toBe(200);
  expect(crawler.text).toContain('<html lang="fr"');
  const browser = await answer("/courses?x=1&lang=fr", { "Sec-Fetch-Mode": "navigate" });
  expect([browser.statusCode, browser.headers["set-cookie"]]).toEqual([200, undefined]);
  expect(browser.text).toContain('<html lang="fr"');
  // The kept page of one language is never another's.
  for (const language of ["ar", "en", "fr", "ar"])
    expect((await answer(`/courses?lang=${language}`)).text).toContain(`<html lang="${language}"`);
  expect(
    (await answer("//evil.example?lang=fr", { "Sec-Fetch-Mode": "navigate" })).headers.location ?? "/",
  ).toMatch(/^\/(?!\/)/);
});

for (const javaScript of [true, false])
  test(`who follows a link in a language registers in it, ${javaScript ? "with" : "without"} scripts, and keeps nothing of it`, async ({
    world,
  }) => {
    const course = await world.course({
      ...{ kind: "user", country: "LB", from: "2027-02-01", to: "2027-02-05", tools: ["my-coop"] },
      ...{ capacity: 20, admission: "first_come", places: 0 },
    });
    const page = await world.page("visitor", { language: "en", javaScript });
    // Nobody chose the browser's language.
    await page.context().clearCookies();
    const html = page.locator("html");
    await page.goto(`/courses/${course.slug}?lang=ar`);
    await page.locator(`a[href^="/courses/${course.slug}/register"]`).first().click();
    await expect(page.locator("[name=name]")).toBeVisible();
    await expect(html).toHaveAttribute("lang", "ar");
    if (javaScript) await inHand(page);
    await page.locator("[name=name]").fill("ليلى الوصلة");
    await page.locator("[name=phone]").fill("+961 3 123 456");
    await page.locator("[name=consent]").check();
    await page.getByRole("button", { name: words.ar.register.register, exact: true }).click();
    await page.waitForURL(/\/registrations\//);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/[\u0600-\u06ff]/);
    await expect(html).toHaveAttribute("lang", "ar");
    // Opened anew, it is in that language still.
    await page.reload();
    await expect(html).toHaveAttribute("lang", "ar");
    await page.goto("/courses");
    await expect(html).toHaveAttribute("lang", "en");
  });

test("an address under which there is no file has a page of the product", async () => {
  const { statusCode, text } = await answer("/api/files/nothing/1?lang=ar");
  expect(statusCode).toBe(404);
  expect(text).toContain('<html lang="ar" dir="rtl"');
  expect(text).toContain(words.ar.error.notFoundTitle);
});

test("a list that an address opened in a language is searched and narrowed in it, whatever the browser's is", async ({
  world,
}) => {
  const page = await world.page("visitor", { language: "en", viewport: phone });
  const html = page.locator("html");
  await page.goto("/ar/courses");
  await expect(html).toHaveAttribute("lang", "ar");
  await page.getByRole("searchbox").fill("Think");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(/\/courses\/search\?.*q=Think/);
  await expect(html).toHaveAttribute("lang", "ar");
  await page.getByRole("searchbox").fill("xyzzy");
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("link", { name: words.ar.catalogue.showAll }).click();
  await page.waitForURL(/\/courses\?/);
  await expect(html).toHaveAttribute("lang", "ar");
  await page.goto("/verify?lang=fr");
  await page.getByLabel(words.fr.verify.serial).fill("ABCD");
  await page.getByRole("button", { name: words.fr.verify.check }).click();
  await page.waitForURL(/\/verify\/ABCD/);
  await expect(html).toHaveAttribute("lang", "fr");
  // What was chosen stays as it was.
  await page.goto("/courses");
  await expect(html).toHaveAttribute("lang", "en");
});
