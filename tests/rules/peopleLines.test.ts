import { describe, expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { locales } from "../../lib/i18n/rules";
import { peopleInLines } from "../../lib/registrations/rules/peopleLines";
import { registerListSchema } from "../../lib/registrations/schema";

const nothing = { phone: "", email: "", organisation: "", sex: "", wrong: [], doubts: [] };

describe("people who are pasted", () => {
  it("are names alone, numbered or not, and empty lines say nothing", () => {
    expect(peopleInLines("1. Rana Haddad\r\n\n2) Omar Said\nRana").people).toEqual([
      { ...nothing, line: 1, name: "Rana Haddad" },
      { ...nothing, line: 3, name: "Omar Said" },
      { ...nothing, line: 4, name: "Rana" },
    ]);
  });
  it("say by what their cells look like what each is, in any order after the name", () => {
    expect(
      peopleInLines(
        "رنا حداد، ٠٧٩١٢٣٤٥٦٧، rana@example.org، أنثى، تعاونية النور\n7, Omar, M, omar@example.org",
      ).people,
    ).toEqual([
      {
        line: 1,
        name: "رنا حداد",
        phone: "٠٧٩١٢٣٤٥٦٧",
        email: "rana@example.org",
        organisation: "تعاونية النور",
        sex: "woman",
        wrong: [],
        doubts: [],
      },
      { ...nothing, line: 2, name: "Omar", sex: "man", email: "omar@example.org" },
    ]);
  });
  it("are read by the heads of their columns where there are some; a column that is not known is named", () => {
    const pasted =
      "N°\tNom\tPrénom\tVillage\tStructure\tTéléphone\n1\tKalala\tEspérance\tKamina\tCoop A, B\t+243 990 000 001";
    expect(peopleInLines(pasted)).toEqual({
      people: [
        {
          ...nothing,
          line: 2,
          name: "Espérance Kalala",
          organisation: "Coop A, B",
          phone: "+243 990 000 001",
        },
      ],
      notTaken: ["Village"],
      headed: true,
    });
  });
  it("keep their columns where the first head is empty, and the numbers of their lines where the list begins with empty ones", () => {
    const read = (list: string) =>
      peopleInLines(registerListSchema.parse({ courseId: "1", language: "fr", list }).list).people;
    expect(read("\r\n\n\tName\tPhone\r\n1\tRana Haddad\t0791234567\n\tOmar Said\t\n")).toEqual([
      { ...nothing, line: 4, name: "Rana Haddad", phone: "0791234567" },
      { ...nothing, line: 5, name: "Omar Said" },
    ]);
    for (const empty of ["", " \n\t\n", undefined])
      expect(registerListSchema.safeParse({ courseId: "1", language: "fr", list: empty }).success).toBe(
        false,
      );
  });
  it("take the first of two columns with one head that says something, and name the other where it says another thing", () => {
    const both = (first: string, second: string) => {
      const { people, notTaken } = peopleInLines(`Name\tPhone\tWhatsApp\nRana\t${first}\t${second}`);
      return [people[0]?.phone, notTaken];
    };
    expect(both("0791234567", "0781234567")).toEqual(["0791234567", ["WhatsApp"]]);
    expect(both("", "0781234567")).toEqual(["0781234567", []]);
    expect(both("0791234567", "0791234567")).toEqual(["0791234567", []]);
    // The parts of a name are all taken.
    expect(peopleInLines("Nom\tPostnom\tPrénom\nKalala\tIlunga\tRuth").people[0]?.name).toBe(
      "Ruth Kalala Ilunga",
    );
  });
  it("keep a comma that stands in quotation marks", () => {
    expect(peopleInLines('"Haddad, Rana",0791234567,"Coop ""A"""').people).toEqual([
      {
        ...nothing,
        line: 1,
        name: "Haddad, Rana",
        phone: "0791234567",
        organisation: 'Coop "A"',
        doubts: ["comma"],
      },
    ]);
  });
  it("with more than there is to say are unclear, not cut short", () => {
    expect(peopleInLines("Sami, Coop, Director").people[0]).toMatchObject({
      name: "Sami",
      wrong: ["unclear"],
    });
    expect(peopleInLines("Name;Sex\nSami;often").people[0]).toMatchObject({ sex: "", wrong: ["unclear"] });
  });
  it("have digits alone for a number to reach, however short, and never for an organisation", () => {
    const read = (list: string) =>
      peopleInLines(list).people.map(({ phone, organisation }) => [phone, organisation]);
    expect(read("Omar Said, 0791\nعمر، ٠٧٩\nOmar Said, 0791, Coop 1\nRana, 0791234567, 12")).toEqual([
      ["0791", ""],
      ["٠٧٩", ""],
      ["0791", "Coop 1"],
      ["0791234567", "12"],
    ]);
  });
  it("are parted by what stands between most of them, else by what is in the line itself", () => {
    const [rima, , huda] = peopleInLines(
      "Rima Comma,03777202,,Coop B; Zahle\nOmar Said,03777203\nهدى يوسف؛ ٠٧٨٥٤٤٥٥٦٦\nLina\t03777204\nSara Odeh,03777205",
    ).people;
    expect(rima).toEqual({
      ...nothing,
      line: 1,
      name: "Rima Comma",
      phone: "03777202",
      organisation: "Coop B; Zahle",
    });
    expect(huda).toEqual({ ...nothing, line: 3, name: "هدى يوسف", phone: "٠٧٨٥٤٤٥٥٦٦" });
    const pasted = "Rana Haddad\t0791\tCoop A, B\nهدى يوسف، ٠٧٨٥٤٤٥٥٦٦\nLina\t03777204";
    expect(peopleInLines(pasted).people.map(({ name }) => name)).toEqual(["Rana Haddad", "هدى يوسف", "Lina"]);
  });
  it("have their phone and address also behind a space", () => {
    expect(
      peopleInLines("يوسف حسن 0791212121\nRana Haddad <rana@example.org> +962 79 123 4567").people,
    ).toEqual([
      { ...nothing, line: 1, name: "يوسف حسن", phone: "0791212121" },
      { ...nothing, line: 2, name: "Rana Haddad", phone: "+962 79 123 4567", email: "rana@example.org" },
    ]);
  });
  it.each(["Women 12 men 13", "25 participants", "Rima|03", "Name;Phone\nRima,03777202,,B;03777202"])(
    "are not taken with more than a name for their name: %s",
    (list) => {
      expect(peopleInLines(list).people.map(({ wrong }) => wrong)).toEqual([["inName"]]);
    },
  );
  it("are one where a cell is broken in quotation marks, and lines are counted as they were typed", () => {
    expect(peopleInLines('"Line\nbreak name"\t0791234567\nOmar "Abu Ali" Said\n"Coop').people).toEqual([
      { ...nothing, line: 1, name: "Line break name", phone: "0791234567" },
      { ...nothing, line: 3, name: 'Omar "Abu Ali" Said' },
      { ...nothing, line: 4, name: '"Coop' },
    ]);
  });
  it("are doubted where what is taken for an organisation may be half of a name", () => {
    const doubts = (list: string) => peopleInLines(list).people[0]?.doubts;
    expect(doubts("Haddad, Nadia, 03777301")).toEqual(["halfName"]);
    expect(doubts("Haddad\tNadia")).toEqual(["halfName"]);
    expect(doubts("Nadia Haddad, Coop A, 03777301")).toEqual([]);
    expect(doubts("Nadia Haddad, 03777301, Zahle")).toEqual([]);
    expect(doubts("Name, Organisation\nNadia, Zahle")).toEqual([]);
  });
  it.each(locales)("are read by the heads that the form names as an example (%s)", (locale) => {
    const { people } = peopleInLines(
      `${messagesOf(locale).peopleList.heads}\nA b, 0791234567, a@b.org, F, Coop A`,
    );
    expect(people).toEqual([
      {
        ...nothing,
        ...{
          line: 2,
          name: "A b",
          phone: "0791234567",
          email: "a@b.org",
          sex: "woman",
          organisation: "Coop A",
        },
      },
    ]);
  });
});
