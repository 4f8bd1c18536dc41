import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { countryName } from "../../lib/i18n/format";
import { dotBetween } from "../../lib/i18n/rules";

type Document = Parameters<typeof certificatePage>[0];

const document = (more: Partial<Document>, facts: Partial<Document["facts"]> = {}): Document => ({
  serial: "0000000000000000",
  kind: "participation",
  language: "ar",
  issuedOn: "2027-01-02",
  expiresOn: null,
  ...more,
  facts: {
    name: "ليلى الخطيب",
    latinName: "Laila Al-Khatib",
    course: "تدريب Think.Coop وStart.Coop",
    courseKind: "tot",
    tools: [{ name: "My.Coop", version: "1", modules: [{ code: "M1", title: "Basics of cooperatives" }] }],
    startsOn: "2026-12-21",
    endsOn: "2026-12-31",
    year: null,
    place: "المفرق",
    online: false,
    country: "JO",
    minutes: 2250,
    programme: "PROSPECTS",
    issuer: "منظمة العمل الدولية",
    signatories: [],
    fictional: false,
    ...facts,
  },
});
const texts = (page: ReturnType<typeof certificatePage>) => page.details.map((line) => line.value).join("\n");
/** The same with spaces at which no line breaks as any other. */
const spaced = (page: ReturnType<typeof certificatePage>) => texts(page).replaceAll("\u00A0", " ");

