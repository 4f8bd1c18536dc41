import { ask, desktop, expectAccessible, inHand, phone } from "./support/pages";
import { sampled } from "./support/sampled";
import { reach, reachLast } from "./support/steps";
import { expect, test } from "./support/test";
import { type Language, words } from "./support/words";

const registrations = (courseId: number) =>
  ask<{ n: number }>("SELECT count(*) AS n FROM registrations WHERE course_id = ?", courseId).n;
const tshikapa = {
  kind: "user",
  country: "CD",
  from: "2027-02-22",
  to: "2027-02-26",
  admission: "first_come",
  places: 6,
} as const;

const ways: { language: Language; viewport: typeof phone; search: string; person: string }[] = [
  { language: "en", viewport: desktop, search: "zahle", person: "Dana Khoury" },
  { language: "ar", viewport: phone, search: "زحله", person: "ليان أبو خليل" },
];

for (const { language, viewport, search, person } of sampled(ways, 2))
  test(`finds a course, registers, follows it and gives the place back, in ${language}`, async ({
    world,
  }) => {
    const w = words[language];
    const course = await world.course({
      kind: "user",
      country: "LB",
      from: "2027-02-01",
      to: "2027-02-05",
      tools: ["my-coop"],
      capacity: 20,
      admission: "first_come",
      places: 17,
    });
    const page = await world.page("visitor", { language, viewport });
    await page.goto("/courses");
    await page.getByRole("searchbox", { name: w.catalogue.search }).fill(search);
    await page.getByRole("button", { name: w.frame.find, exact: true }).click();
    await page.locator(`a[href="/courses/${course.slug}"]`).click();
    await page.getByRole("link", { name: w.course.register, exact: true }).click();
    await expect(page.getByRole("heading", { name: w.register.title })).toBeVisible();
    await inHand(page);

    // What the first step cannot do without is said before one goes on: a name, and a phone or an e-mail address.
    const onward = (step: "work" | "need" | "check") =>
      page.getByRole("button", { name: w.registering.next.replace("{name}", w.registering.step[step]) });
    await onward("work").click();
    const list = page.locator("form [role=alert]");
    await expect(list).toBeFocused();
    await expect(list.getByRole("link")).toHaveCount(2);
    await expect(page.getByText(w.errors.contactNeeded).first()).toBeVisible();
    await page.getByLabel(w.register.name).first().fill("12");
    await page.getByLabel(w.register.phone).fill("12");
    await onward("work").click();
    await expect(page.getByText(w.errors.nameWithoutLetters).first()).toBeVisible();
    await expect(page.getByText(w.errors.phoneInvalid).first()).toBeVisible();
    // What only the server knows is said at the end: there is no such number.
    await page.getByLabel(w.register.name).first().fill(person);
    await page.getByLabel(w.register.phone).fill("+999 123 456 789");
    for (const step of ["work", "need", "check"] as const) await onward(step).click();
    await expect(page.getByRole("heading", { name: w.registering.readBack })).toBeVisible();
    await page.getByRole("button", { name: w.register.register, exact: true }).click();
    await expect(list.getByRole("link", { name: w.errors.consentNeeded })).toBeVisible();
    // All at once, listed on top with links to the fields, and the reader is there.
    await expect(list).toBeFocused();
    await expect(list).toBeInViewport();
    await expect(list.getByRole("link")).toHaveCount(2);
    await expect(page).toHaveTitle(new RegExp(`^${w.form.titleFault}`));
    await expectAccessible(page);
    await list.getByRole("link", { name: w.errors.consentNeeded }).click();
    await expect(page.getByLabel(w.register.consent, { exact: true })).toBeFocused();
    await list.getByRole("link", { name: w.register.phone }).click();
    await expect(page.getByLabel(w.register.phone)).toBeFocused();
    // A mark that nobody sees, as it comes with what is copied, is dropped without a word.
    const copied = person.replace(" ", " \u202E");
    await page.getByLabel(w.register.name).first().fill(copied);
    await page.getByLabel(w.register.phone).fill(language === "ar" ? "٧٠ ٩٨٧ ٦٥٤" : "+961 70 111 222");
    await (await reach(page.getByLabel(w.public.need.largePrint))).check();
    await (await reach(page.getByLabel(w.register.consent, { exact: true }))).check();
    // Read back before it is sent, with the way to change it.
    await expect(page.locator("dd", { hasText: w.public.need.largePrint })).toBeVisible();
    const button = page.getByRole("button", { name: w.register.register, exact: true });
    await button.dblclick();
    await expect(page).toHaveURL(/\/registrations\/[\w-]{20,}$/);
    await expect(page.getByText(w.follow.next.accepted)).toBeVisible();
    await expect(page.getByText(person).first()).toBeVisible();
    // Whoever else opens the address is told whose it is, and where to register.
    await expect(page.getByRole("link", { name: w.follow.toCourse })).toHaveAttribute(
      "href",
      `/courses/${course.slug}`,
    );
    expect(
      ask<{ n: number }>(
        "SELECT count(*) AS n FROM registrations r JOIN persons p ON p.id = r.person_id WHERE p.name = ? AND r.course_id = ?",
        person,
        course.id,
      ).n,
    ).toBe(1);
    await expectAccessible(page);
    expect(
      ask<{ needs: string }>(
        "SELECT needs FROM registrations WHERE course_id = ? ORDER BY id DESC LIMIT 1",
        course.id,
      ).needs,
    ).toBe(w.public.need.largePrint);

    await page.getByText(w.follow.withdraw, { exact: true }).click();
    await page.getByRole("button", { name: w.follow.withdrawNow }).click();
    // The form is at the page's end, what became of it on top: it comes into view.
    await expect(page.getByText(w.follow.next.withdrawn)).toBeInViewport();
    await expect(page.getByRole("link", { name: w.follow.calendar })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("button", { name: w.follow.comeBackNow }).click();
    await expect(page.getByText(w.follow.next.accepted)).toBeVisible();
  });

test("a step is done by going on from it, which says what is wrong in it and before it", async ({
  world,
}) => {
  const w = words.en;
  const course = await world.course(tshikapa);
  const page = await world.page("visitor", { viewport: phone });
  // An address of the last step ticks off none of those before.
  await page.goto(`/courses/${course.slug}/register#check`);
  await inHand(page);
  await expect(page.locator("[data-state=open]")).toContainText(w.registering.step.check);
  await expect(page.getByText(w.parts.stepDone)).toHaveCount(0);
  await page.goto(`/courses/${course.slug}/register`);
  await inHand(page);
  const onward = (step: "work" | "need" | "check") =>
    page.getByRole("button", { name: w.registering.next.replace("{name}", w.registering.step[step]) });
  await page.getByLabel(w.register.name).first().fill("Dana 🙂");
  await page.getByLabel(w.register.phone).fill("+243 81 234 5678");
  await page.getByLabel(w.register.email).fill("dana@nowhere");
  await onward("work").click();
  await expect(page.getByText(w.errors.nameWithPictures).first()).toBeVisible();
  await expect(page.getByText(w.errors.emailInvalid).first()).toBeVisible();
  await page.getByLabel(w.register.name).first().fill("Dana Khoury");
  await page.getByLabel(w.register.email).fill("");
  for (const step of ["work", "need"] as const) await onward(step).click();
  await page.getByLabel(w.register.birthYear).fill("9999");
  await onward("check").click();
  await expect(page.locator("form [role=alert]")).toBeFocused();
  await page.getByLabel(w.register.birthYear).fill("1990");
  await onward("check").click();
  await expect(page.getByText(w.parts.stepDone)).toHaveCount(3);
  // Where nothing is there of what somebody needs, they are asked after it.
  await expect(page.locator(".read-back dd", { hasText: w.registering.nothingSaid })).toBeVisible();
  // A reload keeps no phone number: the first step is not done any more, and a later one does not go on without it.
  await page.goto(`/courses/${course.slug}/register?again=1#work`);
  await inHand(page);
  await expect(page.getByText(w.parts.stepDone)).toHaveCount(0);
  await onward("need").click();
  await expect(page.getByText(w.errors.contactNeeded).first()).toBeVisible();
  await expect(page.getByLabel(w.register.phone)).toBeVisible();
});

test("registers without JavaScript, and keeps what was typed when something is wrong", async ({ world }) => {
  const w = words.fr;
  const course = await world.course(tshikapa);
  const page = await world.page("visitor", { language: "fr", viewport: phone, javaScript: false });
  const before = registrations(course.id);
  await page.goto(`/courses/${course.slug}/register`);
  await page.getByLabel(w.register.name).first().fill("Sylvie Ngalula");
  await page.getByLabel(w.register.phone).fill("12");
  await page.getByLabel(w.register.organisation).fill("Coopérative Lumière du Kasaï");
  await page.getByRole("button", { name: w.register.register, exact: true }).click();
  await expect(page.getByText(w.errors.consentNeeded).first()).toBeVisible();
  await expect(page.getByText(w.errors.phoneInvalidIn.split("{")[0]!).first()).toBeVisible();
  await expect(page.getByLabel(w.register.name).first()).toHaveValue("Sylvie Ngalula");
  expect(registrations(course.id)).toBe(before);
  await page.getByLabel(w.register.phone).fill("0812345678");
  await page.getByLabel(w.register.consent, { exact: true }).check();
  await page.getByRole("button", { name: w.register.register, exact: true }).click();
  await expect(page).toHaveURL(/\/registrations\//);
  await expect(page.getByText(w.follow.next.accepted)).toBeVisible();
  expect(registrations(course.id)).toBe(before + 1);
  const own = page.url();

  // Once more, with the same contact: the browser in which it was done is led back to the page of the registration.
  await page.goto(`/courses/${course.slug}/register`);
  await page.getByLabel(w.register.name).first().fill("Sylvie Ngalula");
  await page.getByLabel(w.register.phone).fill("0812345678");
  await page.getByLabel(w.register.consent, { exact: true }).check();
  await page.getByRole("button", { name: w.register.register, exact: true }).click();
  await expect(page).toHaveURL(`${own}?said=storedBefore#state`);
  expect(registrations(course.id)).toBe(before + 1);
});

for (const javaScript of sampled([true, false], 2))
  test(`registers somebody else while signed in, ${javaScript ? "with" : "without"} JavaScript`, async ({
    world,
  }) => {
    const w = words.en;
    const course = await world.course(tshikapa);
    const page = await world.page("participant", { viewport: phone, javaScript });
    const person = javaScript ? "Farah Nasser" : "Samer Nasser";
    await page.goto(`/courses/${course.slug}/register`);
    if (javaScript) {
      await inHand(page);
      await reachLast(page.locator("form").last());
    }
    await page.getByRole("button", { name: w.register.register, exact: true }).click();
    await expect(page.getByText(w.errors.registerWhom).first()).toBeVisible();
    await page.getByLabel(w.register.self, { exact: true }).check();
    await expect(page.getByLabel(w.register.name).first()).toBeHidden();
    if (javaScript) await expectAccessible(page);
    await page.getByLabel(w.register.other, { exact: true }).check();
    await page.getByLabel(w.register.name).first().fill(person);
    await page.getByLabel(w.register.phone).fill(javaScript ? "+243812000001" : "+243812000002");
    await (await reach(page.getByLabel(w.register.consentFor))).check();
    await expect(page.getByLabel(w.register.password)).toHaveCount(0);
    await page.getByRole("button", { name: w.register.register, exact: true }).click();
    await expect(page).toHaveURL(/\/registrations\//);
    await expect(page.getByText(person).first()).toBeVisible();
    const own = ask<{ n: number }>(
      "SELECT count(*) AS n FROM registrations r JOIN accounts a ON a.person_id = r.person_id WHERE a.phone = ? AND r.course_id = ?",
      world.people.participant.phone,
      course.id,
    );
    expect(own.n).toBe(0);
  });

test("joins the waiting list of a full course, with an account on the spot", async ({ world }) => {
  const w = words.en;
  const course = await world.course({
    from: "2027-02-07",
    to: "2027-02-17",
    capacity: 16,
    admission: "first_come",
    places: 16,
    waiting: 3,
  });
  const page = await world.page("visitor");
  await page.goto(`/courses/${course.slug}`);
  await expect(page.getByText(w.catalogue.waitingList, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: w.course.joinWaitingList }).click();
  await inHand(page);
  await page.getByLabel(w.register.name).first().fill("Mercy Chebet");
  await page.getByLabel(w.register.email).fill(`mercy.${world.mark}@example.org`);
  await (await reach(page.getByLabel(w.register.consent, { exact: true }))).check();
  await page.getByLabel(w.register.password).fill("short");
  await page.getByRole("button", { name: w.register.joinWaitingList }).click();
  await expect(page.getByText(w.errors.passwordShort.replace("{min}", "10")).first()).toBeVisible();
  await page.getByLabel(w.register.password).fill("a long password");
  await page.getByRole("button", { name: w.register.joinWaitingList }).click();
  await expect(page.getByText(w.follow.next.waiting.replace("{place}", "4"))).toBeVisible();
  await page.goto("/my");
  await expect(page.getByText(w.ownState.waiting, { exact: true })).toBeVisible();
});

for (const language of sampled(["ar", "en"] as const, 2))
  test(`reads during the course what was attended, and gives the place up for good, in ${language}`, async ({
    world,
  }) => {
    const w = words[language].follow;
    const course = await world.course({
      from: "2027-01-10",
      to: "2027-01-19",
      state: "running",
      rolls: true,
      places: 2,
    });
    const { token } = ask<{ token: string }>(
      "SELECT token FROM registrations WHERE course_id = ? ORDER BY id LIMIT 1",
      course.id,
    );
    const page = await world.page("visitor", { language, viewport: phone });
    await page.goto(`/registrations/${token}`);
    await expect(page.getByText(w.nextAccepted.running)).toBeVisible();
    await expect(page.getByText(w.nextSession)).toBeVisible();
    await expect(page.getByText(w.attendedSoFar.split("{")[0]!)).toBeVisible();
    await expect(page.getByRole("link", { name: w.calendar })).toBeVisible();
    await page.getByText(w.withdraw, { exact: true }).click();
    await expect(page.getByText(w.withdrawRunning)).toBeVisible();
    await expect(page.getByText(w.withdrawRunningAttendance)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: w.withdrawNow }).click();
    await expect(page.getByText(w.withdrawnForGood.split("{")[0]!)).toBeInViewport();
    await expect(page.getByText(w.withdrawnAsk)).toBeVisible();
    await expect(page.locator("#state a[href^='mailto:'], #state a[href^='tel:']").first()).toBeVisible();
    await expect(page.getByRole("link", { name: w.calendar })).toHaveCount(0);
    await expectAccessible(page);
  });
