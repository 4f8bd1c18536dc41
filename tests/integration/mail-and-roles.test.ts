import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { jobs } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { requestLink, signInByIdentity, useCode, useLink } from "../../lib/accounts/commands";
import { addMember, giveAccess, makeCode } from "../../lib/people/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts, ownersBy } from "../support/owners";
import { holderThere, withApp } from "../support/secondStep";
import { begun } from "../support/signedIn";
import { fault, now, opened, person, registered, value, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
haveAccounts(w.coordinator, w.trainer);
const somebody = ownersBy(opened(w, { capacity: "100" }).slug);
const later = now + 3_600_000;
const tokenOf = (link: string) => new URL(link).searchParams.get("token")!;

/** Links that were mailed to an address for somebody of this name. */
const linksTo = (address: string, name: string) =>
  read()
    .select()
    .from(jobs)
    .all()
    .map(({ payload }) => payload as { to: string; params: Record<string, string> })
    .filter(({ to, params }) => to === address && params.name === name && params.link);

/** Somebody who came in by a link that a coordinator handed over; nobody has proven their address. */
async function cameByHand(email: string) {
  const personId = person("Coordinator B", { email });
  const known = "INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)";
  sqlite().prepare(known).run(personId, w.programmeId, now);
  const { link } = value(giveAccess(as(w.coordinator), { personId, reset: false })) as { link: string };
  const typed = { token: tokenOf(link), password: "the owner chose this" };
  // biome-ignore lint/correctness/useHookAtTopLevel: a command and no hook
  const letIn = value(await useLink(as(visitor), typed, "a"));
  return { personId, accountId: letIn.accountId, cookie: begun(letIn) };
}
const coordinates = (personId: number) =>
  value(
    addMember(as(w.coordinator), {
      personId,
      programmeId: w.programmeId,
      role: "coordinator",
      endsOn: null,
    }),
  );

describe("a mailed link", () => {
  it("is no way past a role or a second step, to whoever reads at an address that nobody has proven", async () => {
    for (const elsewhere of [true, false]) {
      const email = `shared-${elsewhere}@example.org`;
      if (elsewhere) await somebody({ email, phone: "" }, true);
      const b = await cameByHand(email);
      coordinates(b.personId);
      await withApp(b.cookie, b.accountId);
      value(requestLink(as(visitor, later), { identifier: email }, `to ${elsewhere}`));
      expect(linksTo(email, "Coordinator B")).toEqual([]);
      const who = { issuer: "https://id.example", subject: email, email, emailVerified: true };
      if (!elsewhere) expect(fault(signInByIdentity(as(visitor, later), who)).code).toBe("noAccount");
      expect(holderThere(b.cookie, now + 1000).coordinates).toEqual([w.programmeId]);
    }
  });
  it("makes the account of whoever was accepted with an address of their own, and of nobody else", async () => {
    const email = "accepted@example.org";
    const { slug } = opened(w, { capacity: "10" });
    value(await registered(slug, { email, phone: "", name: "Accepted A" }));
    const personId = sqlite().prepare("SELECT id FROM persons WHERE email = ?").pluck().get(email) as number;
    const state = sqlite().prepare("UPDATE registrations SET state = ?, place_since = ? WHERE person_id = ?");
    const accounts = () =>
      sqlite().prepare("SELECT count(*) FROM accounts WHERE person_id = ?").pluck().get(personId);
    const ask = (address: string) => value(requestLink(as(visitor), { identifier: email }, address));
    state.run("nominated", null, personId);
    const outsider = ask("comes 1");
    expect([accounts(), linksTo(email, "Accepted A")]).toEqual([0, []]);
    state.run("accepted", now, personId);
    // Whoever asks reads the same.
    expect(ask("comes 2")).toEqual(outsider);
    expect(accounts()).toBe(1);
    const [link] = linksTo(email, "Accepted A");
    const typed = { token: tokenOf(link!.params.link!), password: "their own long words" };
    expect(value(await useLink(as(visitor), typed, "comes 3")).accountId).toBeGreaterThan(0);
    // Whoever has a role comes in by what a coordinator hands over.
    const trainer = person("Trainer C", { email: "with-role@example.org" });
    const known = "INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)";
    sqlite().prepare(known).run(trainer, w.programmeId, now);
    coordinates(trainer);
    value(requestLink(as(visitor), { identifier: "with-role@example.org" }, "comes 4"));
    expect(linksTo("with-role@example.org", "Trainer C")).toEqual([]);
  });
  it("that was asked for before a second step is set up ends with it", async () => {
    const email = "before@example.org";
    const b = await cameByHand(email);
    value(requestLink(as(visitor), { identifier: email }, "before"));
    const link = linksTo(email, "Coordinator B").at(-1)!.params.link!;
    await withApp(b.cookie, b.accountId);
    const typed = { token: tokenOf(link), password: "a stranger chose this" };
    expect(fault(await useLink(as(visitor), typed, "a")).code).toBe("linkExpired");
  });
});

describe("a link that a page still shows", () => {
  it("works after the role is given on that page, by whoever made it", async () => {
    const personId = person("Trainer C", { email: "c@example.org" });
    const known = "INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)";
    sqlite().prepare(known).run(personId, w.programmeId, now);
    const { link } = value(giveAccess(as(w.coordinator), { personId, reset: false })) as { link: string };
    coordinates(personId);
    const typed = { token: tokenOf(link), password: "the trainer chose this" };
    value(await useLink(as(visitor), typed, "a"));
  });
});

describe("a code that is handed over", () => {
  it("lets whoever has a role choose another password, and leaves the second step as it is", async () => {
    const b = await cameByHand("handed@example.org");
    coordinates(b.personId);
    await withApp(b.cookie, b.accountId);
    const { code } = value(makeCode(as(w.coordinator, later), { personId: b.personId }));
    const typed = { identifier: "handed@example.org", code, password: "another of the owner" };
    const letIn = value(await useCode(as(visitor, later), typed, "h"));
    expect(holderThere(begun(letIn, later), later)).toMatchObject({
      kind: "visitor",
      halfway: { accountId: b.accountId },
    });
  });
});
