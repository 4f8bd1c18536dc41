import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { ownNotices } from "../../lib/messages/queries";
import { valuesOf } from "../../lib/messages/values";
import { endSharing, shareCourse } from "../../lib/sharing/commands";
import { issuesToCome } from "../../lib/timetable/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rollsIn } from "../support/rolls";
import { transact } from "../support/transact";
import { now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const { running } = rollsIn(w);
const lead = w.coordinator;
/** Coordinates the other programme. */
const other = w.stranger;
const share = (courseId: number, programmeId = w.otherId) =>
  shareCourse(as(lead, now), { courseId, programmeId, percent: null });

describe("that another programme reads a course", () => {
  it("is told to whoever registered before, with who reads it; taken away before they heard, it is not", async () => {
    const { courseId, people } = await running(2);
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(people[1]!.id);
    const untold = () =>
      sqlite()
        .prepare(
          "SELECT registration_id FROM notices WHERE message = 'courseReadByMore' AND course_id = ? AND told_at IS NULL",
        )
        .pluck()
        .all(courseId);
    const text = { own: "en" as const, en: "Second" };
    const second = transact((db) =>
      db
        .insert(programmes)
        .values({ code: "P2", title: text, issuer: text, createdAt: now })
        .returning({ id: programmes.id })
        .get(),
    ).id;
    value(share(courseId));
    value(share(courseId, second));
    expect(untold()).toEqual([people[0]!.id]);
    const said = { personId: people[0]!.personId, registrationId: people[0]!.id, courseId, params: {} };
    expect(valuesOf(as(lead, now), said, "en").sharers).toMatch(/^Other, Second|^Second, Other/);
    value(endSharing(as(lead, now), { courseId, programmeId: second }));
    expect(untold()).toHaveLength(1);
    value(endSharing(as(lead, now), { courseId, programmeId: w.otherId }));
    expect(untold()).toEqual([]);
  });

  it("names each programme as the reader's language does, not by a short name that is one for all", () => {
    const { courseId } = opened(w, { startsOn: "2027-08-08", endsOn: "2027-08-12" });
    const coordinates = {
      programmeId: w.otherId,
      personId: other.personId!,
      role: "coordinator",
      since: now,
    };
    sqlite()
      .prepare(
        "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (:programmeId, :personId, :role, :since)",
      )
      .run(coordinates);
    value(share(courseId));
    transact((db) =>
      db
        .update(programmes)
        .set({ title: { own: "en", en: "Other – of others", ar: "برنامج آخر – للآخرين" } })
        .where(eq(programmes.id, w.otherId))
        .run(),
    );
    const cx = as(other, now);
    const notice = ownNotices(cx, gate.self(cx)).find((one) => one.courseId === courseId)!;
    expect(notice.sharing).toMatchObject({ programme: { ar: "برنامج آخر", en: "Other" } });
    const told = { ...notice, registrationId: null, personId: other.personId! };
    expect(valuesOf(cx, told, "ar")).toMatchObject({ programme: "برنامج آخر", by: "PROSPECTS" });
    expect(valuesOf(cx, told, "en").programme).toBe("Other");
  });

  it("has what is open in its plan among those of the programme that shares it, which the lead mends", () => {
    const { courseId } = opened(w, { startsOn: "2027-08-01", endsOn: "2027-08-05" });
    const listed = (by: Viewer, programmeId: number) => {
      const cx = as(by, now);
      return issuesToCome(cx, gate.programme(cx, "programmes.read", programmeId), "2027-01-01").filter(
        ({ id }) => id === courseId,
      );
    };
    expect(listed(other, w.otherId)).toEqual([]);
    value(share(courseId));
    const [own] = listed(lead, w.programmeId);
    expect(own?.ledBy).toBeNull();
    expect(listed(other, w.otherId)).toMatchObject([{ open: own!.open, ledBy: { en: "PROSPECTS" } }]);
  });
});
