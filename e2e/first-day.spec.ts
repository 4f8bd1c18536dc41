import { askedBefore } from "./support/dialog";
import {
  base,
  emptyFolder,
  endService,
  fill,
  follow,
  formOf,
  letIn,
  open,
  place,
  press,
  run,
  serve,
  strangersVerify,
  takesCertificate,
  takesRollsAndScores,
  today,
} from "./support/firstDay";
import { expectAccessible, phone } from "./support/pages";
import { walk } from "./support/sampled";
import { reach } from "./support/steps";
import { expect, test } from "./support/test";
import { type Language, words } from "./support/words";

/**
 * An office on its first day: an empty folder, the commands of the README, then buttons only, to a certificate that a
 * stranger verifies and that is revoked. No demonstration data, and the clock is the real one. With the walks; what an
 * empty folder holds at first is in `tests/invariants/first-day`, and each way of it in a test of its own.
 */

test.beforeAll(emptyFolder);
test.afterAll(endService);

test("from an empty folder to a verified certificate, by the README and the pages alone", {
  tag: walk,
}, async ({ browser }) => {
  const w = words.en;

  // npm run admin, npm start: as the README has them.
  const made = run("admin", "--", "--create", "--email", "you@example.org", "--name", "Your name");
  expect(made.stderr).toBe("");
  const link = /http\S+/.exec(made.stdout)![0];
  await serve();

  const admin = await open(browser, "en");
  await letIn(admin, "en", link, true);
  await expect(admin.getByRole("heading", { name: w.today.firstSteps })).toBeVisible();

  /** The first steps that are ticked off, as Today shows them. */
  const done = async () => {
    await follow(admin, w.frame.today);
    await expect(admin.getByRole("heading", { name: w.today.firstSteps })).toBeVisible();
    const ticked: string[] = [];
    for (const [kind, step] of Object.entries(w.today.step)) {
      const line = admin.getByRole("listitem").filter({ hasText: step });
      if ((await line.getByText(w.today.stepDone, { exact: true }).count()) > 0) ticked.push(kind);
    }
    return ticked;
  };
  // The tools are there from the start.
  expect(await done()).toEqual(["tool"]);
  await expectAccessible(admin);

  // A programme.
  await follow(admin, w.today.doStep.programme);
  await fill(admin, {
    code: "FIRST",
    titleEn: "First programme",
    titleFr: "Premier programme",
    titleAr: "البرنامج الأول",
    issuerEn: "Cooperative Agency",
    issuerFr: "Agence des coopératives",
    issuerAr: "هيئة التعاونيات",
    contactName: "Office",
    contactEmail: "office@example.org",
  });
  await admin.locator("[name=moreCountry1]").selectOption(place.country);
  await press(admin, w.programmes.add);
  await expect(admin).toHaveURL(/\/desk\/programmes\/\d+/);
  expect(await done()).toEqual(["programme", "tool"]);

  // A tool looked at, and a word of it changed.
  await follow(admin, w.today.doStep.tool);
  const tool = admin.locator("section", { has: admin.getByRole("heading", { name: "Think.Coop" }) });
  await tool.getByRole("link", { name: w.tools.edit }).click();
  await fill(admin, { otherNames: "Think Coop\nTC" });
  await press(admin, w.tools.saveTexts);
  await expect(admin.getByText(w.tools.saved).first()).toBeVisible();

  /** Adds a person with a role and copies the link that lets them in. */
  const bringIn = async (
    role: "coordinator" | "trainer",
    language: Language,
    who: { name: string; email: string } | { name: string; phone: string },
  ) => {
    const person = formOf(admin, w.people.add);
    await fill(person, who);
    await person.locator("[name=language]").selectOption(language);
    await press(person, w.people.add);
    await expect(admin.getByRole("heading", { name: who.name })).toBeVisible();
    await admin.locator("[name=role]").selectOption(role);
    await press(admin, w.person.addRole);
    await expect(admin.getByText(`${w.programmeRole[role]} · FIRST`)).toBeVisible();
    await press(admin, w.person.giveAccess);
    await press(admin, w.person.copy);
    await expect(admin.getByText(w.person.copied)).toBeVisible();
    return admin.evaluate(() => navigator.clipboard.readText());
  };

  // A coordinator, who comes in by the link.
  expect(await done()).toEqual(["programme", "tool"]);
  await follow(admin, w.today.doStep.coordinator);
  const coordinator = await open(browser, "fr");
  const theirs = await bringIn("coordinator", "fr", { name: "Awa Diop", email: "awa@example.org" });
  await letIn(coordinator, "fr", theirs, true);
  expect(await done()).toEqual(["programme", "tool", "coordinator"]);

  // A venue with a room; and in this country people work on every day, today too.
  await follow(admin, w.today.doStep.venue);
  await admin.getByText(w.settings.addVenue, { exact: true }).first().click();
  const venue = formOf(admin, w.settings.addVenue);
  await fill(venue, {
    name: "Training centre",
    place: place.town,
    "rooms.0.name": "Hall",
    "rooms.0.seats": "30",
  });
  await venue.locator("[name=country]").selectOption(place.country);
  await press(venue, w.settings.addVenue);
  await expect(admin.getByText(w.settings.venueAdded)).toBeVisible();
  const country = admin.locator(`a[href="/desk/settings/countries/${place.country}"]`);
  await country.click();
  const weekend = admin.locator('[name="weekend[]"]');
  await expect(weekend).toHaveCount(7);
  for (const day of await weekend.all()) await day.uncheck();
  await press(admin, w.settings.saveCountry);
  await expect(admin.getByText(w.settings.saved)).toBeVisible();
  for (const taken of await admin.locator(`form:has([name=day][type=hidden][value="${today}"])`).all())
    await press(taken, w.settings.remove);
  expect(await done()).toEqual(["programme", "tool", "coordinator", "venue"]);

  // The first course is planned; then nothing is left of the first steps.
  await follow(admin, w.today.doStep.course);
  await admin.locator('[name="languages[]"][value=ar]').check();
  await press(admin, w.planSteps.go.tools);
  await admin.locator('.module-version:not([hidden]) [name="moduleIds[]"]').first().check();
  await press(admin, w.planSteps.go.days);
  await fill(admin, { placeEn: place.town, placeAr: "المدينة", startsOn: today, endsOn: today });
  const centre = admin.locator("[name=venueId] option", { hasText: "Training centre" });
  await admin.locator("[name=venueId]").selectOption(await centre.getAttribute("value"));
  await press(admin, w.planSteps.go.trainers);
  await press(admin, w.planSteps.go.places);
  await admin.getByRole("button", { name: w.rows.add, exact: true }).last().click();
  await fill(admin, { "signatories.0.name": "Awa Diop", "signatories.0.role": "Coordinator" });
  await press(admin, w.plan.create);
  await expect(admin).toHaveURL(/\/desk\/courses\/\d+\/timetable\?created=yes$/);
  const course = new URL(admin.url()).pathname.replace("/timetable", "");
  await follow(admin, w.frame.today);
  await expect(admin.getByText(w.today.what.draft)).toBeVisible();
  await expect(admin.getByRole("heading", { name: w.today.firstSteps })).toHaveCount(0);

  // A trainer, whom the course then names.
  await follow(admin, w.frame.people);
  await follow(admin, w.people.new);
  const trainerLink = await bringIn("trainer", "ar", { name: "رامي حداد", phone: "+962 79 555 0101" });
  await admin.goto(course);
  await follow(admin, w.overview.mend.trainers);
  await admin.getByLabel("رامي حداد").check();
  await press(admin, w.plan.save);
  await expect(admin).toHaveURL(`${base}${course}?done=plan`);

  // The coordinator goes on: a timetable is proposed, one session edited, registration opened.
  const f = words.fr;
  await follow(coordinator, f.frame.desk);
  await coordinator.locator(`a.tbl-link[href="${course}"]`).click();
  await follow(coordinator, f.overview.mend.timetable);
  await fill(coordinator, { breakFrom: "07:00", breakMinutes: "15" });
  const proposal = formOf(coordinator, f.timetable.proposeNow);
  await fill(proposal, { startsAt: "06:00", endsAt: "08:00" });
  await press(proposal, f.timetable.proposeNow);
  const sessions = coordinator.locator("li[id^=session-]");
  await expect(sessions.first()).toBeVisible();
  await sessions.first().getByRole("link").click();
  await expect(coordinator.locator(".panel h2")).toBeFocused();
  const session = formOf(coordinator, f.timetable.save);
  await fill(session, { title: "Ouverture officielle" });
  await session.locator("[name=roomId]").selectOption({ label: "Hall" });
  await press(session, f.timetable.save);
  await expect(sessions.filter({ hasText: "Ouverture officielle" })).toBeVisible();
  const sessionCount = await sessions.count();
  await coordinator.goto(course);
  await press(coordinator, f.overview.go.open);
  await expect(coordinator.getByText(f.courseState.open, { exact: true })).toBeVisible();

  // Somebody without e-mail applies on a phone, in Arabic.
  const a = words.ar;
  const participant = await open(browser, "ar", phone);
  await participant.goto("/");
  await follow(participant, a.home.find);
  await participant
    .getByRole("link", { name: /Think\.Coop/ })
    .first()
    .click();
  await participant.getByRole("link", { name: a.course.apply, exact: true }).first().click();
  await participant.getByLabel(a.register.name).first().fill("هناء الزعبي");
  await fill(participant, { phone: place.phone });
  await (await reach(participant.getByLabel(a.register.consent, { exact: true }))).check();
  await press(participant, a.register.apply);
  await expect(participant).toHaveURL(/\/registrations\/[\w-]{20,}$/);
  await expect(participant.getByText(a.follow.next.applied.split("{day}")[0]!)).toBeVisible();
  await expectAccessible(participant);

  // Accepted from Today; no mail reaches them, so they are told.
  await follow(coordinator, f.frame.today);
  await follow(coordinator, f.today.do.decide);
  await coordinator.locator('[name="registrationIds[]"]').first().check();
  await press(coordinator, "Accepter 1 personne");
  await expect(coordinator.getByText(f.registrations.noneIn.to_decide)).toBeVisible();
  await participant.reload();
  await expect(participant.getByText(a.follow.next.accepted)).toBeVisible();
  const tell = async (what: string) => {
    await coordinator.goto(`${course}/tell`);
    const line = coordinator.getByRole("row").filter({ hasText: what });
    await expect(line).toContainText("هناء الزعبي");
    await line.getByRole("button").click();
    await expect(coordinator.getByText(f.tell.none)).toBeVisible();
  };
  await tell(f.tell.message.registrationAccepted);

  // The course starts; a sheet is prepared for its closing. Somebody else comes in person.
  await coordinator.goto(course);
  await press(coordinator, f.overview.go.running);
  await expect(coordinator.getByText(f.courseState.running, { exact: true })).toBeVisible();
  await coordinator.goto(`${course}/certificates`);
  await coordinator.locator("#batch").getByRole("button").click();
  await expect(
    coordinator.getByRole("heading", { name: f.certificates.prepared.replace("{count}", "1") }),
  ).toBeVisible();
  await coordinator.goto(`${course}/registrations`);
  await follow(coordinator, f.registrations.registerPerson);
  const walkIn = formOf(coordinator, f.registrations.registerPerson);
  await fill(walkIn, { name: "Salma Haddad" });
  await walkIn.locator("[name=language]").selectOption("en");
  await walkIn.locator("[name=consent]").check();
  await walkIn.locator("[name=accept]").check();
  await press(walkIn, f.registrations.registerPerson);
  await expect(coordinator.getByText(f.outcome.registered.replace("{name}", "Salma Haddad"))).toBeVisible();

  // The trainer, by the link handed over, takes each roll on a phone and enters the scores.
  const trainer = await open(browser, "ar", phone);
  await letIn(trainer, "ar", trainerLink);
  await takesRollsAndScores(trainer, course, sessionCount);

  // The course ends: the prepared sheet is valid, the other certificate is issued.
  await coordinator.goto(course);
  await askedBefore(coordinator, f.overview.go.closed).click();
  await press(coordinator, f.overview.go.closed);
  await expect(coordinator.getByText(f.courseState.closed, { exact: true })).toBeVisible();
  await follow(coordinator, f.frame.today);
  await follow(coordinator, f.today.do.certify);
  await coordinator.getByRole("button", { name: /^Délivrer 1 / }).click();
  await expect(coordinator.getByText(f.certificates.ready.replace("{count}", "0"))).toBeVisible();
  await expect(
    coordinator.getByRole("heading", { name: f.certificates.issued.replace("{count}", "2") }),
  ).toBeVisible();
  await coordinator.goto(`${course}/tell`);
  await expect(coordinator.getByText(f.tell.message.certificateReady)).toHaveCount(2);
  await coordinator.getByRole("checkbox", { name: f.tell.tickAll }).check();
  await press(coordinator, f.tell.toldTicked);
  await expect(coordinator.getByText(f.tell.none)).toBeVisible();

  // The person takes it from their own page: one page, with their name and a code that leads to its proof.
  await participant.reload();
  const { serial, proof } = await takesCertificate(participant);

  // Strangers verify it by its serial and by its code, in three languages.
  await strangersVerify(browser, serial, proof);

  // Revoked: whoever verifies it sees it, its holder is told and reads it.
  await coordinator.goto(`${course}/certificates`);
  const row = coordinator
    .getByRole("row")
    .filter({ has: coordinator.locator(`a[href="/verify/${serial}"]`) });
  await row.locator('a[href*="certificate="]').first().click();
  await coordinator.locator("summary", { hasText: f.certificatePage.revoke.open }).click();
  const revoking = coordinator.getByRole("dialog").locator("form");
  await fill(revoking, { reason: "Erreur de personne" });
  await press(revoking, f.certificates.revoke);
  await expect(coordinator.getByText(f.certificates.taken.replace("{count}", "1"))).toBeVisible();
  await tell(f.tell.message.certificateRevoked);
  await participant.goto(proof);
  await expect(
    participant.getByRole("heading", { name: a.verify.answer.revoked, exact: true }),
  ).toBeVisible();
});
