import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { mayAnywhere, type Viewer } from "../../lib/access/table";
import { faultsOf } from "../../lib/faults";
import { readSensitiveFacts } from "../../lib/people/commands";
import { fail, failAt, type Result } from "../../lib/result";
import { type Action, everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { posted } from "../support/posted";
import { peopleSeen, personSeen } from "../support/seen";
import { twoProgrammes } from "../support/twoProgrammes";
import { fault, now, person, question, world } from "../support/world";
import { accountRows } from "./keys/accounts";
import { awayRows } from "./keys/away";
import { certificateRows } from "./keys/certificates";
import { courseRows } from "./keys/courses";
import { decideRows } from "./keys/decide";
import { hasRows, keysOf as keysRead, schemaOf } from "./keys/forms";
import { groupRows } from "./keys/groups";
import { issueRows } from "./keys/issues";
import { mailRows } from "./keys/mail";
import { peopleRows } from "./keys/people";
import { programmeRows } from "./keys/programmes";
import { registrationRows } from "./keys/registrations";
import { renewalRows } from "./keys/renewals";
import { requestRows } from "./keys/requests";
import type { Row } from "./keys/row";
import { secondStepRows } from "./keys/secondStep";
import { sharingRows } from "./keys/sharing";
import { stageRows } from "./keys/stages";
import { threadRows } from "./keys/threads";
import { timetableRows } from "./keys/timetable";
import { viewRows } from "./keys/views";
import { workshopRows } from "./keys/workshops";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const actions = await everyAction();
freshDatabase();
const w = world();
const two = await twoProgrammes(w);
const { own, foreign, roles } = two;

/** What each action needs to be tried. An action without a row fails. */
const rows: Record<string, Row> = {};
for (const table of [
  courseRows(two),
  timetableRows(two),
  groupRows(two),
  issueRows(two),
  awayRows(two),
  requestRows(two),
  sharingRows(two),
  workshopRows(two),
  registrationRows(two),
  certificateRows,
  peopleRows,
  secondStepRows(two),
  mailRows,
  programmeRows(two),
  viewRows(two),
  stageRows(two),
  decideRows(two),
  renewalRows(two),
  threadRows(two),
  accountRows(two),
])
  for (const [name, row] of Object.entries(table)) {
    if (rows[name]) throw new Error(`${name} has two rows`);
    rows[name] = row;
  }

/** Actions that name no key of anybody's, or only the viewer's own account; tried by the access test of every route. */
const withoutKeys = [
  "signIn",
  "requestLink",
  "useLink",
  "useCode",
  "askProof",
  "changeContact",
  "proveByCode",
  "removeContact",
  "removeIdentity",
  "restoreIdentity",
  "editProfile",
  "changePassword",
  "signOut",
  "signOutElsewhere",
  "leave",
  "answerWithCode",
  "askSecondStep",
  "answerWithPasskey",
  "startAuthenticator",
  "confirmAuthenticator",
  "removeAuthenticator",
  "askForPasskey",
  "addPasskey",
  "makeRecoveryCodes",
  "askToConfirm",
  "confirmWithPasskey",
  "askToSignIn",
  "signInWithPasskey",
  "saveView",
  "createVenue",
  "editCountry",
  "addHoliday",
  "editHoliday",
  "removeHoliday",
  "restoreHoliday",
  "tryMail",
  "joinRegister",
  "leaveRegister",
];

/** The keys that a form of an action names. */
const keysOf = (action: Action, form: Record<string, unknown> = {}) =>
  keysRead(action, roles.administrator!, form);

/** The same key of the other programme, in the form that the other programme's coordinator would send. */
const swapped = (row: Row, key: string) => ({ ...row.form(own), [key]: row.form(foreign)[key] });

let addresses = 0;
async function run(
  action: Action,
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
): Promise<Result<unknown>> {
  if (!mayAnywhere(by, action.permission)) return fail(by.kind === "visitor" ? "signInNeeded" : "notFound");
  const said = posted(form);
  const parsed = schemaOf(action, said, by)?.safeParse(said);
  if (!parsed) return fail("notFound");
  if (!parsed.success) return failAt(faultsOf(parsed.error.issues));
  return (await action.command(as(by, at), parsed.data, `address-${addresses++}`)) as Result<unknown>;
}

/** How many rows this process has written so far. */
const written = () => sqlite().prepare("SELECT total_changes()").pluck().get() as number;
/** Everything as it was when it was last looked at, and how much was written by then. */
let unchanged: { writes: number; all: string } | null = null;
async function expectRefused(
  action: Action,
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
  what: string,
) {
  // Nothing is to be compared where no row was written at all; what was taken back counts as written.
  const writes = written();
  const before = unchanged?.writes === writes ? unchanged.all : everything();
  const result = await run(action, by, form, at);
  expect(result.ok, what).toBe(false);
  if (written() !== writes) expect(everything() === before, `${what} changes nothing`).toBe(true);
  unchanged = { writes: written(), all: before };
}

question(foreign.open.courseId, "Of a course elsewhere", false);

describe("every action", () => {
  it("has a row that says how to try it", () => {
    expect([...actions.keys()].filter((name) => !rows[name] && !withoutKeys.includes(name))).toEqual([]);
  });
  it("without a row names no key of a row", () => {
    for (const name of withoutKeys) {
      const action = actions.get(name);
      if (action)
        expect(
          keysOf(action).filter((key) => !["token", "serial"].includes(key)),
          name,
        ).toEqual([]);
    }
  });
  it("that reads rows with keys says which", () => {
    for (const [name, action] of actions)
      if (rows[name] && hasRows(schemaOf(action, rows[name].form(own), roles.administrator!)!))
        expect(rows[name].named, name).toBeDefined();
  });
});

person("To be brought in", { email: "brought@example.org" });

for (const [name, row] of Object.entries(rows)) {
  const action = actions.get(name);
  if (!action) continue;
  const at = row.at ?? now;
  describe(name, () => {
    it("is done for those who may, so that the refusals below mean something", async () => {
      for (const role of row.by) {
        sqlite().exec("BEGIN");
        const result = await run(action, roles[role]!, row.form(own), at);
        sqlite().exec("ROLLBACK");
        expect(result.ok, `${role}: ${JSON.stringify(result)}`).toBe(true);
      }
    });
    it("is refused to everybody else, and changes nothing", async () => {
      for (const [role, by] of Object.entries(roles))
        if (!row.by.includes(role)) await expectRefused(action, by, row.form(own), at, role);
    });
    it("is refused with any one key of another programme, to each role, and changes nothing", async () => {
      const keys = keysOf(action, row.form(own)).filter((key) => !row.open?.[key] && key in row.form(own));
      // With the only key that is not everybody's, it is their own form that the other coordinator sends.
      for (const key of keys)
        for (const [role, by] of Object.entries(roles))
          if (role !== "administrator" && !(role === "coordinatorElsewhere" && keys.length === 1))
            await expectRefused(action, by, swapped(row, key), at, `${key} as ${role}`);
      if (row.named)
        for (const role of ["trainer", "coordinator", "administrator"])
          await expectRefused(action, roles[role]!, row.named(own, foreign), at, `named as ${role}`);
    });
  });
}

describe("who shares a course", () => {
  it("knows nobody of it as a person, and none of what people said", () => {
    const by = roles.sharer!;
    for (const { personId } of own.open.rows) {
      expect(personSeen(as(by), personId)).toBeNull();
      expect(fault(readSensitiveFacts(as(by, now), { personId })).code).toBe("notFound");
    }
    const known = peopleSeen(as(by), { q: null, programme: null, after: null }).people;
    expect(known.filter(({ name }) => name.startsWith("Own"))).toEqual([]);
  });
});

describe("a stranger", () => {
  const them = foreign.open.rows[0]!.personId;
  it("is not found, read or listed, whatever was tried above", () => {
    expect(personSeen(as(w.coordinator), them)).toBeNull();
    expect(fault(readSensitiveFacts(as(w.coordinator, now), { personId: them })).code).toBe("notFound");
    const seen = peopleSeen(as(w.coordinator), { q: null, programme: null, after: null }).people.map(
      (p) => p.name,
    );
    expect(seen.some((name) => name.startsWith("Foreign"))).toBe(false);
    expect(peopleSeen(as(w.coordinator), { q: null, programme: w.otherId, after: null }).people).toEqual([]);
  });
});
