import { expect, it } from "vitest";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { now, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const cx = () => as(w.coordinator, now);

// In Jordan Friday and Saturday are not worked.
const [thursday, friday] = ["2027-08-05", "2027-08-06"];

it("a session is put on a day off only by whoever says that it is meant, and stays there without saying so again", () => {
  const { courseId } = planned(w, { startsOn: thursday, endsOn: friday });
  const form = (more: Record<string, unknown>) =>
    sessionSchema.parse({
      ...{ courseId: String(courseId), kind: "other", title: "A visit", day: thursday },
      ...{ startsAt: "09:00", endsAt: "10:00", ...more },
    });
  const { sessionId } = value(saveSession(cx(), form({})));
  const kept = () => courseSessions(cx(), courseId).find(({ id }) => id === sessionId)!;
  const edit = (more: Record<string, unknown>) =>
    saveSession(cx(), form({ sessionId: String(sessionId), version: String(kept().version), ...more }));
  const refused = edit({ day: friday });
  expect(refused.ok ? null : refused.fault.fields?.day).toMatchObject({
    code: "dayNotWorked",
    params: { day: { day: friday }, why: "weekend" },
  });
  expect(kept().day).toBe(thursday);
  value(edit({ day: friday, anyway: "on" }));
  value(edit({ day: friday, title: "Another visit" }));
  expect(kept()).toMatchObject({ day: friday, title: "Another visit" });
  const added = saveSession(cx(), form({ day: friday, startsAt: "11:00", endsAt: "12:00" }));
  expect(added.ok ? null : added.fault.fields?.day?.code).toBe("dayNotWorked");
});

it("a session into the night is told that midnight ends its day", () => {
  const codes = (startsAt: string, endsAt: string) => {
    const read = sessionSchema.safeParse({
      ...{ courseId: "1", kind: "other", title: "Night", day: thursday, startsAt, endsAt },
    });
    return JSON.stringify(read.error?.issues ?? []);
  };
  for (const until of ["00:00", "00:30", "05:00"]) {
    expect(codes("23:30", until)).toContain("endsAtMidnight");
    expect(codes("23:30", until)).not.toContain("endBeforeStart");
  }
  expect(codes("10:00", "09:00")).toContain("endBeforeStart");
  expect(codes("10:00", "09:00")).not.toContain("endsAtMidnight");
});
