import { type Page, request } from "@playwright/test";
import { dateRange } from "../lib/i18n/format";
import { shownIn } from "../lib/i18n/rules";
import { ask, openPage, pageOf, phone } from "./support/pages";
import { routes } from "./support/routes";
import { sampled } from "./support/sampled";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const course = "tot-irbid-demo";
const publicPages = [
  "/",
  "/courses",
  `/courses/${course}`,
  "/verify",
  "/help",
  "/contact",
  "/privacy",
  "/accessibility",
];

/** What the head of a page says under a name or a property. */
const meta = (page: Page, name: string) =>
  page.locator(`meta[name="${name}"], meta[property="${name}"]`).first().getAttribute("content");

/** That a title is what the page is headed with, where no line begins with a dash. */
async function headed(page: Page, title: string | null | undefined): Promise<void> {
  const plain = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");
  expect(plain(title)).toBe(plain(await page.locator("h1").textContent()));
}

/** A text as it is seen: without marks of direction, and with one kind of space. */
const seen = (text: string) =>
  text.replace(/[\u200b\u200e\u200f\u2060\u2066-\u2069]/g, "").replace(/[\u00a0\u202f]/g, " ");

/** The width and height of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

for (const language of ["en", "fr", "ar"] as const)
  test(`the link of a course shows when, where and until when, with a picture, in ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await pageOf(browser, "visitor", { language });
    await page.goto(`/courses/${course}`);
    const title = await meta(page, "og:title");
    await headed(page, title);
    const { day, starts, ends, place } = ask<{ day: string; starts: string; ends: string; place: string }>(
      "SELECT apply_by AS day, starts_on AS starts, ends_on AS ends, place FROM courses WHERE slug = ?",
      course,
    );
    const description = (await meta(page, "og:description"))!;
    expect(seen(description)).toContain(seen(dateRange(starts, ends, language)));
    expect(description).toContain(shownIn(JSON.parse(place), language));
    expect(description).toContain(String(Number(day.slice(8))));
    expect(description).toContain(day.slice(0, 4));
    expect(description).toContain(words[language].reach.course.applyBy.split("{")[0]!.trim());
    expect(await meta(page, "description")).toBe(description);
    expect(await meta(page, "og:url")).toBe(`${baseURL}/courses/${course}?lang=${language}`);
    expect(await meta(page, "twitter:card")).toBe("summary_large_image");
    const picture = await page.request.get((await meta(page, "og:image"))!);
    expect(picture.headers()["content-type"]).toBe("image/png");
    const drawn = await picture.body();
    expect(sizeOf(drawn)).toEqual([1200, 630]);
    // WhatsApp leaves out a picture of more than 300 KB.
    expect(drawn.length).toBeLessThan(300_000);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      "href",
      `${baseURL}/courses/${course}?lang=${language}`,
    );
    for (const other of ["en", "fr", "ar"])
      await expect(page.locator(`link[rel="alternate"][hreflang="${other}"]`)).toHaveAttribute(
        "href",
        `${baseURL}/courses/${course}?lang=${other}`,
      );
  });

test("a course says of itself to search engines what it is, when and where", async ({ page }) => {
  await page.goto(`/courses/${course}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  const row = ask<{ starts: string; ends: string; country: string }>(
    "SELECT starts_on AS starts, ends_on AS ends, country FROM courses WHERE slug = ?",
    course,
  );
  expect(data).toMatchObject({
    "@type": "Course",
    hasCourseInstance: {
      "@type": "CourseInstance",
      startDate: row.starts,
      endDate: row.ends,
      location: { address: { addressCountry: row.country } },
    },
  });
  await headed(page, data.name);
});

test("every public page has a description of its own and its address in each language", async ({ page }) => {
  const said = new Map<string, string>();
  for (const path of publicPages) {
    await page.goto(path);
    const description = (await meta(page, "description"))!;
    expect(description.length, path).toBeGreaterThan(40);
    expect(said.get(description), `${path} says what another page says`).toBeUndefined();
    said.set(description, path);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\?lang=en$/);
    await expect(page.locator('link[rel="alternate"][hreflang="ar"]')).toHaveCount(1);
    expect(await meta(page, "og:image")).toContain("/api/files/card/en/");
  }
});

test("an address with a language opens in it, for a browser and for who reads links", async ({
  browser,
  baseURL,
}) => {
  const page = await openPage(browser, undefined, { language: "en" });
  await page.goto(`/courses/${course}?lang=ar`);
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  const crawler = await request.newContext({
    baseURL,
    extraHTTPHeaders: { "user-agent": "WhatsApp/2.23.20.0" },
  });
  const answer = await crawler.get(`/courses/${course}?lang=ar`);
  expect(await answer.text()).toContain('<html lang="ar"');
  await crawler.dispose();
});

test("search engines are told what there is, and what is nobody else's", async ({ page, baseURL }) => {
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  for (const path of ["/desk/", "/registrations/", "/account"]) expect(robots).toContain(`Disallow: ${path}`);
  const map = await (await page.request.get("/sitemap.xml")).text();
  for (const path of publicPages) expect(map, path).toContain(`<loc>${baseURL}${path}?lang=ar</loc>`);
  const hidden = ask<{ slug: string }>(
    "SELECT slug FROM courses WHERE state = 'draft' OR approved_at IS NULL LIMIT 1",
  );
  expect(map).not.toContain(`/courses/${hidden.slug}?`);
});

test("a phone finds a name, a colour and icons of the size it asks for", async ({ page }) => {
  await page.goto("/");
  const at = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(at!)).json();
  expect(manifest.name).toBe("Cascade");
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(src);
    expect(sizeOf(await icon.body()).join("x"), src).toBe(sizes);
  }
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect(sizeOf(await (await page.request.get(apple!)).body())).toEqual([180, 180]);
  expect((await page.request.get("/favicon.ico")).headers()["content-type"]).toContain("icon");
  await expect(page.locator('meta[name="theme-color"]')).toHaveCount(2);
});

test("a course is passed on by WhatsApp or as a link, also without scripts", async ({ browser, baseURL }) => {
  const page = await openPage(browser, undefined, { language: "ar", viewport: phone, javaScript: false });
  await page.goto(`/courses/${course}`);
  const w = words.ar.reach.share;
  const address = `${baseURL}/courses/${course}?lang=ar`;
  const link = await page.getByRole("link", { name: w.whatsApp }).getAttribute("href");
  expect(decodeURIComponent(link!)).toContain(address);
  await expect(page.getByText(address)).toBeVisible();
});

test("a course is passed on by what the phone offers, where it offers anything", async ({
  browser,
  baseURL,
}) => {
  const page = await openPage(browser, undefined, { viewport: phone });
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (what: ShareData) => Object.assign(window, { shared: what }),
    });
  });
  await page.goto(`/courses/${course}`);
  await page.getByRole("button", { name: words.en.reach.share.send }).click();
  const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
  expect(shared.url).toBe(`${baseURL}/courses/${course}?lang=en`);
  await headed(page, shared.title);
});

test("whom to ask stands on the page for it, to be called, written to, and by programme", async ({
  page,
}) => {
  await page.goto("/contact");
  const w = words.en.contact;
  await expect(page.getByRole("link", { name: w.call }).first()).toHaveAttribute("href", /^tel:\+\d{8,}$/);
  await expect(page.getByRole("link", { name: w.whatsApp }).first()).toHaveAttribute(
    "href",
    /^https:\/\/wa\.me\/\d{8,}$/,
  );
  await expect(page.getByRole("link", { name: w.write }).first()).toHaveAttribute("href", /^mailto:.+@/);
});

for (const role of ["visitor", "participant", "coordinator"] as const)
  test(`help, contact, privacy and accessibility are at the foot of every page of a ${role}`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, role);
    const nth = { visitor: 0, participant: 1, coordinator: 3 }[role];
    const links = page.getByRole("navigation", { name: words.en.reach.linksLabel }).getByRole("link");
    const pages = Object.entries(routes).filter(
      ([route, { row }]) => row[nth] === "ok" && !route.startsWith("/api/") && route !== "/kit",
    );
    for (const [route, { at }] of sampled(pages, 20)) {
      await page.goto(at?.() ?? route);
      await expect(links, route).toHaveText(Object.values(words.en.reach.links));
    }
  });
