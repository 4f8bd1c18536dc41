import { issueCertificates } from "../lib/certificates/commands";
import { makePlanFor } from "../lib/stages/commands";
import { criteria } from "../lib/stages/rules/rubric";
import { act, day, now } from "./support/act";
import { goesOnLater } from "./support/later";
import { ask, desktop, expectAccessible, openPage, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.ar;
const { stage } = w.stages;
const small = { language: "ar", viewport: phone } as const;

test("a candidate, an observer, whoever recommends and whoever approves go the way from a training to a certification, which is renewed up to master trainer, or lapses", async ({
  world,
  browser,
}) => {
  const { coordinator } = world.people;
  const candidate = world.join("trainer", "ليلى الخطيب");
  const approver = world.join("coordinator", "نور منصور");
  const toolId = ask<{ id: number }>("SELECT id FROM tools WHERE code = 'think-coop'").id;
  const way = `/desk/people/${candidate.personId}/ways/${world.programme.id}/${toolId}`;

  // What the browser adds nothing to: a training of trainers that she completed, with a plan, and two workshops that she held.
  const tot = await world.course({
    ...{ from: "2026-11-02", to: "2026-11-06", state: "closed", places: 2, tools: ["think-coop"] },
    known: [candidate.personId],
  });
  act(issueCertificates, coordinator.viewer, { courseId: tot.id }, now - 50 * day);
  const registrationId = ask<{ id: number }>(
    "SELECT id FROM registrations WHERE course_id = ? AND person_id = ?",
    ...[tot.id, candidate.personId],
  ).id;
  const planned = { toolId, day: "2026-12-07", place: "إربد", audience: null, index: 0 };
  act(makePlanFor, coordinator.viewer, { registrationId, workshops: [planned] }, now - 49 * day);
  const { personId } = candidate;
  const [, second] = ["2026-12-07", "2026-12-14"].map((from) =>
    world.workshopBy(candidate.viewer, {
      ...{ audience: "تعاونية البركة", people: 3 },
      held: { from, to: from, by: coordinator.viewer },
    }),
  );

  const own = await world.page(candidate, small);
  // Their first page says how far they are, and leads on.
  await own.goto("/today");
  await own.getByRole("link", { name: stage.practising, exact: true }).click();
  await own.waitForURL(/\/my\/way$/);
  await expect(own.getByRole("heading", { level: 3, name: stage.practising })).toBeVisible();
  await expect(own.getByText(w.gates.name.observations).first()).toBeVisible();

  const observer = await world.page("trainer", small);
  await observer.goto(`/desk/observe/${second!.id}/${personId}`);
  for (const criterion of criteria)
    await observer.locator(`[name="points.${criterion}"][value="4"]`).check({ force: true });
  await observer.getByLabel(w.observing.strengths).fill("عمل الجميع في مجموعات.");
  await observer.getByLabel(w.observing.advice).fill("اترك وقتاً للتلخيص في النهاية.");
  await observer.getByRole("button", { name: w.observing.save }).click();
  await observer.waitForURL(/done=saved/);

  await own.reload();
  await own.getByRole("button", { name: w.ownWay.read }).click();
  await own.waitForURL(/done=read/);
  await expect(own.getByText(`${w.stages.next} ${w.stages.step.recommend}`)).toBeVisible();

  const recommender = await world.page("coordinator", small);
  await recommender.goto(way);
  await recommender.getByLabel(w.decide.why).fill("ورشتان ناجحتان مع تعاونيات المنطقة.");
  await recommender.getByRole("button", { name: w.decide.recommend, exact: true }).click();
  await recommender.waitForURL(/done=recommended/);
  // Whoever recommended does not approve.
  await expect(recommender.getByRole("button", { name: w.decide.approve })).toHaveCount(0);

  const approves = await world.page(approver, small);
  await approves.goto(way);
  await expect(approves.getByText("ورشتان ناجحتان مع تعاونيات المنطقة.").first()).toBeVisible();
  await expectAccessible(approves);
  await approves.getByRole("button", { name: w.decide.approve }).click();
  await approves.waitForURL(/done=approved/);

  await own.goto("/my/way");
  await expect(own.getByRole("heading", { level: 3, name: stage.certified })).toBeVisible();
  await expectAccessible(own);
  const { serial, language: issuedIn } = ask<{ serial: string; language: string }>(
    "SELECT serial, language FROM certificates WHERE kind = 'trainer_certification' AND registration_id = ?",
    registrationId,
  );
  // On paper it is had in each language, and in the one in which it was issued where none is asked for.
  await own.goto("/my");
  const file = `/api/files/certificate/${serial}`;
  for (const language of ["ar", "fr", "en"])
    await expect(own.locator(`a[href="${file}?lang=${language}"]`)).toBeVisible();
  const named = async (address: string) => (await own.request.get(address)).headers()["content-disposition"];
  expect(await named(`${file}?lang=fr`)).toContain(`${serial}-fr.pdf`);
  expect(await named(file)).toContain(`${serial}-${issuedIn}.pdf`);
  const anybody = await world.page("visitor", small);
  await anybody.goto(`/verify/${serial}`);
  const answer = (which: keyof typeof w.verify.answer) =>
    anybody.getByRole("heading", { level: 1, name: w.verify.answer[which], exact: true });
  await expect(answer("valid")).toBeVisible();

  // In the last months of the three years it is renewed by two persons, as a condition is missing; then she becomes a master trainer.
  const inTime = "2029-10-01T09:00:00Z";
  const [hers, recommenders, approvers] = await Promise.all(
    [candidate, coordinator, approver].map((one) => world.stateFor(one, Date.parse(inTime))),
  );
  const going = await goesOnLater(inTime);
  try {
    const renewal = `${going.base}/desk/people/${personId}/renewal`;
    const recommends = await openPage(browser, recommenders, small);
    const confirms = await openPage(browser, approvers, { language: "en", viewport: desktop });
    const e = words.en.renewal;
    const byTwo = async (what: "renew" | "approveMaster", now: string, done: string) => {
      await recommends.goto(renewal);
      await recommends.locator("summary", { hasText: w.renewal[what] }).click();
      await recommends
        .getByLabel(w.renewal.words)
        .filter({ visible: true })
        .fill("ثلاث سنوات من العمل مع التعاونيات.");
      await recommends
        .getByRole("button", { name: w.renewal.recommendExceptionNow })
        .filter({ visible: true })
        .click();
      await recommends.waitForURL(/done=recommended/);
      // Whoever recommended it does not decide it.
      await expect(recommends.locator("summary", { hasText: w.renewal[what] })).toHaveCount(0);
      await confirms.goto(renewal);
      await expect(confirms.getByText("ثلاث سنوات من العمل مع التعاونيات.").first()).toBeVisible();
      await confirms.locator("summary", { hasText: e[what] }).click();
      await confirms
        .getByLabel(e.words)
        .filter({ visible: true })
        .fill("Three years of work with cooperatives.");
      await confirms.getByLabel(e.exceptionTick).filter({ visible: true }).check();
      await confirms.getByRole("button", { name: now }).click();
      await confirms.waitForURL(new RegExp(`done=${done}`));
    };
    const holder = await openPage(browser, hers, small);
    const reached = async (which: keyof typeof stage) => {
      await holder.goto(`${going.base}/my/way`);
      await expect(holder.getByRole("heading", { level: 3, name: stage[which] })).toBeVisible();
    };
    await byTwo("renew", e.renewNow, "renewed");
    await reached("renewed");
    // The paper of before leads on to the one that holds now.
    await anybody.goto(`${going.base}/verify/${serial}`);
    await expect(answer("renewed")).toBeVisible();
    for (const step of ["master_training", "master_examination"]) {
      await recommends.goto(renewal);
      await recommends.locator("summary", { hasText: w.renewal.step }).click();
      await recommends.locator("select[name=kind]").selectOption(step);
      await recommends.locator("[name=day]").filter({ visible: true }).fill("2029-09-01");
      await recommends.getByLabel(w.renewal.stepWords).fill("أنهت التدريب في تورينو في أيلول 2029.");
      await recommends.getByRole("button", { name: w.renewal.stepNow }).filter({ visible: true }).click();
      await recommends.waitForURL(/done=step/);
    }
    await reached("master_candidate");
    await byTwo("approveMaster", e.approveMasterNow, "master");
    await reached("master_trainer");
    await expectAccessible(holder);
    await expectAccessible(confirms);
  } finally {
    await going.end();
  }

  // Three years and a day later nobody has renewed it.
  const later = "2030-01-13T09:00:00Z";
  const state = await world.stateFor(candidate, Date.parse(later));
  const { base, end } = await goesOnLater(later);
  try {
    await anybody.goto(`${base}/verify/${serial}`);
    await expect(answer("expired")).toBeVisible();
    const lapsed = await openPage(browser, state, small);
    await lapsed.goto(`${base}/my/way`);
    await expect(lapsed.getByRole("heading", { level: 3, name: stage.lapsed })).toBeVisible();
  } finally {
    await end();
  }
});
