import { expect, it, vi } from "vitest";
import type { FormAction } from "../../app/_actions/action";
import {
  endSharing,
  leaveSharing,
  setPercents,
} from "../../app/[locale]/(desk)/desk/courses/[course]/sharing/actions";
import type { Viewer } from "../../lib/access/table";
import * as commands from "../../lib/sharing/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, planned, value, world } from "../support/world";

const asks = vi.hoisted(() => ({ viewer: null as Viewer | null, noted: vi.fn() }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("@/app/_server/context", () => ({ currentContext: async () => as(asks.viewer!) }));
vi.mock("@/app/_server/refusals", () => ({ noteRefusal: asks.noted }));
vi.mock("@/app/_server/request", () => ({
  beginAction: vi.fn(),
  clientAddress: async () => "a",
  keepTyped: vi.fn(),
  requestId: () => "1",
}));

freshDatabase();
const w = world();

/** Where a form leads that is sent as a browser without scripts does; null where it says a fault in its own place. */
async function leads(by: Viewer, act: FormAction<never>, said: Record<string, string>) {
  asks.viewer = by;
  const form = new FormData();
  for (const [name, text] of Object.entries(said)) form.append(name, text);
  try {
    await act({ status: "new" }, form);
    return null;
  } catch (error) {
    return String((error as { digest?: string }).digest).split(";")[2];
  }
}

it("what was overtaken by taking a programme away is said on a page that is still there", async () => {
  const { courseId } = planned(w);
  const share = { courseId, programmeId: w.otherId };
  value(commands.shareCourse(as(w.coordinator, now), { ...share, percent: 30 }));
  value(commands.endSharing(as(w.coordinator, now), share));
  const sent = { courseId: String(courseId), programmeId: String(w.otherId) };
  const percents = {
    courseId: sent.courseId,
    seen: `- ${w.otherId}:30`,
    leadPercent: "60",
    "shares.0.id": sent.programmeId,
    "shares.0.percent": "40",
  };
  const page = `/desk/courses/${courseId}/sharing?said=`;
  expect(await leads(w.coordinator, setPercents as never, percents)).toBe(`${page}stale`);
  expect(await leads(w.coordinator, endSharing as never, sent)).toBe(`${page}sharesNoLonger`);
  expect(await leads(w.stranger, leaveSharing as never, sent)).toBe(
    `/desk/programmes/${w.otherId}?said=sharesNoLonger`,
  );
});
