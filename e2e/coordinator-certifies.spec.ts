import { issueCertificates } from "../lib/certificates/commands";
import { act, day, now } from "./support/act";
import { ask, expectAccessible, pageOf, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test("issues certificates to whoever completed, and a stranger verifies one", async ({ world }) => {
  const w = words.fr;
  const { id: course } = await world.course({
    kind: "user",
    country: "CM",
    from: "2026-12-28",
    to: "2027-01-03",
    tools: ["my-coop"],
    capacity: 20,
    places: 20,
    state: "closed",
  });
  const page = await world.page("coordinator", { language: "fr" });
  await page.goto("/today");
  await page.locator(`a[href="/desk/courses/${course}/certificates"]`).click();
  await expect(page).toHaveURL(/certificates$/);
  const ready = Number(/\d+/.exec((await page.locator("#ready h2").textContent())!)![0]);
  expect(ready).toBeGreaterThan(10);
  await expect(page.getByText("80 % exigés").first()).toBeVisible();
  // The sheets as they would be: a picture of each, the longest name first, and all of them in one file.
  const names = ask<{ longest: number }>(
    "SELECT max(length(p.name)) AS longest FROM persons p JOIN registrations r ON r.person_id = p.id WHERE r.course_id = ?",
    course,
  );
  const picture = page.locator("#batch img");
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  expect((await picture.getAttribute("alt"))!.length).toBeGreaterThan(names.longest / 2);
  await page.getByRole("link", { name: w.certificatePage.batch.next }).click();
  await expect(page).toHaveURL(/sheet=2/);
  const preview = await page.request.get(`/api/files/certificates/${course}?what=preview`);
  expect(preview.headers()["content-type"]).toBe("application/pdf");
  await expectAccessible(page);

  // A colleague looks at the same page, and is later than this one.
  const colleague = await page.context().newPage();
  await colleague.goto(`/desk/courses/${course}/certificates`);
  await page.getByRole("button", { name: `Délivrer ${ready} certificats` }).click();
  await expect(page.getByText(`${ready} certificats délivrés`)).toBeVisible();
  await expect(page.getByText(w.certificates.ready.replace("{count}", "0"))).toBeVisible();
  await expectAccessible(page);
  await colleague.getByRole("button", { name: `Délivrer ${ready} certificats` }).click();
  await expect(colleague.getByText("Rien n’a été délivré deux fois.").first()).toBeVisible();
  await colleague.close();
  const issuedIn = ask<{ n: number }>(
    "SELECT count(*) AS n FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE r.course_id = ?",
    course,
  );
  expect(issuedIn.n).toBe(ready);
  const zip = await page.request.get(`/api/files/certificates/${course}?what=valid&as=zip`);
  expect(zip.headers()["content-type"]).toBe("application/zip");

  const { serial, name } = ask<{ serial: string; name: string }>(
    "SELECT serial, p.name FROM certificates c JOIN registrations r ON r.id = c.registration_id JOIN persons p ON p.id = r.person_id WHERE course_id = ? ORDER BY c.id LIMIT 1",
    course,
  );
  const pdf = await page.request.get(`/api/files/certificate/${serial}`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  // A stranger types it, small and with spaces, on a phone.
  const stranger = await world.page("visitor", { language: "ar", viewport: phone });
  const a = words.ar;
  await stranger.goto("/verify");
  const field = stranger.getByLabel(a.verify.serial);
  await field.fill("ABC");
  await stranger.getByRole("button", { name: a.verify.check }).click();
  await expect(stranger.getByText(a.errors.serial_length).first()).toBeVisible();
  const at = [...serial].findIndex((sign, i) => sign !== serial[i + 1]);
  const swapped = serial.slice(0, at) + serial[at + 1] + serial[at] + serial.slice(at + 2);
  await field.fill(swapped);
  await stranger.getByRole("button", { name: a.verify.check }).click();
  await expect(stranger.getByText(a.errors.serial_check).first()).toBeVisible();
  await field.fill(serial.toLowerCase().replace(/(.{4})/g, "$1 "));
  await stranger.getByRole("button", { name: a.verify.check }).click();
  await expect(stranger.getByRole("heading", { name: a.verify.answer.valid, exact: true })).toBeVisible();
  await expect(stranger.getByText(name)).toBeVisible();
  await expectAccessible(stranger);
  // Whom to ask is the programme's contact; nothing that reaches the person is there.
  const office = ask<{ phone: string; email: string }>(
    "SELECT contact_phone AS phone, contact_email AS email FROM programmes p JOIN courses c ON c.programme_id = p.id WHERE c.id = ?",
    course,
  );
  // A number is kept on one line.
  const seen = (await stranger.locator("main").textContent())!.replace(/\u00a0/g, " ");
  expect(seen).toContain(office.phone);
  const rest = seen.replace(office.phone, "").replace(office.email, "");
  for (const secret of ["@", "+962"]) expect(rest).not.toContain(secret);
  await stranger.goto("/verify/0000000000000000");
  await expect(stranger.getByRole("heading", { name: a.verify.answer.unknown })).toBeVisible();
  await stranger.goto("/verify/0000000000000001");
  await expect(stranger.getByRole("heading", { name: a.verify.answer.mistyped })).toBeVisible();

  // Revoked with a reason: whoever verifies it is told.
  await page.locator("#issued .rowmenu summary").first().click();
  await page.getByRole("link", { name: w.certificatePage.menu.revoke }).first().click();
  await page.locator("summary", { hasText: new RegExp(`^${w.certificatePage.revoke.open}$`) }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(w.certificatePage.revoke.verified);
  await dialog.getByLabel(w.certificates.revokeReason).fill("Erreur de personne");
  await dialog.getByRole("button", { name: w.certificates.revoke, exact: true }).click();
  await expect(page.locator("#revoked").getByText("Erreur de personne")).toBeVisible();
  // It stays so: nobody is ready, and nothing urges another until somebody allows it.
  await expect(page.getByText(w.certificates.taken.replace("{count}", "1"))).toBeVisible();
  await expect(page.getByText(w.certificates.ready.replace("{count}", "0"))).toBeVisible();
  const { serial: revoked } = ask<{ serial: string }>(
    "SELECT serial FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE course_id = ? AND revoked_at IS NOT NULL",
    course,
  );
  await stranger.goto(`/verify/${revoked}`);
  await expect(stranger.getByRole("heading", { name: a.verify.answer.revoked, exact: true })).toBeVisible();
});

test("a certification that has run out says so", async ({ browser }) => {
  const page = await pageOf(browser, "visitor");
  const { serial } = ask<{ serial: string }>(
    "SELECT serial FROM certificates WHERE kind = 'trainer_certification' AND expires_on < '2027-01-01'",
  );
  await page.goto(`/verify/${serial}`);
  await expect(
    page.getByRole("heading", { name: words.en.verify.answer.expired, exact: true }),
  ).toBeVisible();
  await expect(page.getByText(words.en.verify.kind.trainer_certification)).toHaveCount(0);
});

test("is shown which certificates bear a name that was corrected, and issues one anew", async ({ world }) => {
  const w = words.fr;
  const { id: course } = await world.course({
    ...{ kind: "user", from: "2026-12-28", to: "2026-12-30", tools: ["my-coop"], places: 2, state: "closed" },
  });
  act(issueCertificates, world.people.coordinator.viewer, { courseId: course }, now - day);
  const { person, name } = ask<{ person: number; name: string }>(
    "SELECT p.id AS person, p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY p.id LIMIT 1",
    course,
  );
  const page = await world.page("coordinator", { language: "fr" });
  const bears = page.getByText(w.certificatePage.earlierName.split("{")[0]!.trim());
  await page.goto(`/desk/people/${person}?edit=1`);
  await expect(bears).toHaveCount(0);
  await page.locator('main [name="name"]').fill(`${name} Corrigé`);
  await page.getByRole("button", { name: w.person.save, exact: true }).click();
  await expect(page.getByText(w.person.saved).first()).toBeVisible();
  await page.goto(`/desk/courses/${course}/certificates`);
  await expect(page.locator("#earlierNames")).toContainText(name);
  await expectAccessible(page);
  await page.goto(`/desk/people/${person}`);
  await expect(bears).toContainText(name);
  await expect(bears).toBeInViewport();
  const count = () =>
    ask<{ n: number }>(
      "SELECT count(*) AS n FROM certificates c JOIN registrations r ON r.id = c.registration_id WHERE r.course_id = ?",
      course,
    ).n;
  expect(count()).toBe(2);
  await page.getByRole("link", { name: w.certificatePage.reissue.open, exact: true }).click();
  await page.waitForURL(/certificate=/);
  await page.locator("summary", { hasText: w.certificatePage.reissue.open }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Corrigé");
  await dialog.getByLabel(w.certificates.reissueReason).fill("Nom corrigé");
  await dialog.getByRole("button", { name: w.certificates.reissue, exact: true }).click();
  await page.waitForURL(/did=reissued/);
  expect(count()).toBe(3);
  await page.goto(`/desk/people/${person}`);
  await expect(bears).toHaveCount(0);
});
