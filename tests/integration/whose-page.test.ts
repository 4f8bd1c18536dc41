import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { action } from "../../app/_actions/action";
import { sqlite } from "../../db/client";
import { type Viewer, visitor } from "../../lib/access/table";
import { signOut } from "../../lib/accounts/commands";
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
  keepTyped: vi.fn(),
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

it("knows whoever is still to take the second step by it, and refuses another one's page under theirs", async () => {
  const { accountId } = w.coordinator;
  const halfway = (of: number) =>
    ({ ...visitor, halfway: { accountId: of, personId: 1, signInId: 1 } }) as Viewer;
  asks.viewer = halfway(accountId!);
  expect(await action(signOut)({ status: "new" }, { signedInAs: String(accountId) })).toMatchObject({
    status: "done",
  });
  asks.viewer = halfway(accountId! + 1);
  expect(await action(signOut)({ status: "new" }, { signedInAs: String(accountId) })).toMatchObject({
    fault: { code: "signInNeeded" },
  });
});

/** Pages of whoever is signed in, or halfway there; what posts by itself, without a form of ours, is named. */
const signedIn = ["(desk)", "(own)/account"];
const byThemselves = ["(desk)/desk/courses/[course]/roll/[session]/RollSheet.tsx"];

it("is said by every form of a page of somebody signed in", () => {
  const root = "app/[locale]";
  const files = signedIn.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => join(folder, name)),
  );
  const text = (name: string) => readFileSync(join(root, name), "utf8");
  const bare = files.filter((name) =>
    /import \{[^}]*(?<!type )\bForm\b[^}]*\} from "@\/app\/_ui\/form\/Form"/.test(text(name)),
  );
  expect(bare).toEqual([]);
  const posting = files.filter((name) =>
    [...text(name).matchAll(/<form\b[^>]*/g)].some(
      ([tag]) => /action=\{/.test(tag) && !/method="get"/.test(tag),
    ),
  );
  expect(posting).toEqual(byThemselves);
  for (const name of byThemselves) expect(text(name)).toContain('name="account"');
});
