import type { Page } from "@playwright/test";
import { issueCertificates } from "../lib/certificates/commands";
import { gateNames, notSet } from "../lib/stages/rules/gates";
import { criteria } from "../lib/stages/rules/rubric";
import { act, day } from "./support/act";
import { askedBefore } from "./support/dialog";
import { timePasses } from "./support/later";
import { ask, desktop, expectAccessible, openPage, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";
import type { Somebody } from "./support/world";

const [w, e] = [words.ar, words.en];
const small = { language: "ar", viewport: phone } as const;
const large = { language: "en", viewport: desktop } as const;

/** What the programme sets where SIYB says nothing. */
const set = {
  ...{ actionPlan: "yes", firstModule: "no", workshops: "2", workshopMonths: "12", leadWorkshops: "1" },
  ...{ inPairs: "no", countOneIn: "1", observations: "1", observers: "1", passMark: "3.5" },
  ...{ criterionMinimum: "3", coachingVisits: "1", examination: "yes", refresher: "no", validMonths: "24" },
  ...{ renewalWorkshopsPerYear: "1", renewalExamination: "no", graceMonths: "3", masterTots: "1" },
};
/** What SIYB has published. */
const said = { practicum: "yes", renewalRefresher: "yes", masterTraining: "yes", masterExamination: "yes" };

/** When it goes on: after the training, after each workshop on its day, and when they decide. */
const [afterTot, first, second, deciding] = [
  "2027-02-14T08:00:00Z",
  "2027-02-21T14:00:00Z",
  "2027-03-07T14:00:00Z",
  "2027-03-10T08:00:00Z",
] as const;

/** Takes the whole roll of a workshop with one person in it, and ends it. */
async function holds(page: Page, course: string) {
  await page.goto(`${course}/roll`);
  const sessions = page.locator("main li a[href*='/roll/']");
  const addresses = await sessions.evaluateAll((links) => [
    ...new Set(links.map((link) => (link as HTMLAnchorElement).href)),
  ]);
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole("button", { name: w.roll.restPresent.replace("{count}", "1") }).click();
    await expect(page.getByRole("radio", { name: new RegExp(`${w.roll.state.present}$`) })).toBeChecked();
    await expect(page.getByText(w.roll.savedAt.replace("{time}", "").trim()).first()).toBeVisible();
  }
  await page.goto(course);
  await askedBefore(page, w.overview.goOwn.closed).click();
  await page.getByRole("button", { name: w.overview.goOwn.closed }).click();
  await page.waitForURL(/done=/);
}

