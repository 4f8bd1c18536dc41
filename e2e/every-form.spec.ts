import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Locator, type Page, request } from "@playwright/test";
import Database from "better-sqlite3";
import { demoNow, freePort, type Role, roles, stateOf } from "./support/pages";
import { ownWorkshop, routes } from "./support/routes";
import { expect, test } from "./support/test";

/**
 * Every form of every page, found by itself. A form over something that is there already is opened and saved untouched,
 * with and without JavaScript, and nothing at all may have changed; a form that adds is filled in once as a person would
 * and must be taken. Works on a copy of the demonstration with a server of its own, so that nobody else writes meanwhile.
 */

type Values = Record<string, string>;
/** `edit`: holds what is there. `acts`: its button does something at once, which other tests look at. Else: what to fill in. */
type Kind = "edit" | "acts" | { add: Values };

/** By file and name of the server action. A form whose action has no row here fails the test. */
const forms: Record<string, Kind> = {
  "(public)/courses/[slug]/register/actions.ts#register": {
    add: { name: "Every Form", phone: "+962 79 555 0101", consent: "on" },
  },
  "(public)/registrations/[token]/actions.ts#withdraw": "acts",
  "(public)/registrations/[token]/actions.ts#comeBack": "acts",
  "(public)/verify/actions.ts#findCertificate": "acts",
  "(public)/sign-in/actions.ts#signIn": "acts",
  "(public)/sign-in/actions.ts#requestLink": "acts",
  "(public)/sign-in/actions.ts#useLink": "acts",
  "(desk)/today/actions.ts#dismissNotice": "acts",
  "(desk)/account/actions.ts#editProfile": "edit",
  "(desk)/account/actions.ts#changePassword": "acts",
  "(desk)/account/actions.ts#signOut": "acts",
  "(desk)/account/actions.ts#signOutEverywhere": "acts",
  "(desk)/desk/workshops/actions.ts#scheduleWorkshop": {
    add: { "wholeIds[]": "first", place: "Everytown", startsOn: "2027-06-08" },
  },
  "(desk)/desk/workshops/actions.ts#editWorkshop": "edit",
  "(desk)/desk/workshops/actions.ts#approveWorkshop": "acts",
  "(desk)/desk/workshops/actions.ts#turnDownWorkshop": "acts",
  "(desk)/desk/workshops/actions.ts#takeApprovalBack": "acts",
  "(desk)/desk/courses/actions.ts#createCourse": {
    add: {
      programmeId: "first",
      country: "first",
      "moduleIds[]": "first",
      placeEn: "Everytown",
      "languages[]": "first",
    },
  },
  "(desk)/desk/courses/actions.ts#editCourse": "edit",
  "(desk)/desk/courses/record/actions.ts#recordCourse": {
    add: { programmeId: "first", country: "first", attendedTotal: "24", attendedTotalSource: "document" },
  },
  "(desk)/desk/courses/record/actions.ts#editRecord": "edit",
  "(desk)/desk/courses/record/actions.ts#takeOutRecord": "acts",
  "(desk)/desk/courses/record/actions.ts#putBackRecord": "acts",
  "(desk)/desk/courses/actions.ts#setCourseState": "acts",
  "(desk)/desk/courses/actions.ts#proposeSessions": "acts",
  "(desk)/desk/courses/actions.ts#saveSession": {
    add: { kind: "other", title: "Every form", startsAt: "05:00", endsAt: "05:30" },
  },
  "(desk)/desk/courses/actions.ts#deleteSession": "acts",
  "(desk)/desk/courses/actions.ts#swapSessions": "acts",
  "(desk)/desk/courses/actions.ts#moveCourse": "acts",
  "(desk)/desk/courses/actions.ts#undoTimetableChange": "acts",
  "(desk)/desk/courses/[course]/registrations/actions.ts#decideRegistrations": "acts",
  "(desk)/desk/courses/[course]/registrations/actions.ts#registerPerson": {
    add: { name: "Every Form the Second", phone: "+962 79 555 0102", consent: "on" },
  },
  "(desk)/desk/courses/[course]/registrations/actions.ts#confirmRegistrations": "acts",
  "(desk)/desk/courses/[course]/participants/actions.ts#registerParticipant": {
    add: { name: "Every Form the Fourth", phone: "+962 79 555 0104", consent: "on" },
  },
  "(desk)/desk/courses/[course]/participants/actions.ts#registerWalkIn": {
    add: { name: "Every Form the Fifth", phone: "+962 79 555 0105", consent: "on" },
  },
  "(desk)/desk/courses/[course]/participants/actions.ts#takeBackParticipant": "acts",
  "(desk)/desk/courses/[course]/participants/actions.ts#givePlace": "acts",
  "(desk)/desk/courses/[course]/participants/actions.ts#editParticipant": "edit",
  "(desk)/desk/courses/[course]/registrations/actions.ts#undoWithdrawal": "acts",
  "(desk)/desk/courses/[course]/tell/actions.ts#markTold": "acts",
  "(desk)/desk/courses/[course]/tell/actions.ts#markUntold": "acts",
  "(desk)/desk/courses/[course]/roll/actions.ts#takeRoll": "acts",
  "(desk)/desk/courses/[course]/tests/actions.ts#enterScores": "edit",
  "(desk)/desk/courses/[course]/certificates/actions.ts#issueCertificates": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#prepareCertificates": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#certifyTrainer": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#keepCertificate": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#allowAgain": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#revokeCertificate": "acts",
  "(desk)/desk/courses/[course]/certificates/actions.ts#reissueCertificate": "acts",
  "(desk)/desk/people/actions.ts#createPerson": { add: { name: "Every Form the Third" } },
  "(desk)/desk/people/actions.ts#editPerson": "edit",
  "(desk)/desk/people/actions.ts#bringIn": { add: { contact: "coordinateur@cascade.example" } },
  "(desk)/desk/people/actions.ts#addMember": { add: { role: "trainer" } },
  "(desk)/desk/people/actions.ts#removeMember": "acts",
  "(desk)/desk/people/actions.ts#giveAccess": "acts",
  "(desk)/desk/people/actions.ts#showSensitive": "acts",
  "(desk)/desk/programmes/actions.ts#createProgramme": {
    add: { code: "EVERY", titleEn: "Every form", issuerEn: "Every form", "countries[]": "first" },
  },
  "(desk)/desk/programmes/actions.ts#editProgramme": "edit",
  "(desk)/desk/tools/actions.ts#createTool": {
    add: {
      titleEn: "Every.Coop",
      descriptionEn: "Every form",
      "modules.0.titleEn": "Every",
      "modules.0.minutes": "90",
    },
  },
  "(desk)/desk/tools/actions.ts#editTool": "edit",
  "(desk)/desk/tools/actions.ts#addToolVersion": { add: { versionLabel: "Every version" } },
  "(desk)/desk/tools/actions.ts#editToolVersion": "edit",
  "(desk)/desk/tools/actions.ts#setToolRetired": "acts",
  "(desk)/desk/tools/actions.ts#setToolVersionRetired": "acts",
  "(desk)/desk/settings/actions.ts#createVenue": {
    add: { name: "Every hall", place: "Everytown", "rooms.0.name": "Every room" },
  },
  "(desk)/desk/settings/actions.ts#editVenue": "edit",
  "(desk)/desk/settings/actions.ts#setVenueRetired": "acts",
  "(desk)/desk/settings/actions.ts#editCountry": "edit",
  "(desk)/desk/settings/actions.ts#addHoliday": { add: { day: "2027-06-02", name: "Every day" } },
  "(desk)/desk/settings/actions.ts#editHoliday": "edit",
  "(desk)/desk/settings/actions.ts#removeHoliday": "acts",
  "(desk)/desk/settings/actions.ts#restoreHoliday": "acts",
};

