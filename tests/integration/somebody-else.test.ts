import { expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { freshDatabase } from "../support/database";
import { rows } from "../support/registrationRows";
import { sendRegistration } from "../support/sendRegistration";
import { now, opened, registrationForm, value, world } from "../support/world";

freshDatabase();
const w = world();

it("a form that is sent again registers whoever else fills it in, by name and contact, once, and shows them nobody's page", async () => {
  const course = opened(w);
  const form = registrationForm(course.slug, { name: "Lina Saad", phone: "0791112282" });
  const send = (more = {}) => sendRegistration(visitor, { ...form, ...more }, now, "a");
  const first = value(await send());
  const other = { name: "Nada Aziz", phone: "0791112283" };
  const second = value(await send(other));
  expect(second.token).not.toBe(first.token);
  expect([value(await send(other)).token, value(await send()).token]).toEqual([second.token, first.token]);
  expect(rows(course.courseId)).toHaveLength(2);
});