describe("the page of a certificate", () => {
  it("says months in Arabic with both their names, whichever the language's own is", () => {
    const page = certificatePage(document({}));
    expect(texts(page)).toContain("كانون الأول/ديسمبر");
    expect(texts(page)).toContain("كانون الثاني/يناير");
    expect(texts(certificatePage(document({ language: "fr" })))).toContain("21–31 décembre 2026");
  });
  it("says the end of each module where they end on several days, in each language, and else the one end", () => {
    const ends = [
      { code: "M1", until: "2027-03-01" },
      { code: "M2", until: "2029-06-30" },
      { code: "M3", until: "2027-03-01" },
    ];
    const of = (language: Document["language"], facts: Partial<Document["facts"]>) =>
      spaced(certificatePage(document({ language, expiresOn: "2029-06-30" }, facts)));
    expect(of("en", { ends })).toContain(
      `\u2068M1, M3\u2069: 1 March 2027${dotBetween}\u2068M2\u2069: 30 June 2029`.replaceAll("\u00A0", " "),
    );
    expect(of("fr", { ends })).toContain("\u2068M1, M3\u2069 : 1er mars 2027");
    expect(of("ar", { ends })).toContain("\u2068M1، M3\u2069: ");
    expect(of("en", {})).toContain("30 June 2029");
    expect(of("en", {})).not.toContain("M2");
  });
  it("isolates Latin words in Arabic, and a course's title in any language", () => {
    const page = certificatePage(document({}));
    expect(page.sentence).toContain("\u2068تدريب \u2068Think.Coop\u2069 و\u2068Start.Coop\u2069\u2069");
    expect(page.tools[0]).toMatchObject({
      name: "\u2068My.Coop\u2069",
      modules: ["\u2068M1\u2069 \u2068Basics of cooperatives\u2069"],
    });
    const french = certificatePage(document({ language: "fr" }));
    expect(french.sentence).toContain("\u2068تدريب Think.Coop وStart.Coop\u2069");
    expect(french.tools[0]!.name).toBe("My.Coop");
  });
  it("keeps the order and the comma of Latin names that were typed together, in an Arabic text as in one of theirs", () => {
    const two = "Coop Horizons Kenya, Cooperative University of Kenya";
    expect(certificatePage(document({}, { issuer: two })).issuer).toBe(`\u2068${two}\u2069`);
    expect(certificatePage(document({}, { issuer: `وزارة العمل، ${two}` })).issuer).toBe(
      `وزارة العمل، \u2068${two}\u2069`,
    );
  });
  it("says of a renewal who renewed which certificate, and nobody who approved it", () => {
    const renewal = { approvedBy: "Nour Haddad", renews: "0000000000000000" };
    const lines = (facts: Partial<Document["facts"]>) =>
      certificatePage(document({ kind: "trainer_certification", language: "en" }, facts)).details.map(
        ({ label }) => label,
      );
    expect(lines(renewal)).toEqual(expect.arrayContaining(["Renewed by", "Renewal of certificate"]));
    expect(lines(renewal)).not.toContain("Approved by");
    expect(lines({ approvedBy: "Nour Haddad" })).toContain("Approved by");
  });
  it.each(["en", "fr", "ar"] as const)("begins no line with a dash (%s)", (language) => {
    const course = "Think.Coop – Bertoua";
    const page = certificatePage(
      document({ language }, { course, programme: "Jobs — North", issuer: "ILO - COOP" }),
    );
    const all = [page.sentence, page.issuer, texts(page)].join("\n");
    expect(all.match(/\u00A0[–—-] /g)).toHaveLength(3);
    expect(all).not.toMatch(/ [–—-] /);
  });
  it("keeps a name of a place together, by itself and in the title of a course", () => {
    const page = certificatePage(
      document({}, { place: "قاعة البلدية، رام الله", course: "تدريب المدربين في رام الله", country: "PS" }),
    );
    expect(page.sentence).toContain("تدريب المدربين في رام\u00A0الله");
    expect(texts(page)).toContain("قاعة\u00A0البلدية، رام\u00A0الله");
    const long = "Centre de formation professionnelle et de perfectionnement de la région du Nord";
    expect(texts(certificatePage(document({ language: "fr" }, { place: long })))).toContain(long);
  });
  it("says whole hours, and minutes under one hour", () => {
    const said = (minutes: number) => texts(certificatePage(document({ language: "en" }, { minutes })));
    expect(said(2250)).toContain("37 hours");
    expect(said(2220)).toContain("37 hours");
    expect(said(45)).toContain("45 minutes");
  });
  it("prints the Latin form where the name cannot be printed, and never neither", () => {
    expect(certificatePage(document({}, { name: "አበበ", latinName: "Abebe" }))).toMatchObject({
      name: "Abebe",
      latinName: null,
    });
    expect(() => certificatePage(document({}, { name: "አበበ", latinName: null }))).toThrow(RangeError);
  });
  it("of a certification says on what it rests, in its language, and not that it came of its course alone", () => {
    const evidence = {
      ...{ since: null, exception: false },
      counts: { workshops: 3, observations: 2, examination: 1 },
    };
    const rest = (language: "en" | "fr" | "ar", more: Partial<Document["facts"]> = {}) =>
      certificatePage(
        document(
          { kind: "trainer_certification", language },
          { course: "ToT", place: "Amman", evidence, ...more },
        ),
      );
    expect(spaced(rest("en"))).toContain("3 workshops held, 2 workshops observed and examination");
    expect(spaced(rest("fr"))).toContain("3 ateliers tenus, 2 ateliers observés et examen");
    expect(spaced(rest("ar"))).toContain("3 ورش عمل وملاحظتان تدريبيتان واختبار");
    expect(spaced(rest("en"))).toContain("\u2068ToT\u2069 · 21–31 December 2026 · \u2068Amman\u2069, Jordan");
    for (const language of ["en", "fr", "ar"] as const)
      expect(rest(language).sentence + rest(language, { master: true }).sentence).not.toContain("ToT");
    const renewed = rest("en", { evidence: { ...evidence, since: "2024-03-01" } });
    expect(spaced(renewed)).toContain("after 1 March 2024: 3 workshops held");
    const nothing = rest("en", { evidence: { since: null, counts: {}, exception: true } });
    expect(nothing.details.map(({ label }) => label)).not.toContain("On the basis of");
    expect(spaced(nothing)).toContain("Not all conditions of the programme were met");
  });
  it("names the country alone where no place is known, and leaves nothing to join what is not there", () => {
    const evidence = { since: null, counts: { workshops: 1 }, exception: false };
    for (const language of ["en", "fr", "ar"] as const) {
      const values = (facts: Partial<Document["facts"]>) =>
        certificatePage(document({ language }, { place: "", ...facts })).details.map(({ value }) => value);
      const country = countryName("JO", language);
      expect(values({})).toContain(country);
      const undated = { startsOn: null, endsOn: null, evidence };
      expect(values(undated).some((value) => value.endsWith(`${dotBetween}${country}`))).toBe(true);
    }
  });
  it("is marked, in its own language, only where it no longer counts", () => {
    expect(certificatePage(document({})).mark).toBeNull();
    for (const kind of ["revoked", "replaced", "void"] as const)
      for (const language of ["en", "fr", "ar"] as const)
        expect(certificatePage(document({ language }), { kind, on: "2027-03-03" }).mark).toContain("2027");
    expect(certificatePage(document({}), { kind: "revoked", on: "2027-03-03" }).mark).toContain("آذار/مارس");
  });
});
