import { expect, test } from "./support/test";
import { words } from "./support/words";

const multipart = (fields: Record<string, string>, origin: string) => ({
  multipart: fields,
  headers: { "accept-language": "fr", accept: "text/html", origin },
});

test("without scripts reads in their language that the form is out of date, and what to do", async ({
  world,
  playwright,
  baseURL,
}) => {
  const course = await world.course({ from: "2027-03-01", to: "2027-03-05" });
  const visitor = await playwright.request.newContext({ baseURL });
  const path = `/courses/${course.slug}/register`;
  for (const fields of [
    { [`$ACTION_ID_${"7f".repeat(20)}`]: "", name: "Sylvie" },
    { $ACTION_REF_1: "", "$ACTION_1:0": "{{{", "$ACTION_1:1": "{{{", name: "Sylvie" },
  ]) {
    const answer = await visitor.post(path, multipart(fields, baseURL!));
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(words.fr.server.staleForm.title);
    expect(answer.headers()["content-type"]).toContain("text/html");
  }
  await visitor.dispose();
});

test("an address that is no text is not found, among the files of the build too", async ({ request }) => {
  for (const path of ["/_next/static/%", "/_next/static/%ff", "/%", "/courses/%ff"])
    expect((await request.get(path)).status(), path).toBe(404);
});
