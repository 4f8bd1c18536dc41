import { sqlite } from "../db/client";
import { enterAwayDays } from "../lib/away/commands";
import { act, now } from "./support/act";
import { ask, askAll, expectAccessible, inHand } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const w = words.fr;
const days = { from: "2027-01-17", to: "2027-01-21", tools: ["think-coop"] };
const twoWeeks = { ...days, to: "2027-01-28", tools: ["think-coop", "start-coop"] };
const rowsOf = (courseId: number) =>
  askAll<{ id: number; day: string; startsAt: string; endsAt: string; title: string | null }>(
    "SELECT id, day, starts_at AS startsAt, ends_at AS endsAt, title FROM sessions WHERE course_id = ? ORDER BY start_instant",
    courseId,
  );

test("accepts what is open in a plan and is led to what is open next", async ({ world }) => {
  const course = await world.course(twoWeeks);
  const page = await world.page("coordinator", { language: "fr", viewport: { width: 1280, height: 800 } });
  await page.goto(`/desk/courses/${course.id}/timetable?issues=open#issues`);
  await inHand(page);
  const list = page.locator("#issues");
  const lines = list.locator("ol > li");
  const count = await lines.count();
  expect(count).toBeGreaterThan(1);
  const accept = async () => {
    await expect(page.locator("#accept textarea")).toBeFocused();
    await expect(page.locator("#accept textarea")).toBeInViewport();
    await page.keyboard.type("Convenu avec elle");
    await page.getByRole("button", { name: w.issues.acceptNow, exact: true }).click();
  };
  const said = page.locator(".toast [role=status]");

  // The way to accept opens its form; the list is folded, and the session is in sight.
  await lines.first().getByRole("link", { name: w.issues.accept }).click();
  await expect(list).not.toHaveAttribute("open");
  await expect(page.locator(".tt-block[aria-current]")).toBeInViewport();
  await expectAccessible(page);
  await accept();
  await expect(said).toContainText(w.issues.acceptedNow.split("{")[0]!.trim());
  await expect(page.locator(".panel-place")).toHaveText(`Point 1 sur ${count - 1}`);
  await expect(page.locator("#panel-title")).toBeFocused();
  await expect(page.locator(".tt-block[aria-current]")).toBeInViewport();

  // What the plan lacks is not accepted but put in, so it is left; the list is there to be gone on with.
  await page.locator("#issues-head").click();
  await lines.getByRole("link", { name: w.issues.accept }).last().click();
  await accept();
  await expect(said).toContainText(w.issues.acceptedNow.split("{")[0]!.trim());
  await expect(lines).toHaveCount(count - 2);
});

test("saves a change of what is stepped through and is led to what is open next", async ({ world }) => {
  const course = await world.course(days);
  const page = await world.page("coordinator", { language: "fr", viewport: { width: 1280, height: 800 } });
  await page.goto(`/desk/courses/${course.id}/timetable?issues=open#issues`);
  await inHand(page);
  const list = page.locator("#issues");
  const count = await list.locator("ol > li").count();
  expect(count).toBeGreaterThan(1);
  await list.getByRole("link", { name: w.issues.step }).click();
  await expect(page.locator(".panel-place")).toHaveText(`Point 1 sur ${count}`);
  const shown = page.locator(".panel form [name=sessionId]").first();
  const first = await shown.inputValue();
  await page.locator(".panel form [name=title]").first().fill("Revu");
  await page.getByRole("button", { name: w.timetable.save, exact: true }).click();
  // It is open still, so what comes after it is shown; the change is said, and can be undone.
  await expect(page.locator(".panel-place")).toHaveText(`Point 2 sur ${count}`);
  await expect(page.locator("#panel-title")).toBeFocused();
  await expect(page.locator(".toast [role=status]")).toContainText(w.timetable.saved);
  expect(page.url()).toContain("issue=1");
  expect(ask<{ title: string }>("SELECT title FROM sessions WHERE id = ?", Number(first)).title).toBe("Revu");
});

