import { describe, expect, it } from "vitest";
import { faultOf } from "../../lib/faults";
import {
  optionalLine,
  optionalPhone,
  optionalText,
  personName,
  textLines,
  wholeNumber,
} from "../../lib/fields";
import { namesJoined } from "../../lib/i18n/rules";
import { normalisePhone } from "../../lib/phone/phone";
import { fold } from "../../lib/text";

const fault = (
  schema: { safeParse: (v: unknown) => { success: boolean; error?: { issues: { code: string }[] } } },
  typed: string,
) => {
  const [issue] = schema.safeParse(typed).error?.issues ?? [];
  return issue ? faultOf(issue) : null;
};

describe("what people type", () => {
  it("finds Arabic with or without diacritics and hamza", () => {
    for (const [a, b] of [
      ["تَدْرِيب", "تدريب"],
      ["أحمد", "احمد"],
      ["إربد", "اربد"],
      ["تعاونيّة", "تعاونيه"],
      ["مصطفى", "مصطفي"],
      ["Zahlé", "zahle"],
      ["٢٠٢٧", "2027"],
    ] as const)
      expect(fold(a), a).toBe(fold(b));
  });
  it("refuses names that are empty, endless or disguised, each with its own reason", () => {
    expect(fault(personName(), "   ")).toEqual({ code: "nameRequired" });
    for (const none of ["1234", "12345 <script>", "Ali <ali@example.org>"])
      expect(fault(personName(), none), none).toEqual({ code: "nameWithoutLetters" });
    expect(fault(personName(), "ا".repeat(10_000))).toEqual({ code: "tooLong", params: { max: 200 } });
    for (const unreadable of ["Ali\uD800", "Ali\uE000"])
      expect(fault(personName(), unreadable), unreadable).toEqual({ code: "forbiddenCharacters" });
    expect(personName().parse("  ليلى   الخطيب ")).toBe("ليلى الخطيب");
  });
  it.each([
    ...["=Hyper Link", '=HYPERLINK("http://x.org")', "+Ali", "@Ali", "ali@example.org", "http://x.org/a"],
    ...["Ali https://x.org", "WWW.example.org", "Ali = Hassan", "٠٧٩١٢٣٤٥٦٧", "…"],
  ])("takes no formula, address or number for a name: %s", (typed) => {
    expect(fault(personName(), typed)).toEqual({ code: "nameWithoutLetters" });
  });
  it.each([
    ...[
      "ليلى",
      "د. أحمد بن عبد الله",
      "عبد الرحمن (أبو علي)",
      "محمّد علي-حسن",
      "Rana",
      "O’Brien",
      "'Abd al-Karim",
    ],
    ...[
      "Jean-Pierre N'Golo",
      "D'Souza",
      "Maria s/o José",
      "Ali Jr.",
      "Özgür Çelik",
      "Nguyễn Thị Ánh",
      "-Ali",
      "Lina 2",
    ],
    ...["阿里", "ʿUmar", "Anne & Marc", "M. K."],
  ])("takes a name as it is written: %s", (name) => {
    expect(personName().parse(name)).toBe(name);
  });
  it("drops what nobody sees, so that nothing invisible is kept", () => {
    for (const hidden of [
      "\u200B",
      "\u202A",
      "\u202E",
      "\u2066",
      "\u2069",
      "\uFEFF",
      "\u200E",
      "\u0000",
      "\u0007",
    ])
      for (const typed of [`${hidden}Ali Hassan`, `Al${hidden}i Hassan`, `Ali ${hidden}Hassan${hidden}`]) {
        expect(personName().parse(typed), JSON.stringify(typed)).toBe("Ali Hassan");
        expect(optionalText().parse(`One\n${typed}`), JSON.stringify(typed)).toBe("One\nAli Hassan");
        expect(textLines(20).parse(`${typed}\nB`), JSON.stringify(typed)).toEqual(["Ali Hassan", "B"]);
      }
    expect(optionalLine().parse("\u2068\u200B\u2069")).toBeNull();
    // Joiners of Persian and Urdu stay within a word, and only there.
    expect(personName().parse("\u200Cمی\u200Cخواهم \u200Dعلی\u200C")).toBe("می\u200Cخواهم علی");
    expect(optionalText().parse("a\r\nb\tc\u2028d")).toBe("a\nb\tc\nd");
  });
  it("reads one phone however it is written", () => {
    for (const typed of ["+962 79 123 4567", "00962791234567", "0791234567", "٠٧٩١٢٣٤٥٦٧", "+962-79-1234567"])
      expect(normalisePhone(optionalPhone().parse(typed) ?? "", "JO"), typed).toBe("+962791234567");
    expect(normalisePhone("12345", "JO")).toBeNull();
    // Another number than was meant, or no number: the letter is not dropped without a word.
    for (const lettered of [
      "+962791234567x",
      "+962791234567 ext. 5",
      "0791234567 أحمد",
      "x0791234567",
      "0791234567#5",
    ])
      expect(normalisePhone(lettered, "JO"), lettered).toBeNull();
    for (const named of ["tel: +962 79 123 4567", "Tel.٠٧٩١٢٣٤٥٦٧", "tél (079) 123.45-67"])
      expect(normalisePhone(named, "JO"), named).toBe("+962791234567");
  });
  it("keeps numbers within their bounds, Arabic digits too", () => {
    expect(wholeNumber(1, 1000).parse("٢٥")).toBe(25);
    for (const wrong of ["0", "1001", "1000000000", "-3", "2.5", "x", ""])
      expect(fault(wholeNumber(1, 1000), wrong), wrong).toEqual({
        code: "numberRange",
        params: { min: 1, max: 1000 },
      });
  });
});

describe("what is listed", () => {
  it("begins small after the first, as within a sentence, but for an abbreviation", () => {
    expect(namesJoined(["Action plan", "Workshops held (0 of 2)", "ToT completed"], "en")).toBe(
      "Action plan, workshops held (0 of 2) and ToT completed",
    );
    expect(namesJoined(["Ateliers animés", "Évaluation", "À deux"], "fr")).toBe(
      "Ateliers animés, évaluation et à deux",
    );
    expect(namesJoined(["خطة عمل", "دورة تنشيطية"], "ar")).toBe("خطة عمل ودورة تنشيطية");
  });
});
