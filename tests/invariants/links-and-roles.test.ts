import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { accounts, personProgrammes, programmeMembers } from "../../db/schema";
import { type Viewer, visitor } from "../../lib/access/table";
import { signIn, useCode, useLink } from "../../lib/accounts/commands";
import { registerPerson } from "../../lib/admission/commands";
import {
  addMember,
  bringIn,
  createPerson,
  editPerson,
  editProfile,
  giveAccess,
  makeCode,
  readSensitiveFacts,
} from "../../lib/people/commands";
import { personEditSchema, personSchema, profileSchema } from "../../lib/people/schema";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts } from "../support/owners";
import { personSeen } from "../support/seen";
import { transact } from "../support/transact";
import { formKey, twoProgrammes, version } from "../support/twoProgrammes";
import { fault, now, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { own, foreign, administrator } = await twoProgrammes(w);
haveAccounts({ ...w.coordinator, accountId: 9_000 });

describe("a link to sign in", () => {
  const account = (personId: number, more: Partial<typeof accounts.$inferInsert> = {}) =>
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId, phone: `+96279${1_000_000 + personId}`, createdAt: now, ...more })
        .run(),
    );
  it("is not made for a colleague who was invited elsewhere and holds a role there", async () => {
    const colleague = own.open.rows[2]!.personId;
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({ programmeId: w.otherId, personId: colleague, role: "coordinator", since: now })
        .run(),
    );
    account(colleague);
    expect(personSeen(as(w.coordinator), colleague)).not.toBeNull();
    expect(giveAccess(as(w.coordinator, now), { personId: colleague, reset: false }).ok).toBe(false);
    expect(giveAccess(as(administrator, now), { personId: colleague, reset: false }).ok).toBe(true);
  });
  it("is not made for an administrator, nor for somebody registered in a course elsewhere", async () => {
    const [chief, learner] = [own.running.rows[1]!.personId, own.running.rows[2]!.personId];
    account(chief, { isAdministrator: true });
    expect(giveAccess(as(w.coordinator, now), { personId: chief, reset: false }).ok).toBe(false);
    sqlite()
      .prepare("UPDATE registrations SET person_id = ? WHERE id = ?")
      .run(learner, foreign.running.rows[2]!.id);
    expect(giveAccess(as(w.coordinator, now), { personId: learner, reset: false }).ok).toBe(false);
  });
  it("ends the older one", () => {
    const personId = own.closed.rows[0]!.personId;
    const links = () =>
      sqlite()
        .prepare(
          "SELECT count(*) FROM sign_in_links l JOIN accounts a ON a.id = l.account_id WHERE a.person_id = ? AND used_at IS NULL",
        )
        .pluck()
        .get(personId);
    value(giveAccess(as(w.coordinator, now), { personId, reset: false }));
    value(giveAccess(as(w.coordinator, now), { personId, reset: false }));
    expect(links()).toBe(1);
  });
});

