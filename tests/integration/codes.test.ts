import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { jobs } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import { askProof, useCode } from "../../lib/accounts/commands";
import { endAllCodes } from "../../lib/accounts/store/restored";
import { makeCode } from "../../lib/people/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts, ownersBy } from "../support/owners";
import { holder } from "../support/signedIn";
import { fault, opened, value, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
haveAccounts(w.coordinator, w.trainer);
const somebody = ownersBy(opened(w, { capacity: "100" }).slug);
const codeFor = (personId: number) => value(makeCode(as(w.coordinator), { personId })).code;
const typedBy = (identifier: string) => (code: string, address: string) =>
  useCode(as(visitor), { identifier, code, password: "chosen by the owner" }, address);
const mailedTo = (address: string) =>
  read()
    .select()
    .from(jobs)
    .all()
    .map(({ payload }) => payload as { to: string; params: { code: string } })
    .findLast(({ to }) => to === address)!.params.code;

describe("a code", () => {
  it("that was handed over lets its owner in, whatever strangers type, wherever they are", async () => {
    const p = await somebody();
    const code = codeFor(p.personId);
    expect(code).toMatch(/^\d{12}$/);
    const typing = typedBy(p.phone);
    const wrong = { code: { code: "codeWrong" } };
    for (const typed of ["000000000000", "00000000"])
      for (let i = 0; i < 30; i++) expect(fault(await typing(typed, `192.0.2.${i}`)).fields).toEqual(wrong);
    // Who guesses waits, and whoever shares their network; nobody else does.
    for (let i = 0; i < 28; i++)
      expect(fault(await typing("000000000000", "192.0.2.1")).fields).toEqual(wrong);
    expect(fault(await typing(code, "192.0.2.1")).code).toBe("tooManyAttempts");
    value(await typing(code, "192.0.2.99"));
  });
  it("that a message brought is over by misses: for who typed them, at last for everybody", async () => {
    const asked = async (email: string) => {
      const p = await somebody({ email });
      value(await askProof(as(holder(p.cookie)), { field: "email" }, "a"));
      const code = mailedTo(email);
      return { typing: typedBy(email), code, wrong: code === "00000000" ? "11111111" : "00000000" };
    };
    const over = { code: { code: "codeOver" } };
    const one = await asked("short@example.org");
    for (let i = 0; i < 5; i++) fault(await one.typing(one.wrong, "192.0.2.101"));
    // There a right one is answered as a wrong one: what counts nowhere is not found out either.
    expect(fault(await one.typing(one.code, "192.0.2.101")).fields).toEqual({ code: { code: "codeWrong" } });
    value(await one.typing(one.code, "192.0.2.102"));
    const other = await asked("ended@example.org");
    for (let i = 0; i < 40; i++) fault(await other.typing(other.wrong, `198.51.100.${i}`));
    expect(fault(await other.typing(other.code, "192.0.2.103")).fields).toEqual(over);
  });
  it("that another took the place of is none of those that a change of the key ends", async () => {
    sqlite().prepare("DELETE FROM one_time_codes").run();
    const p = await somebody();
    for (let i = 0; i < 3; i++) codeFor(p.personId);
    expect(sqlite().transaction(() => endAllCodes(as(system)))()).toBe(1);
  });
  it("that is right counts nothing, for a room that comes in from one address", async () => {
    const p = await somebody();
    for (let i = 0; i < 32; i++) value(await typedBy(p.phone)(codeFor(p.personId), "203.0.113.7"));
  });
});
