import { describe, expect, it } from "vitest";
import { earlierName, nameToReissue } from "../../lib/certificates/rules/names";

const named = (name: string, latinName: string | null = null) => ({ name, latinName });

describe("the name on a certificate", () => {
  it("is one from before where a form of it is none of its person's any more", () => {
    expect(earlierName(named("Amal Hadad"), named("Amal Haddad"))).toEqual(named("Amal Hadad"));
    expect(earlierName(named("أمل حداد", "Amal Hadad"), named("أمل حداد", "Amal Haddad"))).toEqual(
      named("أمل حداد", "Amal Hadad"),
    );
    expect(earlierName(named("أمل حدّاد", "Amal Haddad"), named("أمل حداد", "Amal Haddad"))).not.toBeNull();
  });
  it("is none where both forms are theirs, whichever stood first, or a form was added since", () => {
    for (const [paper, person] of [
      [named("Amal Haddad"), named("Amal Haddad")],
      [named("Amal Haddad"), named("أمل حداد", "Amal Haddad")],
      [named("أمل حداد"), named("أمل حداد", "Amal Haddad")],
      [named("Amal Haddad"), named("Amal Haddad".normalize("NFD"), null)],
      [named("José".normalize("NFD")), named("José".normalize("NFC"))],
    ] as const)
      expect(earlierName(paper, person)).toBeNull();
  });
  it("is offered anew while the certificate holds, or is suspended, and of none that has run out or was taken back", () => {
    const paper = {
      facts: named("Amal Hadad"),
      validFrom: 1,
      voidedAt: null,
      revokedAt: null,
      replacedBy: null,
      issuedOn: "2027-01-01",
      expiresOn: "2028-01-01",
    };
    const now = named("Amal Haddad");
    const offered = (more: object, day = "2027-06-01") =>
      nameToReissue({ ...paper, ...more }, now, day) !== null;
    expect(offered({})).toBe(true);
    expect(offered({ suspendedSince: "2027-03-01" })).toBe(true);
    expect(offered({ revokedAt: 5 })).toBe(false);
    expect(offered({}, "2028-01-02")).toBe(false);
    expect(offered({ validFrom: null })).toBe(false);
    expect(nameToReissue(paper, named("Amal Hadad"), "2027-06-01")).toBeNull();
  });
});
