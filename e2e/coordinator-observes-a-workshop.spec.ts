import { sqlite } from "../db/client";
import { criteria } from "../lib/stages/rules/rubric";
import { expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test("a workshop is observed on a phone in Arabic, without scripts, and read by whoever was observed", async ({
  world,
}) => {
  const { observing: o, rubric, ownWay, errors } = words.ar;
  const { id } = world.workshop({ audience: "تعاونية البركة", people: 2 });
  const { personId } = world.people.trainer;
  // On the way already: a practicum was entered of them.
  sqlite()
    .prepare(
      "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, entered_at) SELECT ?, id, ?, 'practicum', '2026-12-01', 0 FROM tools WHERE code = 'think-coop'",
    )
    .run(personId, world.programme.id);

  const observer = await world.page("coordinator", {
    ...{ language: "ar", viewport: phone, javaScript: false },
  });
  await observer.goto(`/desk/observe/${id}/${personId}`);
  const put = (name: string) => observer.locator(`[name="${name}"]`);
  // One criterion is forgotten: what was chosen and typed is kept.
  for (const criterion of criteria.slice(1))
    await put(`points.${criterion}`)
      .nth(criterion === "time" ? 1 : 3)
      .check();
  await put("strengths").fill("عمل الجميع في مجموعات.");
  await put("advice").fill("اترك وقتاً للتلخيص في النهاية.");
  // Nobody is certified yet, so that a coordinator observes, and says on what ground.
  await put("ground").fill("لا معتمد بعد في البرنامج، وقد لاحظت ورشاً من قبل.");
  await observer.getByRole("button", { name: o.save }).click();
  await expect(
    observer.getByText(errors.choosePoints.replace("{min}", "1").replace("{max}", "5")).first(),
  ).toBeVisible();
  await expect(put("strengths")).toHaveValue("عمل الجميع في مجموعات.");
  await expect(put("points.time").nth(1)).toBeChecked();
  // The same page in another tab, sent after this one.
  const old = await observer.context().newPage();
  await old.goto(observer.url());
  for (const criterion of criteria) await old.locator(`[name="points.${criterion}"]`).nth(1).check();
  await old.locator("[name=strengths]").fill("جملة أخرى من صفحة قديمة.");
  await old.locator("[name=advice]").fill("جملة أخرى من صفحة قديمة.");
  await old.locator("[name=ground]").fill("جملة أخرى من صفحة قديمة.");
  await put(`points.${criteria[0]}`).nth(4).check();
  await observer.getByRole("button", { name: o.save }).click();
  await observer.waitForURL(/done=saved/);
  await expect(observer.getByText(/المتوسط.*3\.9/)).toBeVisible();
  await expect(observer.getByText("عمل الجميع في مجموعات.")).toBeVisible();

  await old.getByRole("button", { name: o.save }).click();
  await expect(old.getByText(o.notSaved)).toBeVisible();
  await expect(old.getByText("عمل الجميع في مجموعات.")).toBeVisible();

  const trainer = await world.page("trainer", { language: "ar", viewport: phone });
  await trainer.goto("/my/way");
  await expect(trainer.getByText("اترك وقتاً للتلخيص في النهاية.")).toBeVisible();
  await expectAccessible(trainer);
  await trainer.getByRole("button", { name: ownWay.read }).click();
  await trainer.waitForURL(/done=read/);
  await expect(trainer.getByRole("button", { name: ownWay.read })).toHaveCount(0);

  const reads = await world.page("coordinator", { language: "ar", viewport: phone });
  await reads.goto(`/desk/observe/${id}/${personId}?correct=yes`);
  await expect(reads.getByText(rubric.inclusion.title).first()).toBeVisible();
  await expectAccessible(reads);
});