describe("a role", () => {
  const give = (by: Viewer, personId: number, programmeId: number) =>
    addMember(as(by, now), { personId, programmeId, role: "coordinator", endsOn: null });
  const accountOf = (personId: number) =>
    sqlite().prepare("SELECT id, email FROM accounts WHERE person_id = ?").get(personId) as {
      id: number;
      email: string;
    };
  const personOf = (email: string) =>
    sqlite().prepare("SELECT id FROM persons WHERE email = ?").pluck().get(email) as number;

  it("does not go to an account that anybody could have made with a colleague's address", async () => {
    value(
      await registered(own.open.slug, {
        name: "New Colleague",
        email: "colleague@ilo.example",
        password: "chosen by a stranger",
      }),
    );
    const personId = personOf("colleague@ilo.example");
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(false);
    expect(give(administrator, personId, w.programmeId).ok).toBe(false);
    // To take the password away is for an administrator; somebody of the programme hands over a code, whose use ends what
    // the stranger set up. Then it may.
    const offered = () => personSeen(as(w.coordinator, now), personId)?.mayInvite;
    expect(offered()).toBe(false);
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: true })).code).toBe("hasAccess");
    const { code, identifier } = value(makeCode(as(w.coordinator, now), { personId }));
    value(await useCode(as(visitor, now), { identifier, code, password: "chosen by the colleague" }, "a"));
    expect(
      (
        await signIn(
          as(visitor, now),
          { identifier: "colleague@ilo.example", password: "chosen by a stranger", back: "/today" },
          "a",
        )
      ).ok,
    ).toBe(false);
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(true);
    // Another programme's coordinator has not seen them use it.
    transact((db) =>
      db.insert(personProgrammes).values({ personId, programmeId: w.otherId, since: now }).run(),
    );
    expect(give(w.stranger, personId, w.otherId).ok).toBe(false);
  });
  it("ends the links that others hold", async () => {
    const personId = value(
      createPerson(
        as(w.stranger, now),
        personSchema.parse({ name: "Future Colleague", email: "future@ilo.example", language: "en" }),
      ),
    ).personId;
    const { link } = value(giveAccess(as(w.stranger, now), { personId, reset: false }));
    value(
      bringIn(as(w.coordinator, now), {
        programmeId: w.programmeId,
        contact: "future@ilo.example",
        name: null,
        role: "coordinator",
        endsOn: null,
      }),
    );
    const token = new URL(link).searchParams.get("token")!;
    expect((await useLink(as(visitor, now), { token, password: "chosen by a stranger" }, "a")).ok).toBe(
      false,
    );
    expect(accountOf(personId).email).toBe("future@ilo.example");
  });
  it("does not go to whoever writes a colleague's address into their own profile", async () => {
    value(
      await registered(own.open.slug, { name: "Climber", phone: "0795559876", password: "a long password" }),
    );
    const personId = sqlite()
      .prepare("SELECT id FROM persons WHERE name = 'Climber'")
      .pluck()
      .get() as number;
    sqlite().prepare("UPDATE accounts SET phone_proven_at = 1 WHERE person_id = ?").run(personId);
    const climber = viewer(personId, { accountId: accountOf(personId).id });
    const profile = {
      version: version("persons", personId),
      name: "Climber",
      email: "director@ilo.example",
      phone: "",
      language: "en",
    };
    value(editProfile(as(climber, now), profileSchema.parse(profile)));
    expect(accountOf(personId).email).toBeNull();
    sqlite().prepare("UPDATE accounts SET phone_proven_at = NULL WHERE person_id = ?").run(personId);
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(false);
  });
});

describe("what somebody said of themselves", () => {
  it("is for the programme that it was said to, also where another one registers them", () => {
    const them = foreign.open.rows[1]!.personId;
    sqlite().prepare("UPDATE persons SET phone = '+962795551111' WHERE id = ?").run(them);
    value(
      bringIn(as(w.coordinator, now), {
        programmeId: w.programmeId,
        contact: "+962795551111",
        name: null,
        role: null,
        endsOn: null,
      }),
    );
    expect(
      editPerson(
        as(w.coordinator, now),
        personEditSchema.parse({
          personId: String(them),
          version: version("persons", them),
          name: "Renamed",
          language: "en",
          phone: "+962795551111",
        }),
      ).ok,
    ).toBe(false);
    const form = {
      courseId: String(own.open.courseId),
      personId: String(them),
      formKey: formKey(),
      language: "en",
      consent: "on",
      sex: "man",
    };
    value(registerPerson(as(w.coordinator, now), registerPersonSchema([]).parse(form) as never));
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId: them }))).toEqual({ sex: "man" });
    const renamed = {
      personId: String(them),
      version: version("persons", them),
      name: "Renamed",
      language: "en",
    };
    expect(
      editPerson(as(w.coordinator, now), personEditSchema.parse({ ...renamed, phone: "+962795551111" })).ok,
    ).toBe(false);
    expect(value(readSensitiveFacts(as(w.stranger, now), { personId: them }))).toEqual({
      sex: "woman",
      displacement: "refugee",
    });
  });
});
