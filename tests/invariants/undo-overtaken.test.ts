import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { decideRegistrations, undoDecision } from "../../lib/admission/commands";
import { markTold, markUntold } from "../../lib/messages/commands";
import { givePlace, takeBackParticipant } from "../../lib/participants/commands";
import type { Result } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { registeringIn } from "../support/participants";
import { join } from "../support/toTell";
import { fault, now, opened, ownWorkshop, person, value, viewer, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const second = viewer(person("Second coordinator"), { coordinates: [w.programmeId] });

/** Each undo beside the timetable's: what is done first, what a colleague does then, and the undo as its page sends it. */
describe("an undo of what somebody else has gone on from", () => {
  const early = now - 5000;
  const one = (id: number) => sqlite().prepare("SELECT * FROM registrations WHERE id = ?").get(id);
  const seen = () => sqlite().prepare("SELECT max(id) FROM registration_changes").pluck().get() as number;
  const applied = async () => {
    const { courseId } = opened(w, { admission: "selection" });
    return { courseId, row: await join({ slug: slugOf(courseId) }) };
  };
  const slugOf = (courseId: number) =>
    sqlite().prepare("SELECT slug FROM courses WHERE id = ?").pluck().get(courseId) as string;
  const decideBy = (
    by: Viewer,
    at: number,
    of: { courseId: number; row: { id: number } },
    to: "declined" | "accepted",
  ) =>
    value(
      decideRegistrations(as(by, at), {
        courseId: of.courseId,
        registrationIds: [of.row.id],
        to,
        reason: "Said",
      }),
    );

  const undos = {
    async undoDecision() {
      const of = await applied();
      decideBy(w.coordinator, early, of, "accepted");
      return {
        meanwhile: () => decideBy(second, now, of, "declined"),
        undo: () =>
          undoDecision(as(w.coordinator, now + 1), {
            courseId: of.courseId,
            registrationIds: [of.row.id],
            at: early,
          }),
        rows: () => one(of.row.id),
      };
    },
    async markUntold() {
      const of = await applied();
      decideBy(w.coordinator, early, of, "accepted");
      const { id } = sqlite().prepare("SELECT id FROM notices WHERE registration_id = ?").get(of.row.id) as {
        id: number;
      };
      const keys = { courseId: of.courseId, noticeIds: [], only: id };
      value(markTold(as(w.coordinator, early), keys));
      const untold = (by: Viewer, at: number, toldAt: number) => markUntold(as(by, at), { ...keys, toldAt });
      return {
        meanwhile: () => {
          value(untold(second, early + 1, early));
          value(markTold(as(second, now), keys));
        },
        undo: () => untold(w.coordinator, now + 1, early),
        rows: () => sqlite().prepare("SELECT * FROM notices WHERE id = ?").get(id),
      };
    },
    async givePlace() {
      const { courseId } = ownWorkshop(w);
      const { registrationId } = value(registeringIn(w).put(courseId));
      const keys = { courseId, registrationId };
      value(takeBackParticipant(as(w.trainer, early), keys));
      const shown = seen();
      return {
        meanwhile: () => {
          value(givePlace(as(second, early + 1), keys));
          value(takeBackParticipant(as(second, now), keys));
        },
        undo: () => givePlace(as(w.trainer, now + 1), { ...keys, seen: shown }),
        rows: () => one(registrationId),
      };
    },
  };

  it.each(Object.entries(undos))(
    "%s is refused, says that something happened, and changes nothing",
    async (_, made) => {
      const alone = await made();
      expect(alone.undo().ok).toBe(true);
      const { meanwhile, undo: late, rows } = await made();
      meanwhile();
      const before = rows();
      expect(["undoOvertaken", "notWithdrawnHere"]).toContain(fault(late() as Result<object>).code);
      expect(rows()).toEqual(before);
    },
  );

  it("is known for every command that undoes something somebody else may go on from", async () => {
    const doors = readdirSync("lib").flatMap((domain) =>
      [`lib/${domain}/commands.ts`, `lib/${domain}/commands/index.ts`].filter((file) => existsSync(file)),
    );
    const names: string[] = [];
    for (const door of doors) names.push(...Object.keys(await import(path.resolve(door))));
    const found = names.filter((name) => /^(undo|un[a-z]*|mark[Uu]n|restore)/.test(name)).sort();
    // What one entered on a way has a test of its own (`entry-undone`).
    // A view and an issuer are somebody's own; a holiday comes back only to a day without one, a template only while it is
    // out and none has its name; what is entered of an organisation comes from one's own hand, and nothing goes on from it; a
    // timetable has its own test.
    expect(found).toEqual([
      "markUntold",
      "restoreGroup",
      "restoreHoliday",
      "restoreIdentity",
      "restoreTemplate",
      "restoreView",
      "undoDecision",
      "undoEntry",
      "undoThreadEntry",
      "undoTimetableChange",
    ]);
  });
});