const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
  node: Record<string, { exportedName: string; filename: string }>;
};
const actionName = (key: string) => {
  const found = manifest.node[key];
  return found
    ? `${found.filename.replace("app/[locale]/", "")}#${found.exportedName}`
    : `unknown action ${key}`;
};

// One after the other, on one server: what each writes is seen by comparing all of the database.
test.describe.configure({ mode: "default" });

let base = "";
let folder = "";
let server: ChildProcess;

test.beforeAll(async () => {
  const from = process.env.E2E_DATA!;
  folder = mkdtempSync(join(tmpdir(), "cascade-forms-"));
  copyFileSync(join(from, "demonstration.db"), join(folder, "cascade.db"));
  // Thousands of rows less to compare at every form; no page that is looked at shows them.
  const copy = new Database(join(folder, "cascade.db"));
  copy.exec("DELETE FROM holidays WHERE country NOT IN (SELECT country FROM programme_countries)");
  copy.close();
  for (const secret of ["key", "auth-secret"]) copyFileSync(join(from, secret), join(folder, secret));
  const port = freePort();
  base = `http://localhost:${port}`;
  server = spawn(process.execPath, ["scripts/server.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder,
      CASCADE_MODE: "test",
      CASCADE_NOW: demoNow,
      PUBLIC_URL: base,
      LOG_LEVEL: "error",
    },
  });
  await expect
    .poll(
      () =>
        fetch(`${base}/api/health`).then(
          (r) => r.ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
});

test.afterAll(async () => {
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
});

function query<T>(sql: string, ...values: unknown[]): T[] {
  const database = new Database(join(folder, "cascade.db"), { readonly: true });
  try {
    return database.prepare(sql).all(...values) as T[];
  } finally {
    database.close();
  }
}

/** What only says that and when something was saved. */
const traces = {
  tables: ["audit_log", "attempts"],
  columns: ["version", "updated_at"],
  /** Tells the other processes on the file which pages to make again. */
  settings: "changed:",
};

/** Every value of every row of every table, as lines. */
function everything(): Set<string> {
  const database = new Database(join(folder, "cascade.db"), { readonly: true });
  const rows = new Set<string>();
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string }[];
    for (const { name } of tables)
      if (!traces.tables.includes(name))
        for (const row of database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]) {
          if (name === "settings" && String(row.name).startsWith(traces.settings)) continue;
          for (const column of traces.columns) delete row[column];
          const key = row.id === undefined ? JSON.stringify(row) : row.id;
          for (const [column, value] of Object.entries(row)) rows.add(`${name} ${key} ${column}: ${value}`);
        }
  } finally {
    database.close();
  }
  return rows;
}

