import { describe, expect, it } from "vitest";
import { begunAgain, cameWithField, overtake } from "../../app/_ui/form/overtaken";

const first = {
  version: "1",
  placeEn: "Irbid",
  placeFr: "",
  capacity: "25",
  microTeaching: true,
  moduleIds: ["1", "2"],
  questions: [
    { id: "7", label: "Role?", kind: "text", required: false },
    { id: "8", label: "Sector?", kind: "text", required: false },
    { label: "", kind: "text", required: false },
  ],
};
const changed = {
  ...first,
  version: "2",
  placeFr: "Irbid (fr)",
  capacity: "18",
  microTeaching: false,
  moduleIds: ["1", "2", "3"],
  questions: [
    { id: "8", label: "Which sector?", kind: "text", required: true },
    { id: "7", label: "Role?", kind: "text", required: false },
    { id: "9", label: "Diet?", kind: "text", required: false },
    { label: "", kind: "text", required: false },
  ],
};

describe("a form whose row somebody else changed", () => {
  it("takes what is there now where nothing was touched: texts, numbers, ticks, rows", () => {
    const { values, overtaken } = overtake(first, structuredClone(first), changed);
    expect(overtaken).toEqual([]);
    expect(values).toEqual(changed);
  });
  it("keeps what was touched, and names each field that is another one now", () => {
    const mine = { ...first, placeEn: "Jerash", capacity: "30" };
    const { values, overtaken } = overtake(first, mine, changed);
    expect(values).toMatchObject({
      placeEn: "Jerash",
      placeFr: "Irbid (fr)",
      capacity: "30",
      microTeaching: false,
    });
    expect(overtaken).toEqual([
      { name: "placeEn", now: "Irbid" },
      { name: "capacity", now: "18" },
    ]);
  });
  it("keeps each box that was ticked or unticked, and takes the others", () => {
    const { values } = overtake(first, { ...first, moduleIds: ["2", "4"] }, changed);
    expect(values.moduleIds).toEqual(["2", "3", "4"]);
  });
  it("compares rows by their keys, field by field", () => {
    const questions = [
      { id: "7", label: "Your role?", kind: "text", required: false },
      { id: "8", label: "What sector?", kind: "text", required: false },
      { label: "Village?", kind: "text", required: false },
    ];
    const { values, overtaken } = overtake(first, { ...first, questions }, changed);
    expect(values.questions).toMatchObject([
      { id: "8", label: "What sector?", required: true },
      { id: "7", label: "Your role?" },
      { id: "9", label: "Diet?" },
      { label: "Village?" },
    ]);
    expect(overtaken).toEqual([
      { name: "questions.0.label", now: "Which sector?" },
      { name: "questions.1.label", now: "Role?" },
    ]);
  });
  it("loses a row that somebody else took out, unless it was written in", () => {
    const now = { ...first, questions: [] };
    const questions = [{ ...first.questions[0]!, label: "Your role?" }, first.questions[1]!];
    expect(overtake(first, { ...first, questions }, now).values.questions).toMatchObject([
      { label: "Your role?" },
    ]);
  });
});

describe("without JavaScript", () => {
  const kept = {
    version: "1",
    placeEn: "Jerash",
    placeFr: "",
    capacity: "25",
    moduleIds: ["1"],
    questions: [
      { id: "7", label: "Role?", kind: "text" },
      { id: "8", label: "Sector?", kind: "text" },
      { label: "", kind: "text" },
    ],
    [cameWithField]: JSON.stringify(first),
  };
  it("a form says what it came with, so that the same holds; a box without a trace was unticked", () => {
    const { values, first: from, overtaken } = begunAgain(kept, changed, true);
    expect(values).toMatchObject({
      placeEn: "Jerash",
      placeFr: "Irbid (fr)",
      capacity: "18",
      moduleIds: ["1", "3"],
    });
    expect(from).toBe(changed);
    expect(overtaken).toContainEqual({ name: "placeEn", now: "Irbid" });
  });
  it("stays over the version that it came with while something else is amiss", () => {
    const { values, first: from } = begunAgain(kept, changed, false);
    expect(values.capacity).toBe("25");
    expect(from.version).toBe("1");
  });
});
