import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { permissions, system } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { forgetRefusals, keepRefusals } from "../../lib/limits/commands";
import { refusalList } from "../../lib/limits/queries";
import { areaOf, pathToTell, type Refused, refusalOf } from "../../lib/limits/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";

freshDatabase();
const w = world();
const at = (minutes: number) => contextOf(system, Date.UTC(2027, 0, 10, 8) + minutes * 60_000);
const refused = (more: Partial<Refused & { times: number }> = {}) => ({
  kind: "signInWrong" as const,
  about: "session.start",
  address: "203.0.113.7",
  requestId: "abcd1234",
  accountId: null,
  times: 1,
  ...more,
});
const rows = () =>
  sqlite().prepare("SELECT count(*) AS n, coalesce(sum(count), 0) AS times FROM refusals").get();

describe("what is refused", () => {
  it("is one row a minute by kind and network, with how often", () => {
    keepRefusals(at(0), [refused(), refused({ address: "::ffff:203.0.113.7", times: 4 })]);
    keepRefusals(at(0.5), [refused({ times: 2 }), refused({ kind: "tooMany" })]);
    expect(rows()).toEqual({ n: 2, times: 8 });
    keepRefusals(at(1), [refused()]);
    expect(rows()).toEqual({ n: 3, times: 9 });
  });
  it("names whoever it was refused to, also behind one network", () => {
    const whose = (accountId: number | null, times: number) =>
      refused({ kind: "notTheirs", accountId, times });
    keepRefusals(at(1.2), [whose(1, 1), whose(2, 2)]);
    keepRefusals(at(1.4), [whose(2, 30), whose(null, 4)]);
    const kept = sqlite()
      .prepare("SELECT account_id, count FROM refusals WHERE kind = 'notTheirs' ORDER BY account_id")
      .raw()
      .all();
    expect(kept).toEqual([
      [null, 4],
      [1, 1],
      [2, 32],
    ]);
    sqlite().exec("DELETE FROM refusals WHERE kind = 'notTheirs'");
  });
  it("does not fill the file, however many addresses a flood has", () => {
    keepRefusals(
      at(2),
      Array.from({ length: 3000 }, (_, i) => refused({ address: `198.51.${i >> 8}.${i & 255}` })),
    );
    expect(rows()).toEqual({ n: 3 + 200 + 1, times: 9 + 3000 });
  });
  it("is listed for administrators, newest first, page by page, and for nobody else", () => {
    const cx = as(system);
    const all = gate.everywhere(cx, "refusals.read");
    const first = refusalList(cx, all, { kind: null, before: null });
    expect(first.refused).toHaveLength(50);
    const second = refusalList(cx, all, { kind: null, before: first.next });
    expect(second.refused[0]!.id).toBe(first.refused.at(-1)!.id - 1);
    expect(refusalList(cx, all, { kind: "tooMany", before: null }).refused).toHaveLength(1);
    expect(first.counts.get("signInWrong")).toBe(3008);
    expect(() => gate.everywhere(as(w.coordinator), "refusals.read")).toThrow();
  });
  it("is forgotten after 90 days", () => {
    forgetRefusals(at(91 * 24 * 60));
    expect(rows()).toEqual({ n: 0, times: 0 });
  });
  it("tells of an address no person, no secret and nothing typed", () => {
    for (const [url, told] of [
      ["/desk/people/12?q=Layla", "/desk/people/12"],
      ["/desk/courses/9/registrations/7", "/desk/courses/9/registrations/7"],
      ["/api/files/certificates/9?what=all", "/api/files/certificates/9"],
      ["/api/files/certificate/K3-ABCD-EFGH?token=x", "/api/files/certificate/…"],
      ["/registrations/aGVsbG8", "/registrations/…"],
      ["/verify/layla", "/verify/…"],
      ["/sign-in", "/sign-in"],
      ["/+962791234567", "/…"],
      ["/desk/people/layla@example.org", "/desk/people/…"],
    ])
      expect(pathToTell(url!), url).toBe(told);
  });
  it.each([
    ["ar", ar],
    ["en", en],
    ["fr", fr],
  ])("has a word for where each act was refused, and an address stays one (%s)", (_, words) => {
    const areas = Object.keys(permissions).map((permission) => areaOf(permission)!);
    expect(areas.filter((area) => !words.refusals.where[area])).toEqual([]);
    expect(areaOf("/desk/people/12")).toBeNull();
  });
  it("is known by the fault of an act; what is not found concerns whoever is signed in", () => {
    expect(refusalOf("signInWrong", false)).toBe("signInWrong");
    expect(refusalOf("stepCodeWrong", false)).toBe("codeWrong");
    for (const code of ["Copied", "OtherSite", "OutOfDate", "Unknown", "Unverified", "Wrong"] as const)
      expect(refusalOf(`passkey${code}`, false), code).toBe("signInWrong");
    expect(refusalOf("notFound", true)).toBe("notTheirs");
    expect(refusalOf("notFound", false)).toBeNull();
    expect(refusalOf("invalid", true)).toBeNull();
  });
});