const difference = (before: Set<string>, after: Set<string>) => [
  ...[...before].filter((row) => !after.has(row)).map((row) => `- ${row}`),
  ...[...after].filter((row) => !before.has(row)).map((row) => `+ ${row}`),
];

type Found = {
  name: string;
  path: string;
  /** Its place among the forms of the page. */
  nth: number;
  edit: boolean;
  role: Role;
  doubles: string[];
};

/** The forms of a page by the actions that its HTML names, in their order. */
function formsIn(html: string, path: string, role: Role): Found[] {
  return html
    .split(/<form\b/)
    .slice(1)
    .flatMap((form, nth) => {
      const inside = form.slice(0, form.indexOf("</form>"));
      const key = /name="\$ACTION_\w+:0"[^>]*?value="\{&quot;id&quot;:&quot;(\w+)&quot;/.exec(inside)?.[1];
      if (!key) return [];
      const name = actionName(key);
      const edit = forms[name] === "edit" || /name="version"/.test(inside);
      return [{ name, path, nth, edit, role, doubles: doubles(inside) }];
    });
}

/** More rows of what is edited than the one that each page is looked at with. */
function moreAddresses(): string[] {
  const courses = query<{ id: number }>(
    "SELECT id FROM courses WHERE state IN ('draft', 'open', 'running') AND counted_by = 'people'",
  );
  const records = query<{ id: number }>(
    "SELECT id FROM courses WHERE counted_by = 'numbers' AND state = 'closed'",
  );
  const sessions = query<{ id: number; course: number }>(
    "SELECT min(s.id) AS id, s.course_id AS course FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.state IN ('draft', 'open', 'running') GROUP BY c.id, s.kind",
  );
  return [
    ...courses.map(({ id }) => `/desk/courses/${id}/edit`),
    ...records.map(({ id }) => `/desk/courses/${id}/record`),
    ...sessions.slice(0, 6).map(({ id, course }) => `/desk/courses/${course}/timetable?session=${id}`),
    ...courses.slice(0, 1).map(({ id }) => `/desk/courses/${id}/registrations?find=`),
    ...query<{ id: number; course: number }>(
      "SELECT s.id, s.course_id AS course FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.id = ? ORDER BY s.start_instant LIMIT 1",
      ownWorkshop(),
    ).map(({ id, course }) => `/desk/courses/${course}/participants/new?session=${id}`),
    ...query<{ id: number }>("SELECT id FROM programmes").map(({ id }) => `/desk/programmes/${id}`),
    // A fixed day, and one that the moon decides.
    ...query<{ country: string; day: string }>(
      "SELECT country, min(day) AS day FROM holidays WHERE country = 'JO' AND day > '2027-02' GROUP BY by_moon",
    ).map(({ country, day }) => `/desk/settings/countries/${country}?edit=${day}`),
    ...query<{ id: number }>("SELECT id FROM venues").map(({ id }) => `/desk/settings/venues/${id}`),
    ...query<{ id: number; tool: number }>("SELECT id, tool_id AS tool FROM tool_versions").map(
      ({ id, tool }) => `/desk/tools/${tool}?version=${id}`,
    ),
  ];
}

