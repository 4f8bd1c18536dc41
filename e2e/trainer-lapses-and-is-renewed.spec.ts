import { issueCertificates } from "../lib/certificates/commands";
import { approve, confirmWorkshop, recommend, setGates } from "../lib/stages/commands";
import { ownGates } from "../lib/stages/rules/gates";
import { gatesSchema } from "../lib/stages/schema";
import { act, day, now } from "./support/act";
import { timePasses } from "./support/later";
import { ask, desktop, expectAccessible, openPage, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";
import type { Somebody } from "./support/world";

const [w, e] = [words.ar, words.en];
const small = { language: "ar", viewport: phone } as const;
const large = { language: "en", viewport: desktop } as const;

/** A workshop, a year of validity, two months of grace; to be renewed a workshop a year and a refresher. */
const asked = {
  ...Object.fromEntries(
    Object.entries(ownGates).map(([gate, one]) => [gate, typeof one === "boolean" ? "no" : "0"]),
  ),
  ...{ workshops: "1", countOneIn: "1", passMark: "3.5", criterionMinimum: "1", validMonths: "12" },
  ...{ renewalWorkshopsPerYear: "1", renewalRefresher: "yes", graceMonths: "2", masterValidMonths: "36" },
};
/** Both are certified until 29 November 2027, and in grace until 29 January 2028. */
const certified = Date.parse("2026-11-29T08:00:00Z");
const [inGrace, afterGrace] = ["2027-12-15T08:00:00Z", "2028-02-15T08:00:00Z"] as const;

test("who lapsed is renewed in the grace once workshop and refresher are there, and reads no more that it lapsed; who let the grace pass is recommended and approved again", async ({
  world,
  browser,
}) => {
  test.slow();
  const { coordinator } = world.people;
  const renewed = world.join("trainer", `ليلى ${world.mark}`);
  const late = world.join("trainer", `رنا ${world.mark}`);
  const approver = world.join("coordinator", "نور منصور");
  const toolId = ask<{ id: number }>("SELECT id FROM tools WHERE code = 'think-coop'").id;
  const programmeId = world.programme.id;
  const form = { programmeId: String(programmeId), seen: "0", preset: "own", inForceFrom: "2026-11-13" };
  act(setGates, coordinator.viewer, gatesSchema.parse({ ...asked, ...form }), now - 59 * day);

  // They complete a training, hold a workshop and are certified. In the year after, one of them holds another one in time.
  const tot = await world.course({
    ...{ from: "2026-11-16", to: "2026-11-19", state: "closed", tools: ["think-coop"] },
    known: [renewed.personId, late.personId],
  });
  act(issueCertificates, coordinator.viewer, { courseId: tot.id }, certified - day);
  /** Holds a workshop on a day, which a coordinator confirms. */
  const holds = ({ personId, viewer }: Somebody, on: string, asOf = now) => {
    const { id: courseId } = world.workshopBy(viewer, {
      ...{ audience: "تعاونية البركة", people: 2, asOf },
      held: { from: on, to: on, by: coordinator.viewer },
    });
    const at = Math.max(Date.parse(`${on}T20:00:00Z`), asOf > now ? asOf : 0);
    act(confirmWorkshop, coordinator.viewer, { personId, programmeId, toolId, courseId }, at);
  };
  for (const one of [renewed, late]) {
    const way = { personId: one.personId, programmeId, toolId };
    holds(one, "2026-11-24");
    const why = "A good workshop with a cooperative of the region";
    act(recommend, coordinator.viewer, { ...way, modules: [""], words: why }, certified - day / 2);
    const { id } = ask<{ id: number }>(
      "SELECT max(id) AS id FROM stage_events WHERE person_id = ?",
      one.personId,
    );
    act(approve, approver.viewer, { recommendationId: id, modules: [""], words: null }, certified);
  }
  holds(renewed, "2026-12-15");
  holds(late, "2027-12-05", Date.parse("2027-12-12T08:00:00Z"));

  const states = new Map<string, Awaited<ReturnType<typeof world.stateFor>>>();
  for (const at of [inGrace, afterGrace])
    for (const one of [renewed, late, coordinator, approver])
      states.set(`${at} ${one.personId}`, await world.stateFor(one, Date.parse(at)));
  const clock = timePasses();
  const comes = async (at: string) => {
    const base = await clock.until(at);
    return async (who: Somebody, screen: typeof small | typeof large) => {
      const page = await openPage(browser, states.get(`${at} ${who.personId}`), screen);
      return { page, goto: (path: string) => page.goto(`${base}${path}`) };
    };
  };
  type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof comes>>>>;
  const { stage } = w.stages;
  const isAt = async ({ page, goto }: Opened, at: keyof typeof stage) => {
    await goto("/my/way");
    await expect(
      page.getByRole("heading", { level: 3, name: new RegExp(`^Think\\.Coop ${stage[at]} `) }),
    ).toBeVisible();
  };
  const onToday = async ({ page, goto }: Opened) => {
    await goto("/today");
    return page.getByRole("region", { name: w.today.ownCertification });
  };
  const lapsed = { name: stage.lapsed, exact: true };
  const ends = async ({ page, goto }: Opened, one: Somebody) => {
    await goto("/today");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    return page.locator(`section[aria-labelledby="ends"] a[href="/desk/people/${one.personId}/renewal"]`);
  };
  const renewal = (one: Somebody) => `/desk/people/${one.personId}/renewal`;
  try {
    // Lapsed, in the grace: whoever it is reads it, and what is missing comes first.
    let open = await comes(inGrace);
    const own = await open(renewed, small);
    await expect((await onToday(own)).getByRole("link", lapsed)).toBeVisible();
    await expect(own.page.getByText(w.renewal.window.graceLacking.split("{day}")[0]!).first()).toBeVisible();
    await expectAccessible(own.page);
    await isAt(own, "lapsed");
    await expectAccessible(own.page);
    const decides = await open(approver, large);
    await expect(await ends(decides, renewed)).toContainText("lapsed");
    await decides.goto(renewal(renewed));
    const missing = decides.page.getByRole("listitem").filter({ hasText: e.renewal.gate.renewalRefresher });
    await expect(missing).toContainText(e.stages.missing.replace("{count}", "1"));
    await expect(
      decides.page.getByRole("listitem").filter({ hasText: e.renewal.gate.renewalWorkshopsPerYear }),
    ).toContainText(e.stages.met);
    await expect(decides.page.getByRole("button", { name: e.renewal.renewNow })).toHaveCount(0);

    // The refresher is entered by one, and another one renews it; whoever entered it does not.
    const enters = await open(coordinator, large);
    await enters.goto(`/desk/people/${renewed.personId}/enter`);
    await enters.page.getByRole("radio", { name: e.stageEntry.kind.refresher }).check();
    await enters.page
      .getByLabel(e.stageEntry.evidence)
      .fill("List of those present on 14 December, in the office");
    await enters.page.getByRole("button", { name: e.stageEntry.save, exact: true }).click();
    await enters.page.waitForURL(/entered=\d+/);
    await enters.goto(renewal(renewed));
    await expect(enters.page.getByText(e.errors.ownSteps)).toBeVisible();
    const renewable = await ends(decides, renewed);
    await expect(renewable).toContainText("can be renewed");
    await renewable.click();
    await decides.page.waitForURL(/\/renewal$/);
    await expect(missing).toContainText(e.stages.met);
    await decides.page.locator("summary", { hasText: e.renewal.renew }).click();
    await decides.page
      .getByLabel(e.renewal.words)
      .filter({ visible: true })
      .fill("A workshop and the refresher.");
    await expectAccessible(decides.page);
    await decides.page.getByRole("button", { name: e.renewal.renewNow }).click();
    await decides.page.waitForURL(/done=renewed/);

    // From then on nobody reads that it lapsed.
    await isAt(own, "renewed");
    await expect(own.page.getByText(/29 .+ 2028/).first()).toBeVisible();
    await expect(await onToday(own)).toHaveCount(0);
    await expect(own.page.getByText(stage.lapsed)).toHaveCount(0);
    await expect(await ends(decides, renewed)).toHaveCount(0);
    await expect(await ends(decides, late)).toContainText("lapsed");

    // After the grace: renewed no more, but recommended by one and approved by another one.
    open = await comes(afterGrace);
    await isAt(await open(renewed, small), "renewed");
    const hers = await open(late, small);
    await expect((await onToday(hers)).getByRole("link", lapsed)).toBeVisible();
    await expect(hers.page.getByText(w.renewal.window.over.split(".")[1]!.trim()).first()).toBeVisible();
    await isAt(hers, "lapsed");
    const recommends = await open(coordinator, large);
    await recommends.goto(renewal(late));
    await expect(recommends.page.getByText("Now it takes a new recommendation and approval.")).toBeVisible();
    await expect(
      recommends.page.locator("summary", { hasText: new RegExp(`^${e.renewal.renew}$`) }),
    ).toHaveCount(0);
    const way = `/desk/people/${late.personId}/ways/${programmeId}/${toolId}`;
    await recommends.goto(way);
    await recommends.page.getByLabel(e.decide.why).fill("A workshop since the certification ended.");
    await recommends.page.getByRole("button", { name: e.decide.recommend, exact: true }).click();
    await recommends.page.waitForURL(/done=recommended/);
    await expect(recommends.page.getByRole("button", { name: e.decide.approve })).toHaveCount(0);
    const approves = await open(approver, large);
    await approves.goto(way);
    await approves.page.getByRole("button", { name: e.decide.approve }).click();
    await approves.page.waitForURL(/done=approved/);
    await isAt(hers, "certified");
    await expect(await onToday(hers)).toHaveCount(0);
    await expectAccessible(hers.page);
  } finally {
    await clock.end();
  }
});
