import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import { locales } from "../../lib/i18n/rules";
import { valuesOf } from "../../lib/messages/values";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { registeringIn } from "../support/participants";
import { now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const { put } = registeringIn(w);

describe("a workshop that awaits approval", () => {
  it("promises nobody a place in what they are told, and does once it is approved", () => {
    const { courseId } = opened(w);
    const approve = (at: number | null) =>
      sqlite()
        .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
        .run(w.trainer.personId, at, courseId);
    approve(null);
    const { registrationId } = value(put(courseId));
    const personId = sqlite()
      .prepare("SELECT person_id FROM registrations WHERE id = ?")
      .pluck()
      .get(registrationId) as number;
    const told = () =>
      locales.map((language) => {
        const params = valuesOf(
          as(w.trainer, now),
          { personId, registrationId, courseId, params: {} },
          language,
        );
        return writeMessage({ language, message: "registrationAccepted", params });
      });
    const promises = /you have a place|avez une place|لك مقعد في/i;
    for (const { subject, text } of told()) expect(`${subject} ${text}`).not.toMatch(promises);
    approve(now);
    for (const { text } of told()) expect(text).toMatch(promises);
  });
});