/** What a trainer may edit: the plan of a workshop of their own. */
const trainersAddresses = (): string[] =>
  query<{ id: number }>(
    "SELECT id FROM courses WHERE scheduled_by IS NOT NULL AND state IN ('open', 'running')",
  ).map(({ id }) => `/desk/courses/${id}/edit`);

let looked: Promise<Found[]> | null = null;
/** Looked for once: what the tests write meanwhile makes no other forms. */
const everyForm = () => {
  looked ??= lookForForms();
  return looked;
};

async function lookForForms(): Promise<Found[]> {
  const found: Found[] = [];
  for (const [index, role] of (Object.keys(roles) as Role[]).entries()) {
    if (role === "otherCoordinator") continue;
    const client = await request.newContext({
      baseURL: base,
      storageState: roles[role] ? stateOf(role) : undefined,
      extraHTTPHeaders: { "Accept-Language": "en" },
    });
    const paths = Object.entries(routes)
      .filter(([route, { row }]) => row[index] === "ok" && !route.startsWith("/api/"))
      .map(([route, { at }]) => at?.() ?? route);
    const more = role === "administrator" ? moreAddresses() : role === "trainer" ? trainersAddresses() : [];
    for (const path of [...paths, ...more])
      found.push(...formsIn(await (await client.get(path)).text(), path, role));
    await client.dispose();
  }
  return found;
}

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
    page.waitForResponse((r) => r.request().method() === "POST", { timeout: 15_000 }).catch(() => null),
    form.locator("button[type=submit]").first().click(),
  ]);
  const said = () => page.locator("form [role=alert]").allTextContents();
  if (!answer) return `nothing was sent: ${(await said()).join(" ")}`;
  if (answer.status() >= 400) return String(answer.status());
  // Drawn as busy until the answer is there, which may be another page.
  await expect(page.locator("button[aria-disabled=true]")).toHaveCount(0);
  return (await said()).join(" ") || null;
}

