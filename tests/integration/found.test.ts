import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courses, programmes } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { publicAddresses, publicCourse } from "../../lib/courses/queries";
import { publicContacts } from "../../lib/programmes/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { planned, world } from "../support/world";

freshDatabase();
const w = world();
const everybody = as(visitor);

describe("what anybody finds", () => {
  it("names the courses that have a page for the public, and no other", () => {
    planned(w, { slug: "found-by-search" });
    const row = () => read().select().from(courses).where(eq(courses.programmeId, w.programmeId)).all();
    for (const state of ["draft", "open", "running", "closed", "cancelled"] as const) {
      read().update(courses).set({ state }).where(eq(courses.programmeId, w.programmeId)).run();
      const named = publicAddresses(everybody).map(({ slug }) => slug);
      for (const { slug } of row())
        expect([state, named.includes(slug)]).toEqual([state, publicCourse(everybody, slug) !== null]);
    }
  });
  it("says whom to ask about a programme: its own contact, else who coordinates it", () => {
    const ask = () =>
      publicContacts(everybody).find(({ programmeId }) => programmeId === w.programmeId)?.contact;
    const set = (contact: Partial<typeof programmes.$inferInsert>) =>
      read().update(programmes).set(contact).where(eq(programmes.id, w.programmeId)).run();
    set({ contactName: "Office", contactPhone: "+962790000199", contactEmail: null });
    expect(ask()).toMatchObject({ name: "Office", phone: "+962\u00a07\u00a09000\u00a00199" });
    set({ contactName: null, contactPhone: null, contactEmail: null });
    expect(ask()?.name).not.toBe("Office");
    read().update(courses).set({ approvedAt: null }).where(eq(courses.programmeId, w.programmeId)).run();
    expect(ask()).toBeUndefined();
  });
});
