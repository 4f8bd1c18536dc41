import { describe, expect, it, vi } from "vitest";
import * as gate from "../../lib/access/gate";
import { mayAnywhere, type Permission, permissions, type Viewer, visitor } from "../../lib/access/table";
import { Refusal } from "../../lib/result";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { twoProgrammes } from "../support/twoProgrammes";
import { world } from "../support/world";

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
const { own } = await twoProgrammes(w);

/** The coordinator of the programme, whose sign-in lacks its second step. */
const halfway: Viewer = {
  ...visitor,
  halfway: { accountId: w.coordinator.accountId!, personId: w.coordinator.personId!, signInId: 1 },
};
const open: readonly Permission[] = ["session.end", "secondStep.take", "secondStep.setUp"];
const isEverybodys = (permission: Permission) =>
  (permissions[permission] as readonly string[]).includes("everyone");

const refused = (ask: () => unknown) => {
  try {
    ask();
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.fault.code : error;
  }
};

describe("whoever has not taken the second step", () => {
  it("holds no permission but to take it, to set it up, to sign out, and what is everybody's", () => {
    const all = Object.keys(permissions) as Permission[];
    expect(all.filter((permission) => mayAnywhere(halfway, permission) && !isEverybodys(permission))).toEqual(
      open,
    );
  });
  it("is let into no action but those", () => {
    const letIn = [...actions].filter(
      ([, { permission }]) => mayAnywhere(halfway, permission) && !isEverybodys(permission),
    );
    expect(letIn.map(([name]) => name).sort()).toEqual([
      "addPasskey",
      "answerWithCode",
      "answerWithPasskey",
      "askForPasskey",
      "askSecondStep",
      "confirmAuthenticator",
      "leave",
      "makeRecoveryCodes",
      "removeAuthenticator",
      "removePasskey",
      "signOut",
      "startAuthenticator",
    ]);
  });
  it("is a visitor to every gate, whatever they coordinate", () => {
    const cx = as(halfway);
    for (const ask of [
      () => gate.self(cx),
      () => gate.course(cx, "course.read", own.open.courseId),
      () => gate.programme(cx, "programmes.edit", own.programmeId),
      () => gate.person(cx, "people.read", own.open.rows[0]!.personId),
      () => gate.reach(cx, "people.read"),
      () => gate.coordinated(cx, "registrations.decide"),
      () => gate.anywhere(cx, "settings.read"),
      () => gate.everywhere(cx, "holidays.edit"),
    ])
      expect(refused(ask)).toBe("signInNeeded");
    expect(gate.coursesAmong(cx, "roll.take", [own.open.courseId])).toEqual([]);
    expect(gate.maySomewhere(cx, "desk.read")).toBe(false);
  });
});
