import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { isolate } from "../lib/i18n/rules";
import { askedInMenu } from "./support/dialog";
import { password, roles } from "./support/pages";
import { sampled, walk } from "./support/sampled";
import { setsUpApp } from "./support/secondStep";
import { admin, ask, below, countInCopy, endServices, noneLeft, setting, started } from "./support/service";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test.afterEach(endServices);

const told = ["npm", "the shell of npm", "the server"];
for (const name of sampled(told, 3))
  test(`stops when ${name} is told to, and leaves one whole file and no process`, async () => {
    const index = told.indexOf(name);
    const service = await started({ WORKERS: "2" });
    expect(service.pids.length).toBeGreaterThan(index);
    expect(admin(service, "--create", "--email", "chief@example.org", "--name", "Chief").status).toBe(0);
    process.kill(service.pids[index]!, "SIGTERM");
    await noneLeft(service);
    expect(existsSync(join(service.folder, "cascade.db-wal"))).toBe(false);
    expect(countInCopy(service, "SELECT count(*) AS n FROM accounts WHERE is_administrator")).toBe(1);
    // The last line of a process may be read after the process is gone. Each of the two says it.
    await expect.poll(() => service.said().split('"msg":"stopped"').length - 1).toBe(2);
  });

test("leaves no process where npm is killed, and says so where the server is", { tag: walk }, async () => {
  const orphaned = await started({ WORKERS: "2" });
  process.kill(orphaned.pids[0]!, "SIGKILL");
  await noneLeft(orphaned);
  const killed = await started();
  const ended = new Promise<number | null>((resolve) => killed.npm.once("exit", resolve));
  process.kill(killed.pids.at(-1)!, "SIGKILL");
  expect(await ended).toBe(128 + 9);
  await noneLeft(killed);
});

test("finishes a request that is under way when it is told to stop", { tag: walk }, async () => {
  const service = await started({ WORKERS: "2" });
  const socket = connect(service.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await new Promise<void>((sent) =>
    socket.write(
      "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nhalf=",
      () => sent(),
    ),
  );
  // Each of the two processes answers another request, so the first has reached its own.
  for (let process = 0; process < 2; process++) expect((await ask(service, "/api/health")).status).toBe(200);
  process.kill(service.pids[2]!, "SIGTERM");
  await expect
    .poll(() => ask(service, "/api/health").catch(() => "refused"), { timeout: 30_000 })
    .toBe("refused");
  socket.write("whole");
  await expect.poll(() => answer, { timeout: 30_000 }).toContain("HTTP/1.1 ");
  socket.destroy();
  await noneLeft(service);
});

test("answers with several processes, and starts one again that died", { tag: walk }, async () => {
  const service = await started({ WORKERS: "2" });
  const server = service.pids[2]!;
  // Once the look through the file, which is a process too, has ended.
  await expect.poll(() => below(server), { timeout: 30_000 }).toHaveLength(2);
  const before = below(server);
  process.kill(before[0]!, "SIGKILL");
  await expect.poll(() => below(server).filter((pid) => !before.includes(pid)).length).toBe(1);
  await expect.poll(() => service.said()).toContain('"signal":"SIGKILL"');
  for (let i = 0; i < 6; i++) expect((await ask(service, "/api/health")).status).toBe(200);
  service.pids.push(...below(server));
  process.kill(server, "SIGTERM");
  await noneLeft(service);
});

test("leaves no process below a server that was killed", { tag: walk }, async () => {
  const service = await started({ WORKERS: "2" });
  process.kill(service.pids[2]!, "SIGKILL");
  await noneLeft(service);
});

test("shows in all processes what was changed by way of one", { tag: walk }, async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "cascade-operator-"));
  const demo = { DATA_DIR: folder, CASCADE_MODE: "demo" };
  const filled = spawnSync(process.execPath, ["--import", "tsx", "scripts/demo-data.ts"], {
    env: setting(folder, demo),
  });
  expect(filled.status).toBe(0);
  const service = await started({ ...demo, WORKERS: "2" });
  const w = words.en;
  // Each request on a connection of its own, which go to the processes in turn.
  const six = (path: string) =>
    Promise.all(Array.from({ length: 6 }, () => ask(service, path, { "Accept-Language": "en" })));
  const course = "/courses/tot-irbid-demo";
  const database = new Database(join(folder, "cascade.db"));
  const certificate = database
    .prepare(
      "SELECT id, serial FROM certificates WHERE revoked_at IS NULL AND valid_from IS NOT NULL LIMIT 1",
    )
    .get() as { id: number; serial: string };
  const saying = async (path: string, text: string) =>
    (await six(path)).filter((answer) => answer.text.includes(text)).length;
  const verification = `/verify/${certificate.serial}`;
  expect(await saying("/courses", course)).toBe(6);
  expect(await saying(course, `${course}/register`)).toBe(6);
  expect(await saying(verification, `>${w.verify.answer.revoked}<`)).toBe(0);

  const base = `http://localhost:${service.port}`;
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(w.signIn.identifier).fill(roles.coordinator);
  await page.getByLabel(w.signIn.password).fill(password);
  await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  await page.waitForURL("**/today");
  const { id } = database.prepare("SELECT id FROM courses WHERE slug = 'tot-irbid-demo'").get() as {
    id: number;
  };
  // The account's own language came with signing in.
  const { overview } = words.ar;
  await page.goto(`${base}/desk/courses/${id}`);
  const asked = await askedInMenu(page, overview.go.cancelled);
  await asked.locator("[name=reason]").fill("The hall burnt down");
  await page.getByRole("button", { name: overview.cancelNow }).click();
  await expect(page.getByText(overview.cancelled).first()).toBeVisible();
  expect(await saying("/courses", course)).toBe(0);
  expect(await saying(course, `${course}/register`)).toBe(0);

  database
    .prepare("UPDATE certificates SET revoked_at = ?, revocation_reason = 'copied' WHERE id = ?")
    .run(Date.now(), certificate.id);
  database.close();
  expect(await saying(verification, `>${w.verify.answer.revoked}<`)).toBe(6);
  await context.close();
});

