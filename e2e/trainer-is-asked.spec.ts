import { askTrainers } from "../lib/requests/commands";
import { askSchema } from "../lib/requests/schema";
import { act, now } from "./support/act";
import { expectAccessible, phone } from "./support/pages";
import { expect, test } from "./support/test";
import { words } from "./support/words";

test("what a trainer is asked for waits for them, and is counted with all that does, on a phone in Arabic", async ({
  world,
}) => {
  const w = words.ar;
  const salma = world.join("trainer", "سلمى العلي");
  const asked = [
    await world.course({ from: "2027-03-07", to: "2027-03-07", state: "open" }),
    await world.course({ from: "2027-03-14", to: "2027-03-14", state: "open" }),
  ];
  for (const { id } of asked)
    act(
      askTrainers,
      world.people.coordinator.viewer,
      askSchema.parse({
        courseId: String(id),
        sessionId: "",
        trainerIds: [String(salma.personId)],
        role: "co_trainer",
        answerBy: "2027-02-01",
        message: "",
      }),
      now,
    );
  const page = await world.page(salma, { language: "ar", viewport: phone });
  await page.goto("/today");
  const waits = page.locator("section", {
    has: page.getByRole("heading", { level: 2, name: w.today.waits }),
  });
  await expect(waits.getByRole("heading", { level: 2 })).toContainText("2");
  await expect(waits.getByRole("link", { name: w.asks.answer })).toHaveCount(2);
  await expect(page.getByText(w.today.nothing)).toHaveCount(0);
  await expectAccessible(page);
});
