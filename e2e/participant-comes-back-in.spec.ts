import { sqlite } from "../db/client";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const { signIn, account, person, errors } = words.ar;
const chosen = "كلمة مرور جديدة";

test("whoever has a phone alone and forgot the password comes back in with a coordinator's code", async ({
  world,
}) => {
  const { participant } = world.people;
  sqlite().prepare("UPDATE accounts SET email = NULL WHERE id = ?").run(participant.accountId);
  sqlite().prepare("UPDATE persons SET email = NULL WHERE id = ?").run(participant.personId);
  sqlite()
    .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, 1)")
    .run(participant.personId, world.programme.id);

  const desk = await world.page("coordinator", { language: "ar" });
  await desk.goto(`/desk/people/${participant.personId}`);
  await desk.getByRole("button", { name: person.makeCode }).click();
  const code = (await desk.locator("[data-code]").getAttribute("data-code"))!;

  const phone = await world.page("visitor", { language: "ar", viewport: { width: 360, height: 740 } });
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: signIn.haveCode }).click();
  await phone.getByLabel(signIn.identifier).fill(participant.phone);
  await phone
    .getByLabel(signIn.code, { exact: true })
    .fill(code === "000000000000" ? "111111111111" : "000000000000");
  await phone.getByLabel(account.newPassword).fill(chosen);
  await phone.getByRole("button", { name: signIn.useCode }).click();
  await expect(phone.getByText(errors.codeWrong).first()).toBeVisible();
  await phone.getByLabel(signIn.code, { exact: true }).fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await phone.getByLabel(account.newPassword).fill(chosen);
  await phone.getByRole("button", { name: signIn.useCode }).click();
  await phone.waitForURL((url) => url.pathname === "/today");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await phone.context().clearCookies();
  await phone.goto("/sign-in");
  await phone.getByLabel(signIn.identifier).fill(participant.phone);
  await phone.getByLabel(signIn.password, { exact: true }).fill(chosen);
  await phone.getByRole("button", { name: signIn.signIn, exact: true }).click();
  await phone.waitForURL((url) => url.pathname === "/today");
});
