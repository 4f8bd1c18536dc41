import * as gate from "../../lib/access/gate";
import { system, type Viewer } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { createAccount } from "../../lib/accounts/commands/account";
import { cookieNames } from "../../lib/accounts/rules/signIns";
import { insertSignIn, renewSignIn } from "../../lib/accounts/store/signIns";
import { contextOf } from "../../lib/acts/context";
import { setCourseState } from "../../lib/courses/commands";
import { newSessionToken, newToken } from "../../lib/crypto/tokens";
import { addMember, createPerson } from "../../lib/people/commands";
import { personSchema } from "../../lib/people/schema";
import { createProgramme } from "../../lib/programmes/commands";
import { programmeSchema } from "../../lib/programmes/schema";
import { act, day, now } from "./act";
import { type Made, makeCourse, makeWorkshop, placesOf, type Wanted, type Workshop } from "./courses";
import { ask, askAll, roles } from "./pages";

/**
 * A world of a test's own, made with the product's commands on the file of the server under test: a programme with its
 * people, and the courses that the test asks for. No other test sees it, and it is taken away when the test is over.
 */

// What the commands read of the process that they run in.
process.env.DATA_DIR = process.env.E2E_DATA;
process.env.CASCADE_MODE = "test";

/** Whoever acts in a world and has an account; the password is that of the demonstration. */
export type Somebody = { personId: number; accountId: number; email: string; phone: string; viewer: Viewer };
export type WorldRole = "coordinator" | "trainer" | "participant";

let worlds = 0;

/** Letters that no other world has, for names that are looked for. */
function letters(): string {
  let n = Number(process.env.TEST_WORKER_INDEX) * 400 + worlds++;
  let text = "";
  for (let i = 0; i < 4; i++, n = Math.floor(n / 20)) text += "bcdfghjklmnpqrstvwxz"[n % 20];
  return `Q${text}`;
}

/** Who somebody of the demonstration is, by their address. */
const viewerWith = (email: string): Viewer =>
  viewerOf(contextOf(system, now), ask<{ id: number }>("SELECT id FROM accounts WHERE email = ?", email).id);

/** Makes a programme with a coordinator, a trainer and a participant of its own. */
export function makeWorld() {
  const mark = letters();
  const administrator = viewerWith(roles.administrator);
  const at = now - 60 * day;
  const { programmeId } = act(
    createProgramme,
    administrator,
    programmeSchema.parse({
      code: `World ${mark}`,
      titleEn: `Programme of ${mark}`,
      titleFr: `Programme de ${mark}`,
      titleAr: `برنامج ${mark}`,
      issuerEn: "International Labour Organization",
      issuerFr: "Organisation internationale du Travail",
      issuerAr: "منظمة العمل الدولية",
      contactName: "Office",
      contactPhone: "+962 7 9000 0199",
      contactEmail: `office.${mark.toLowerCase()}@cascade.example`,
      countries: [...Object.keys(placesOf), "KE"],
    }),
    at,
  );
  const passwordHash = ask<{ hash: string }>(
    "SELECT password_hash AS hash FROM accounts WHERE email = ?",
    roles.administrator,
  ).hash;
  const somebody = (role: WorldRole, name: string, n: number): Somebody => {
    const email = `${role}.${mark.toLowerCase()}@cascade.example`;
    const phone = `+96277${String(programmeId).padStart(4, "0")}${String(n).padStart(3, "0")}`;
    const { personId } = act(
      createPerson,
      administrator,
      personSchema.parse({ name, email, phone, language: "ar", country: "JO" }),
      at,
    );
    if (role !== "participant")
      act(addMember, administrator, { personId, programmeId, role, endsOn: null }, at);
    const cx = contextOf(system, at);
    const person = gate.person(cx, "people.edit", personId);
    const { accountId } = createAccount(cx, person, passwordHash);
    return {
      personId,
      accountId,
      email,
      phone,
      viewer: viewerOf(contextOf(system, now), accountId),
    };
  };
  const people: Record<WorldRole, Somebody> = {
    coordinator: somebody("coordinator", "سمر عبد الله", 1),
    trainer: somebody("trainer", "رامي حداد", 2),
    participant: somebody("participant", "هناء شاهين", 3),
  };
  let more = 4;
  return {
    /** Somebody else with an account. */
    join: (role: WorldRole, name: string) => somebody(role, name, more++),
    /** Letters that only this world has. */
    mark,
    programme: { id: programmeId, code: `World ${mark}`, name: `Programme of ${mark}` },
    people,
    course: (wanted: Wanted) => makeCourse(programmeId, people, wanted),
    workshop: (wanted: Workshop) => makeWorkshop(programmeId, people.trainer.viewer, wanted),
    workshopBy: (trainer: Viewer, wanted: Workshop) => makeWorkshop(programmeId, trainer, wanted),
    takeAway: () => takeAway(programmeId, people.coordinator.viewer),
  };
}
export type World = ReturnType<typeof makeWorld>;

/** Takes what is left of a world out of the catalogue and of what awaits anybody. */
function takeAway(programmeId: number, coordinator: Viewer): void {
  const left = askAll<{ id: number; state: "draft" | "open" | "running" }>(
    "SELECT id, state FROM courses WHERE programme_id = ? AND state IN ('draft', 'open', 'running')",
    programmeId,
  );
  for (const { id, state } of left)
    setCourseState(contextOf(coordinator, now), {
      courseId: id,
      from: state,
      to: "cancelled",
      reason: "The test is over",
    });
}

/**
 * When those who are signed in beforehand were last seen: the clock of the server goes on from `now` while tests run, and
 * nobody is to be signed out for having waited for their turn.
 */
export const unattended = now + 3 * 3_600_000;

/** The session cookie of an account that is signed in since an instant, as the sign-in sets it. */
export async function sessionOf(
  { accountId }: { accountId: number },
  at = unattended,
): Promise<{ name: string; value: string }> {
  const value = newSessionToken();
  const device = { words: "Chrome, Linux", token: newToken() };
  const cx = contextOf(system, at);
  const signInId = insertSignIn(cx, accountId, newSessionToken(), false);
  renewSignIn(cx, { signInId, accountId }, value, device);
  return { name: cookieNames(false).session, value };
}

/** A workshop of the demonstration's own trainer, for whoever only looks at one. */
export const demoWorkshop = (wanted: Workshop): Made =>
  makeWorkshop(
    ask<{ id: number }>("SELECT id FROM programmes WHERE code = 'Be the Impact'").id,
    viewerWith(roles.trainer),
    wanted,
  );