test("with the conditions of SIYB a candidate goes the whole way as the months pass: training, plan, two workshops, one of them observed, visit and examination, two who decide, and a stranger who verifies", async ({
  world,
  browser,
}) => {
  test.slow();
  const { coordinator, trainer: observer } = world.people;
  const name = `ليلى ${world.mark}`;
  const candidate = world.join("trainer", name);
  const approver = world.join("coordinator", "نور منصور");

  // An empty programme. What SIYB has not published is not set, and nothing can be saved before it is.
  const gates = `/desk/programmes/${world.programme.id}/gates`;
  const sets = await world.page("coordinator", large);
  await sets.goto(gates);
  await sets.getByRole("button", { name: e.gates.preset.siyb }).click();
  await sets.waitForURL(/scheme=siyb/);
  const field = (name: string) => sets.locator(`form [name="${name}"]`);
  for (const [name, value] of Object.entries({ ...said, masterValidMonths: "36" }))
    await expect(field(name)).toHaveValue(value);
  expect([...notSet("siyb")].sort()).toEqual(Object.keys(set).sort());
  for (const name of notSet("siyb")) await expect(field(name), name).toHaveValue("");
  await expect(sets.getByText(`${notSet("siyb").length} conditions are not set`)).toBeVisible();
  const save = sets.getByRole("button", { name: e.gates.save.replace("{number}", "1") });
  await save.click();
  await expect(field("workshops")).toHaveAttribute("aria-invalid", "true");
  const versions = () =>
    ask<{ n: number }>("SELECT count(*) AS n FROM gate_versions WHERE programme_id = ?", world.programme.id)
      .n;
  expect(versions()).toBe(0);
  for (const [name, value] of Object.entries(set)) {
    const of = field(name);
    if (value === "yes" || value === "no") await of.selectOption(value);
    else await of.fill(value);
  }
  await save.click();
  await sets.waitForURL(/done=1/);
  expect(versions()).toBe(1);
  await sets.locator("summary", { hasText: e.gates.whatItAsks.replace("{number}", "1") }).click();
  await expect(sets.getByText(e.gates.originSet)).toHaveCount(notSet("siyb").length);
  expect(gateNames.length - notSet("siyb").length).toBe(Object.keys(said).length + 1);

  // A training of trainers with practice takes place, and she completes it.
  const tot = await world.course({
    ...{ from: "2027-02-07", to: "2027-02-10", state: "closed", places: 1, tools: ["think-coop"] },
    ...{ known: [candidate.personId], asOf: Date.parse("2027-02-12T08:00:00Z") },
  });
  act(issueCertificates, coordinator.viewer, { courseId: tot.id }, Date.parse(afterTot) - day);

  // Who is signed in at each of these times; then the clock goes on.
  const everybody: Somebody[] = [candidate, observer, coordinator, approver];
  const states = new Map<string, Awaited<ReturnType<typeof world.stateFor>>>();
  for (const now of [afterTot, first, second, deciding])
    for (const one of everybody)
      states.set(`${now} ${one.personId}`, await world.stateFor(one, Date.parse(now)));
  const clock = timePasses();
  const comes = async (now: string) => {
    const base = await clock.until(now);
    return async (who: Somebody | null, screen: typeof small | typeof large) => {
      const page = await openPage(browser, who ? states.get(`${now} ${who.personId}`) : undefined, screen);
      return { page, goto: (path: string) => page.goto(`${base}${path}`), base };
    };
  };
  const onOwnWay = async (own: { page: Page; goto: (path: string) => Promise<unknown> }, at: string) => {
    await own.goto("/my/way");
    await expect(
      own.page.getByRole("heading", { level: 3, name: new RegExp(`^Think\\.Coop ${at} `) }),
    ).toBeVisible();
  };
  const { stage } = w.stages;
  const toolId = ask<{ id: number }>("SELECT id FROM tools WHERE code = 'think-coop'").id;
  const way = `/desk/people/${candidate.personId}/ways/${world.programme.id}/${toolId}`;
  try {
    // She writes down where and when she holds her first workshops, and schedules both as they are planned.
    let open = await comes(afterTot);
    let own = await open(candidate, small);
    await onOwnWay(own, stage.tot_completed);
    await own.page.getByRole("link", { name: w.gates.name.actionPlan }).first().click();
    await own.page.waitForURL(/\/registrations\/[^/]+#plan$/);
    const plan = own.page.locator("#plan");
    for (const [i, [on, place]] of [
      ["2027-02-21", "جرش"],
      ["2027-03-07", "عجلون"],
    ].entries()) {
      await plan.locator(`[name="workshops.${i}.day"]`).fill(on!);
      await plan.locator(`[name="workshops.${i}.place"]`).fill(place!);
      await plan.locator(`[name="workshops.${i}.audience"]`).fill("تعاونية البركة");
    }
    await expectAccessible(own.page);
    await plan.getByRole("button", { name: w.actionPlan.save }).click();
    await expect(plan.getByText("عجلون").first()).toBeVisible();
    await onOwnWay(own, stage.candidate);
    await expectAccessible(own.page);
    const workshops: string[] = [];
    for (const place of ["جرش", "عجلون"]) {
      await own.goto("/desk/workshops/new");
      await own.page.getByRole("link", { name: place }).click();
      await expect(own.page.locator("#check").getByText(place)).toBeVisible();
      await own.page.getByRole("button", { name: w.workshop.schedule }).click();
      await own.page.waitForURL(/\/desk\/courses\/\d+$/);
      workshops.push(new URL(own.page.url()).pathname);
      await own.page.getByRole("link", { name: w.workspace.tab.participants, exact: true }).click();
      await own.page.getByRole("link", { name: w.participants.register }).first().click();
      await own.page.locator("[name=name]").fill(`سلمى ${place}`);
      await own.page.locator("[name=consent]").click();
      await own.page.getByRole("button", { name: w.participants.register }).click();
      await expect(own.page.locator("[name=name]")).toHaveValue("");
    }
    const approves = await open(coordinator, large);
    for (const course of workshops) {
      await approves.goto(course);
      await approves.page.getByRole("button", { name: e.workshop.approve, exact: true }).click();
      await approves.page.waitForURL(/done=approved/);
    }

    // The day of the first one: it ends, and counts once a coordinator has confirmed it.
    open = await comes(first);
    own = await open(candidate, small);
    await holds(own.page, `${own.base}${workshops[0]}`);
    const confirms = async () => {
      const { page, goto } = await open(coordinator, large);
      await goto(`/desk/programmes/${world.programme.id}/workshops`);
      const confirm = page.getByRole("button", { name: e.confirming.confirm });
      await expect(confirm).toHaveCount(1);
      await confirm.click();
      await page.waitForURL(/done=confirmed/);
      await expect(page.getByText(e.confirming.none)).toBeVisible();
    };
    await onOwnWay(own, stage.practising);
    await expect(own.page.getByText(w.confirming.counting.toConfirm).first()).toBeVisible();
    await confirms();
    await onOwnWay(own, stage.practising);
    await expect(own.page.getByText(w.confirming.counting.toConfirm)).toHaveCount(0);

    // The day of the second one: somebody else observes it on a phone, and both sign.
    open = await comes(second);
    own = await open(candidate, small);
    const observes = await open(observer, small);
    await observes.goto("/desk/observe");
    await observes.page
      .locator(`a[href$="/observe/${workshops[1]!.split("/").at(-1)}/${candidate.personId}"]`)
      .click();
    for (const criterion of criteria)
      await observes.page.locator(`[name="points.${criterion}"][value="4"]`).check({ force: true });
    await observes.page.getByLabel(w.observing.strengths).fill("عمل الجميع في مجموعات.");
    await observes.page.getByLabel(w.observing.advice).fill("اترك وقتاً للتلخيص في النهاية.");
    await expectAccessible(observes.page);
    await observes.page.getByRole("button", { name: w.observing.save }).click();
    await observes.page.waitForURL(/done=saved/);
    await holds(own.page, `${own.base}${workshops[1]}`);
    await confirms();
    await onOwnWay(own, stage.practising);
    await expect(own.page.getByText("اترك وقتاً للتلخيص في النهاية.")).toBeVisible();
    await own.page.getByRole("button", { name: w.ownWay.read }).click();
    await own.page.waitForURL(/done=read/);
    await expect(own.page.getByRole("button", { name: w.ownWay.read })).toHaveCount(0);

    // What else the programme asks for: nothing is recommended before it is there.
    const recommends = await open(coordinator, large);
    await recommends.goto(way);
    await expect(recommends.page.getByRole("button", { name: e.decide.recommend, exact: true })).toHaveCount(
      0,
    );
    await observes.goto(`/desk/people/${candidate.personId}/visit`);
    await observes.page
      .getByLabel(w.stageEntry.words)
      .fill("رافقتها في عملها مع التعاونية واتفقنا على الخطوة التالية.");
    await expectAccessible(observes.page);
    await observes.page.getByRole("button", { name: w.stageEntry.save, exact: true }).click();
    await observes.page.waitForURL(/entered=\d+/);
    await recommends.goto(`/desk/people/${candidate.personId}/enter`);
    await recommends.page.getByRole("radio", { name: e.stageEntry.kind.examination }).check();
    await recommends.page
      .getByLabel(e.stageEntry.evidence)
      .fill("List of marks of 7 March, kept in the office");
    await recommends.page.getByRole("button", { name: e.stageEntry.save, exact: true }).click();
    await recommends.page.waitForURL(/entered=\d+/);

    // One recommends, another approves.
    open = await comes(deciding);
    own = await open(candidate, small);
    await own.goto("/my/way");
    await expect(own.page.getByText(`${w.stages.next} ${w.stages.step.recommend}`)).toBeVisible();
    const why = "Two good workshops with cooperatives of the region.";
    const one = await open(coordinator, large);
    await one.goto(way);
    await one.page.getByLabel(e.decide.why).fill(why);
    await one.page.getByRole("button", { name: e.decide.recommend, exact: true }).click();
    await one.page.waitForURL(/done=recommended/);
    await expect(one.page.getByRole("button", { name: e.decide.approve })).toHaveCount(0);
    const other = await open(approver, large);
    await other.goto(way);
    await expect(other.page.getByText(why).first()).toBeVisible();
    await other.page.getByRole("button", { name: e.decide.approve }).click();
    await other.page.waitForURL(/done=approved/);
    await onOwnWay(own, stage.certified);
    await expectAccessible(own.page);

    // The paper, in her language; the public register only once she agrees; and whoever holds the paper asks whether it is genuine.
    await own.goto("/my");
    const link = own.page.locator('a[href^="/api/files/certificate/"][href*="lang=ar"]').first();
    const address = (await link.getAttribute("href"))!;
    const paper = await own.page.request.get(`${own.base}${address}`);
    expect(paper.headers()["content-type"]).toContain("application/pdf");
    expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const serial = /certificate\/([^?]+)/.exec(address)![1]!;
    const stranger = await open(null, small);
    await stranger.goto(`/trainers?q=${world.mark}`);
    await expect(stranger.page.getByText(w.publicTrainers.noneFits)).toBeVisible();
    await own.goto("/account");
    await own.page.getByLabel(w.publicListing.agree).check();
    await own.page.getByRole("button", { name: w.publicListing.join }).click();
    await expect(own.page.getByRole("button", { name: w.publicListing.leave })).toBeVisible();
    await stranger.goto(`/trainers?q=${world.mark}`);
    await expect(stranger.page.locator("main").getByText(name).first()).toBeVisible();
    await stranger.goto("/verify");
    await stranger.page.getByLabel(w.verify.serial).fill(serial);
    await stranger.page.getByRole("button", { name: w.verify.check }).click();
    await expect(
      stranger.page.getByRole("heading", { level: 1, name: w.verify.answer.valid, exact: true }),
    ).toBeVisible();
    await expect(stranger.page.getByText(name).first()).toBeVisible();
    await expectAccessible(stranger.page);
  } finally {
    await clock.end();
  }
});