/** Names that stand twice in a form, other than boxes of one group and buttons. */
function doubles(form: string): string[] {
  const names = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(checkbox|radio|submit)"/.test(tag))
    .map((tag) => / name="([^"]*)"/.exec(tag)?.[1] ?? "")
    .filter((name) => name && !name.startsWith("$ACTION") && !name.endsWith("[]"));
  return names.filter((name, i) => names.indexOf(name) !== i);
}

const once = <T>(list: T[], key: (item: T) => string) => [
  ...new Map(list.map((item) => [key(item), item])).values(),
];

test("every form has its row, and no name twice", async () => {
  test.setTimeout(240_000);
  const found = await everyForm();
  expect(found.filter((f) => !forms[f.name]).map((f) => `${f.name} at ${f.path}`)).toEqual([]);
  // A form that none of the pages looked at shows would not be tried.
  const tried = (name: string) => found.some((f) => f.name === name);
  expect(Object.keys(forms).filter((name) => forms[name] !== "acts" && !tried(name))).toEqual([]);
  expect(found.filter((f) => f.edit).length).toBeGreaterThan(10);
  expect(found.flatMap((f) => f.doubles.map((name) => `${name} in ${f.name}`))).toEqual([]);
});

for (const javaScript of [true, false])
  test(`opening and saving changes nothing, ${javaScript ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const every = once(
      (await everyForm()).filter((f) => f.edit && forms[f.name] !== "acts"),
      (f) => `${f.name} ${f.path}`,
    );
    // One form on many pages is tried on a few: what differs between rows shows in the first, the last and one between.
    const edits = every.filter((form) => {
      const alike = every.filter((other) => other.name === form.name);
      return [0, Math.floor(alike.length / 2), alike.length - 1].includes(alike.indexOf(form));
    });
    const pages = new Map<Role, Page>();
    const problems: string[] = [];
    let before = everything();
    for (const { name, path, nth, role } of edits) {
      const page = pages.get(role) ?? (await open(browser, role, javaScript));
      pages.set(role, page);
      await page.goto(path);
      const form = page.locator("form").nth(nth);
      if (javaScript) await expect(form.locator("button[type=submit]").first()).toBeEnabled();
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
  test.setTimeout(240_000);
  const adds = (await everyForm()).filter((f) => !f.edit && typeof forms[f.name] === "object");
  // As the one who may do most: what is asked for is the same for all.
  const rank = (role: Role) =>
    ["administrator", "coordinator", "trainer", "participant", "visitor"].indexOf(role);
  const last = (name: string) =>
    adds.filter((f) => f.name === name).sort((a, b) => rank(a.role) - rank(b.role));
  let before = everything();
  for (const name of new Set(adds.map((f) => f.name))) {
    const candidates = last(name);
    const { path, nth, role } = name.endsWith("#register") ? candidates.at(-1)! : candidates[0]!;
    const page = await open(browser, role, true);
    await page.goto(path);
    const form = page.locator("form").nth(nth);
    const { add } = forms[name] as { add: Values };
    for (const fold of await form.locator("xpath=ancestor::details[not(@open)]").all())
      await fold.locator("summary").first().click();
    for (const [field, value] of Object.entries(add)) {
      const input = form.locator(`[name="${field}"]`).first();
      const type = await input.evaluate((e) => (e as HTMLInputElement).type);
      if (type === "checkbox") await input.check();
      else if (type === "select-one") await input.selectOption(value === "first" ? { index: 1 } : value);
      else await input.fill(value);
    }
    expect(await send(page, form), `${name} at ${path}`).toBeNull();
    const after = everything();
    expect(difference(before, after).length, `${name} wrote nothing`).toBeGreaterThan(0);
    before = after;
    await page.context().close();
  }
});
