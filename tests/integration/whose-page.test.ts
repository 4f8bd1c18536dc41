import { expect, it, vi } from "vitest";
import { action } from "../../app/_actions/action";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { saveView } from "../../lib/views/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";

const asks = vi.hoisted(() => ({ viewer: null as Viewer | null }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("@/app/_server/context", () => ({ currentContext: async () => as(asks.viewer!) }));
vi.mock("@/app/_server/refusals", () => ({ noteRefusal: vi.fn() }));
vi.mock("@/app/_server/request", () => ({
  beginAction: vi.fn(),
  clientAddress: async () => "a",
  requestId: () => "1",
}));

freshDatabase();
const w = world();
const kept = () => sqlite().prepare("SELECT person_id, name FROM saved_views").all();

/** A form of the first person's page, sent as a browser without scripts does, or with them. */
function sent(of: number | null, withScripts: boolean) {
  const said = { list: "courses", query: "", name: "Typed", signedInAs: String(of ?? "") };
  if (withScripts) return said;
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  return form;
}

it("refuses a form from the page of somebody else than who is signed in now, and says who that is", async () => {
  const [first, second] = [w.coordinator, { ...w.trainer, name: "Second" }];
  for (const withScripts of [true, false]) {
    asks.viewer = second;
    const answer = await action(saveView)({ status: "new" }, sent(first.accountId, withScripts));
    expect(answer).toMatchObject({
      status: "fault",
      fault: { code: "otherSignedIn", params: { name: { person: { name: "Second" } } } },
      kept: withScripts ? null : { name: "Typed" },
    });
  }
  const ofNobody = await action(saveView)({ status: "new" }, sent(null, true));
  expect(ofNobody).toMatchObject({ fault: { code: "otherSignedIn" } });
  expect(kept()).toEqual([]);
  asks.viewer = first;
  expect(await action(saveView)({ status: "new" }, sent(first.accountId, true))).toMatchObject({
    status: "done",
  });
  expect(kept()).toHaveLength(1);
});
