import type { Browser, Locator, Page } from "@playwright/test";
import { base, difference, endCopy, everything, startOnCopy } from "./support/copy";
import { forms, type Values } from "./support/forms";
import { everyForm, formsIn } from "./support/formsFound";
import { inHand, type Role, roles, stateOf } from "./support/pages";
import { sampled } from "./support/sampled";
import { reach, reachLast } from "./support/steps";
import { expect, test } from "./support/test";

/**
 * Every form of every page, found by itself. A form over something that is there already is opened and saved untouched,
 * with and without JavaScript, and nothing at all may have changed; a form that adds is filled in once as a person would
 * and must be taken. Works on a copy of the demonstration with a server of its own, so that nobody else writes meanwhile.
 */

// One after the other, on one server: what each writes is seen by comparing all of the database.
test.describe.configure({ mode: "default" });

test.beforeAll(startOnCopy);
test.afterAll(endCopy);

async function open(browser: Browser, role: Role, javaScript: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    locale: "en",
    javaScriptEnabled: javaScript,
    storageState: roles[role] ? stateOf(role) : undefined,
  });
  await context.addCookies([{ name: "locale", value: "en", url: base }]);
  return context.newPage();
}

/** Presses the form's button; says what the answer holds against it. */
async function send(page: Page, form: Locator): Promise<string | null> {
  for (const fold of await form.locator("xpath=ancestor::details[not(@open)]").all())
    await fold.locator("summary").first().click();
  const [answer] = await Promise.all([
    page.waitForResponse((r) => r.request().method() === "POST", { timeout: 30_000 }).catch(() => null),
    form.locator("button[type=submit]").first().click(),
  ]);
  const said = () => page.locator("form [role=alert]").allTextContents();
  if (!answer) return `nothing was sent: ${(await said()).join(" ")}`;
  if (answer.status() >= 400) return String(answer.status());
  // Drawn as busy until the answer is there, which may be another page.
  await expect(page.locator("button[aria-disabled=true]")).toHaveCount(0);
  return (await said()).join(" ") || null;
}

const once = <T>(list: T[], key: (item: T) => string) => [
  ...new Map(list.map((item) => [key(item), item])).values(),
];

test("every form has its row, and no name twice", async () => {
  const found = await everyForm();
  expect(found.filter((f) => !forms[f.name]).map((f) => `${f.name} at ${f.path}`)).toEqual([]);
  // A form that none of the pages looked at shows would not be tried.
  const tried = (name: string) => found.some((f) => f.name === name);
  expect(Object.keys(forms).filter((name) => forms[name] !== "acts" && !tried(name))).toEqual([]);
  expect(found.filter((f) => f.edit).length).toBeGreaterThan(10);
  // A form of what is there, which two people may have open: neither undoes what the other has saved.
  const silent = found.filter((f) => forms[f.name] === "edit" && !f.saysWhatItSaw);
  const never = [...new Set(silent.map((f) => f.name))].filter(
    (name) => !found.some((f) => f.name === name && f.saysWhatItSaw),
  );
  expect(never).toEqual([]);
  expect(found.flatMap((f) => (f.slip ? [`Enter does ${f.slip} in ${f.name} at ${f.path}`] : []))).toEqual(
    [],
  );
  expect(found.flatMap((f) => f.doubles.map((name) => `${name} in ${f.name}`))).toEqual([]);
});