test("puts a colleague who is free in place of a trainer who is away then, in one tap that is undone", async ({
  world,
}) => {
  const course = await world.course(days);
  const { trainer } = world.people;
  const colleague = world.join("trainer", "لينا قاسم");
  sqlite()
    .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
    .run(course.id, colleague.personId);
  const { id } = rowsOf(course.id)[0]!;
  const trains = () =>
    askAll<{ person: number }>(
      "SELECT person_id AS person FROM session_trainers WHERE session_id = ?",
      id,
    ).map(({ person }) => person);
  const page = await world.page("coordinator", { language: "fr", viewport: { width: 1280, height: 800 } });
  const open = async () => {
    await page.goto(`/desk/courses/${course.id}/timetable?show=${id}`);
    await inHand(page);
  };
  const instead = page.locator("aside.panel").getByRole("button", { name: /لينا قاسم/ });
  await open();
  await expect(page.locator("#panel-title")).toBeVisible();
  await expect(instead).toHaveCount(0);
  const away = { personId: trainer.personId, fromDay: days.from, toDay: null, reason: null };
  act(enterAwayDays, trainer.viewer, away, now);
  await open();
  await expect(instead).toContainText("رامي حداد");
  await instead.click();
  await expect.poll(trains).toEqual([colleague.personId]);
  await page.locator(".toast").getByRole("button", { name: w.timetable.undo, exact: true }).click();
  await expect.poll(trains).toEqual([trainer.personId]);
});

test("splits, copies, inserts and pushes sessions, and accepts, without JavaScript", async ({ world }) => {
  const course = await world.course(days);
  const page = await world.page("coordinator", { language: "fr", javaScript: false });
  const before = rowsOf(course.id);
  const session = before[1]!;
  const r = w.rearrange;
  const act = async (name: string, press: string, fields: Record<string, string> = {}) => {
    await page.goto(`/desk/courses/${course.id}/timetable?show=${session.id}`);
    await page.locator(".panel summary", { hasText: name }).click();
    const form = page.getByRole("form", { name, exact: true });
    for (const [field, said] of Object.entries(fields)) await form.locator(`[name=${field}]`).fill(said);
    await form.getByRole("button", { name: press }).click();
    await expect(page.locator("#change")).toBeVisible();
  };
  const [hour, minute] = session.startsAt.split(":").map(Number) as [number, number];
  const half = `${String(hour).padStart(2, "0")}:${minute + 15}`;
  await act(r.split, r.splitNow, { startsAt: half });
  expect(
    rowsOf(course.id)
      .filter(({ day }) => day === session.day)
      .slice(1, 3),
  ).toMatchObject([
    { startsAt: session.startsAt, endsAt: half },
    { startsAt: half, endsAt: session.endsAt },
  ]);
  await act(r.duplicate, r.duplicateNow);
  expect(rowsOf(course.id)).toHaveLength(before.length + 2);
  await act(r.insert, r.insertNow, { minutes: "15", title: "Visite" });
  expect(rowsOf(course.id).find(({ title }) => title === "Visite")?.startsAt).toBe(half);
  await act(r.push, r.pushNow, { by: "5" });
  const pushed = ask<{ n: number }>(
    "SELECT count(*) AS n FROM sessions WHERE course_id = ? AND day = ? AND starts_at LIKE '%5' AND starts_at > ?",
    course.id,
    session.day,
    half,
  );
  expect(pushed.n).toBeGreaterThan(0);

  // The way to accept is an address, whose form stands open.
  await page.goto(`/desk/courses/${course.id}/timetable?issues=open#issues`);
  await page.locator("#issues").getByRole("link", { name: w.issues.accept }).first().click();
  await page.locator("#accept textarea").fill("Convenu");
  await page.getByRole("button", { name: w.issues.acceptNow, exact: true }).click();
  await expect(page.locator(".toast")).toContainText(w.issues.acceptedNow.split("{")[0]!.trim());
});
