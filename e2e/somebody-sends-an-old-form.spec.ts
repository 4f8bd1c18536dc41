import { expect, test } from "./support/test";
import { words } from "./support/words";

const multipart = (fields: Record<string, string>, origin: string) => ({
  multipart: fields,
  headers: { "accept-language": "fr", accept: "text/html", origin },
});

test("without scripts reads in their language that the form is out of date, and what to do", async ({
  world,
  playwright,
  baseURL,
}) => {
  const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
  const visitor = await playwright.request.newContext({ baseURL });
  const path = `/courses/${course.slug}/register`;
  for (const fields of [
    { [`$ACTION_ID_${"7f".repeat(20)}`]: "", name: "Sylvie" },
    { $ACTION_REF_1: "", "$ACTION_1:0": "{{{", "$ACTION_1:1": "{{{", name: "Sylvie" },
  ]) {
    const answer = await visitor.post(path, multipart(fields, baseURL!));
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(words.fr.server.staleForm.title);
    expect(answer.headers()["content-type"]).toContain("text/html");
  }
  // Scripts of an older page know it by a header, and say it in the form; what comes beside is in no other language either.
  const reply = await visitor.post(path, {
    data: "[]",
    headers: {
      ...multipart({}, baseURL!).headers,
      "content-type": "text/plain;charset=UTF-8",
      "next-action": "7f".repeat(21),
    },
  });
  expect([reply.status(), reply.headers()["x-nextjs-action-not-found"]]).toEqual([409, "1"]);
  expect(await reply.text()).toContain(words.fr.server.staleForm.title);
  await visitor.dispose();
});

test("goes on in the language of their tab after another was chosen elsewhere, and in their own once they save it", async ({
  world,
  baseURL,
}) => {
  const page = await world.page("trainer");
  await page.goto("/account");
  const typed = page.locator("[name=password]");
  await typed.fill("typed in another form");
  await page.request.post("/api/language", {
    form: { language: "ar" },
    headers: { origin: baseURL!, referer: `${baseURL}/help` },
  });
  const profile = page.locator("form:has([name=position])");
  await profile.locator("[name=position]").fill("Trainer of trainers");
  await profile.locator("[type=submit]").click();
  await expect(page.getByText(words.en.account.saved)).toBeVisible();
  await expect(typed).toHaveValue("typed in another form");
  await profile.locator("[name=language]").selectOption("fr");
  await profile.locator("[type=submit]").click();
  await expect(page.getByText(words.fr.account.saved)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("an address that is no text is not found, among the files of the build too", async ({ request }) => {
  for (const path of ["/_next/static/%", "/_next/static/%ff", "/%", "/courses/%ff"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("no page is fetched for a stranger as if it were a picture", async ({ request }) => {
  for (const url of ["/today", "/my/a-token", "/icon.svg"])
    expect((await request.get("/_next/image", { params: { url, w: 64, q: 75 } })).status(), url).toBe(404);
});

for (const [gone, leads] of [
  ["signed out elsewhere", "lead"],
  ["without the role any more", "gone"],
] as const)
  test(`without scripts gets back what they typed where they are ${gone}, for themselves alone`, async ({
    world,
  }) => {
    const page = await world.page("coordinator", { javaScript: false });
    await page.goto("/desk/people/new");
    const form = page.locator("form:has([name=latinName])");
    await form.locator("[name=name]").fill('Samira <b>"Khatib"</b>');
    await form.locator("[name=position]").fill("رئيسة التدريب");
    await form.locator("[name=phone]").fill("+962 79 555 0199");
    await page.context().clearCookies({ name: /session/ });
    if (leads === "gone") await page.context().addCookies((await world.state("participant")).cookies);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST"),
      form.locator("[type=submit]").click(),
    ]);
    expect([answer.status(), answer.headers()["cache-control"]]).toEqual([403, "no-store"]);
    await expect(page.getByRole("heading")).toHaveText(words.en.server.typed.title);
    await expect(page.getByText(words.en.server.typed[leads])).toBeVisible();
    const texts = page.getByRole("textbox");
    await expect(texts).toHaveCount(2);
    await expect(texts.nth(0)).toHaveValue('Samira <b>"Khatib"</b>');
    await expect(texts.nth(1)).toHaveValue("رئيسة التدريب");
    expect(await page.content()).not.toContain("555");
    await page.getByRole("link").click();
    await expect(page).toHaveURL(leads === "lead" ? /\/sign-in\?back=%2Fdesk%2Fpeople%2Fnew/ : /\/today$/);
  });