for (const javaScript of sampled([false, true], 2))
  test(`opening and saving changes nothing, ${javaScript ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const every = once(
      (await everyForm()).filter((f) => f.edit && forms[f.name] !== "acts"),
      (f) => `${f.name} ${f.path}`,
    );
    // One form on many pages is tried on the last of them, and by walks on three: what differs between rows shows there.
    const edits = every.filter((form) => {
      const alike = every.filter((other) => other.name === form.name);
      const last = alike.length - 1;
      return (process.env.WALKS ? [0, Math.floor(last / 2), last] : [last]).includes(alike.indexOf(form));
    });
    const pages = new Map<Role, Page>();
    const problems: string[] = [];
    let before = everything();
    for (const { name, path, nth, role } of sampled(edits, 2)) {
      const page = pages.get(role) ?? (await open(browser, role, javaScript));
      pages.set(role, page);
      await page.goto(path);
      const form = page.locator("form").nth(nth);
      if (javaScript) await inHand(page);
      const refused = await send(page, form);
      const after = everything();
      const changes = difference(before, after);
      before = after;
      if (refused || changes.length > 0)
        problems.push(
          `${name} at ${path}: ${refused ?? ""}\n${changes.slice(0, 8).join("\n").slice(0, 1500)}`,
        );
    }
    expect(problems.join("\n\n")).toBe("");
  });

test("every form that adds takes what a person fills in", async ({ browser }) => {
  const adds = (await everyForm()).filter((f) => !f.edit && typeof forms[f.name] === "object");
  // As the one who may do most: what is asked for is the same for all.
  const rank = (role: Role) =>
    ["administrator", "coordinator", "trainer", "participant", "visitor"].indexOf(role);
  const last = (name: string) =>
    adds.filter((f) => f.name === name).sort((a, b) => rank(a.role) - rank(b.role));
  let before = everything();
  for (const name of sampled([...new Set(adds.map((f) => f.name))], 6)) {
    const candidates = last(name);
    const { path, role } = name.endsWith("#register") ? candidates.at(-1)! : candidates[0]!;
    const page = await open(browser, role, true);
    // What was added before may have put forms of its own before this one.
    const now = formsIn(await (await page.request.get(path)).text(), path, role);
    const nth = now.find((one) => one.name === name && !one.edit)!.nth;
    await page.goto(path);
    await inHand(page);
    const form = page.locator("form").nth(nth);
    const { add } = forms[name] as { add: Values };
    for (const fold of await form.locator("xpath=ancestor::details[not(@open)]").all())
      await fold.locator("summary").first().click();
    for (const [field, value] of Object.entries(add)) {
      const input = form.locator(`[name="${field}"]:not([hidden] *)`).first();
      await expect(input, `${field} of ${name} at ${path}`).toBeAttached();
      await reach(input);
      const type = await input.evaluate((e) => (e as HTMLInputElement).type);
      if (type === "checkbox") await input.check();
      else if (type === "select-one") await input.selectOption(value === "first" ? { index: 1 } : value);
      else await input.fill(value);
    }
    if ((await form.locator("[data-state] > section").count()) > 0) await reachLast(form);
    expect(await send(page, form), `${name} at ${path}`).toBeNull();
    const after = everything();
    expect(difference(before, after).length, `${name} wrote nothing`).toBeGreaterThan(0);
    before = after;
    await page.context().close();
  }
});

/** Puts what no field expects into each field of a form that takes text, as a person does by typing and going on. */
const typeNonsense = (form: Locator, what: string) =>
  form.evaluate((element, text) => {
    for (const field of element.querySelectorAll("input, textarea")) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
      if (/^(hidden|checkbox|radio|file|submit|button)$/.test(field.type) || field.readOnly) continue;
      // React hears a value that was not set by way of its own.
      const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
      own?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    }
  }, what);

test("what no field expects, typed into every field, leaves the form standing", async ({ browser }) => {
  test.setTimeout(600_000);
  const every = once(await everyForm(), (f) => f.name).filter((f) => forms[f.name] !== "acts");
  const problems: string[] = [];
  const pages = new Map<Role, Page>();
  // A form of many fields is where what is typed is read back: those of several steps and of days come first.
  const steps = (name: string) => /workshop|course|plan|session/i.test(name);
  const looked = [
    ...sampled(
      every.filter((f) => steps(f.name)),
      3,
    ),
    ...sampled(every.filter((f) => !steps(f.name))),
  ];
  for (const { name, path, nth, role } of looked) {
    const page = pages.get(role) ?? (await open(browser, role, true));
    if (!pages.has(role)) page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
    pages.set(role, page);
    await page.goto(path);
    await inHand(page);
    const form = page.locator("form").nth(nth);
    for (const what of ["abc", "٢ كانون الأول", "31/2/2026", "-1e9"]) {
      await typeNonsense(form, what);
      if ((await page.locator("form").count()) <= nth) {
        problems.push(`${name} at ${path}: “${what}” left no form`);
        break;
      }
    }
    // What was typed stays on the device for whoever comes back, and would meet the next form.
    await page.evaluate(() => localStorage.clear());
  }
  expect(problems.join("\n")).toBe("");
});