const signIn = (() => {
  type Reference = { exportedName: string; filename: string };
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, Reference>;
  };
  return Object.entries(node).find(
    ([, { filename, exportedName }]) => filename.includes("sign-in/actions") && exportedName === "signIn",
  )![0];
})();

test("takes forms behind a proxy that names the server as it likes, and from no other site", async () => {
  const publicUrl = "https://cascade.example.org";
  const service = await started({ PUBLIC_URL: publicUrl, TRUST_PROXY: "1" });
  const send = (headers: Record<string, string>) =>
    ask(
      service,
      "/sign-in",
      {
        "Next-Action": signIn,
        Accept: "text/x-component",
        "Content-Type": "multipart/form-data; boundary=b",
        ...headers,
      },
      '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[{"status":"new"},"$K1"]\r\n--b--\r\n',
    );
  const proxies: Record<string, string>[] = [
    { Host: "127.0.0.1:3000", "X-Forwarded-Proto": "https" },
    { Host: "cascade_upstream" },
    { Host: "cascade.example.org", "X-Forwarded-Host": "cascade.example.org", "X-Forwarded-Proto": "https" },
  ];
  for (const proxy of proxies)
    expect((await send({ ...proxy, Origin: publicUrl })).text, JSON.stringify(proxy)).toContain(
      '"code":"invalid"',
    );
  const sites: Record<string, string>[] = [
    { Host: "127.0.0.1:3000", Origin: "https://evil.example" },
    { Host: "127.0.0.1:3000", Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ];
  for (const site of sites) expect((await send(site)).text, JSON.stringify(site)).not.toContain('"code"');
  expect(service.said()).not.toMatch(/fetch failed|redirect response/);
});

test("an address with a language in front leads to the page in that language", async () => {
  const service = { port: Number(new URL(test.info().project.use.baseURL!).port) };
  const follow = async (path: string) => {
    const first = await ask(service, path);
    const to = first.headers.location!;
    const { text, headers } = await ask(service, to);
    return { to, text, cookie: headers["set-cookie"] };
  };
  for (const language of ["en", "fr", "ar"]) {
    const { to, text, cookie } = await follow(`/${language}`);
    expect([to, cookie]).toEqual([`/?lang=${language}`, undefined]);
    expect(text).toContain(`<html lang="${language}"`);
  }
  expect((await follow("/fr/courses")).to).toBe("/courses?lang=fr");
  expect((await follow("/ar/courses/search?q=%D8%AA%D8%B9&from=2026-01-01")).to).toBe(
    "/courses/search?q=%D8%AA%D8%B9&from=2026-01-01&lang=ar",
  );
  const icon = await ask(service, "/favicon.ico");
  expect((await ask(service, icon.headers.location!)).status).toBe(200);
});

test("lets somebody in again who is locked out, while the service runs", { tag: walk }, async () => {
  const service = await started();
  const made = admin(service, "--create", "--email", "chief@example.org", "--name", "Chief");
  expect(made.stdout).toContain(join(service.folder, "cascade.db"));
  const again = admin(service, "--email", "Chief@example.org");
  expect(again.status).toBe(0);
  expect(again.stdout).toContain(join(service.folder, "cascade.db"));
  expect(again.stdout).toContain("has an account already");
  const link = /https:\/\/cascade\.example\.org(\/sign-in\/link\?token=[\w-]+)/.exec(again.stdout)![1]!;
  // Nobody has shown yet that the address is theirs, so that the link asks for another password.
  expect((await ask(service, link)).text).toContain('type="password"');
  const reset = admin(service, "--email", "chief@example.org", "--reset-password");
  const resetLink = /(\/sign-in\/link\?token=[\w-]+)/.exec(reset.stdout)![1]!;
  expect((await ask(service, resetLink)).text).toContain('type="password"');
  expect((await ask(service, link)).text).not.toContain('type="password"');
  // What is typed wrong, and that the last one stays, are in `check.test.ts` and `account-life.test.ts`.
  const listed = admin(service, "list").stdout.trim().split("\n");
  expect(listed.filter((line) => line.includes("administrator"))).toHaveLength(1);
  expect(service.said()).not.toContain("chief@example.org");
});

test("tells a new administrator the first steps, and hands somebody a link that asks for a password", {
  tag: walk,
}, async ({ browser }) => {
  const service = await started();
  const base = `http://localhost:${service.port}`;
  const made = admin(service, "--create", "--email", "chief@example.org", "--name", "Chief");
  const w = words.en;
  const page = await (await browser.newContext({ locale: "en" })).newPage();
  await page.goto(`${base}/sign-in`);
  await expect(page.getByText(w.signIn.forgottenNext)).toBeVisible();
  await page.goto(`${base}${/\/sign-in\/link\?token=[\w-]+/.exec(made.stdout)![0]}`);
  await page.getByLabel(w.signIn.linkPassword).fill("a password of my own");
  await page.getByRole("button", { name: w.signIn.signIn, exact: true }).click();
  await setsUpApp(page, "en");
  await expect(page.getByRole("heading", { name: w.today.firstSteps })).toBeVisible();
  for (const step of Object.values(w.today.doStep))
    await expect(page.getByRole("link", { name: step })).toBeVisible();
  await expect(page.getByText(w.today.nothing)).toHaveCount(0);

  await page.getByRole("link", { name: w.today.doStep.coordinator }).click();
  await page.getByLabel(w.person.name).first().fill("Samar");
  await page.getByLabel(w.person.phone).first().fill("+962791234567");
  await page.getByRole("combobox", { name: w.person.language }).selectOption("ar");
  await page
    .locator("form")
    .filter({ has: page.getByLabel(w.person.latinName) })
    .locator("button")
    .click();
  await page.getByRole("button", { name: w.person.giveAccess }).click();
  const link = await page.locator("bdi", { hasText: "/sign-in/link?token=" }).textContent();
  const message = await page.getByRole("link", { name: w.person.whatsApp }).getAttribute("href");
  expect(decodeURIComponent(message!)).toBe(
    `https://wa.me/962791234567?text=${words.ar.person.linkMessage.replace("{name}", isolate("Samar", "ar")).replace("{link}", link!)}`,
  );

  const theirs = await (await browser.newContext({ locale: "ar", javaScriptEnabled: false })).newPage();
  const enter = async (typed: string) => {
    await theirs.getByLabel(words.ar.signIn.linkPassword).fill(typed);
    await theirs.getByRole("button", { name: words.ar.signIn.signIn, exact: true }).click();
  };
  await theirs.goto(link!);
  await enter("");
  await expect(theirs.getByText(words.ar.errors.required).first()).toBeVisible();
  await enter("a password of her own");
  await theirs.waitForURL(`${base}/today`);
  // Opened once more, by them or by somebody else: what happened, and the way on, in each language.
  for (const language of ["en", "fr", "ar"] as const) {
    const again = await (await browser.newContext({ locale: language })).newPage();
    await again.goto(link!);
    await expect(again.getByText(words[language].errors.linkExpired)).toBeInViewport();
    await again
      .locator("#main")
      .getByRole("link", { name: words[language].signIn.signIn, exact: true })
      .click();
    await expect(again).toHaveURL(`${base}/sign-in`);
    await again.context().close();
  }
  // The administrator lost the phone: the operator lets them set up another one.
  const removed = admin(service, "--email", "chief@example.org", "--remove-second-step");
  expect(removed.stdout).toContain("Its second step is taken away");
});
