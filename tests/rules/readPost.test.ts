import { describe, expect, it } from "vitest";
import { readPost, readReply } from "../../app/_actions/readPost";

const post = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readPost(form);
};

describe("what a form posts", () => {
  it("is read by nested names, lists and groups", () => {
    expect(
      post(
        ["name", "Hall"],
        ["rooms.0.name", "A"],
        ["rooms.1.name", "B"],
        ["rooms.1.seats", "30"],
        ["marks.12.state", "late"],
        ["moduleIds[]", "7"],
        ["languages[]", "en"],
        ["languages[]", "fr"],
        ["email", "old@example.org"],
        ["email", "new@example.org"],
      ),
    ).toEqual({
      name: "Hall",
      rooms: [{ name: "A" }, { name: "B", seats: "30" }],
      // Keys of rows do not count from 0.
      marks: { 12: { state: "late" } },
      moduleIds: ["7"],
      languages: ["en", "fr"],
      // One thing, sent twice: the last is meant.
      email: "new@example.org",
    });
  });
  it("has the ends of lines that texts are kept with, whatever the way made of them", () => {
    expect(post(["text", "a\r\nb\rc"])).toEqual({ text: "a\nb\nc" });
  });
  it("cannot reach what every object has, and is bounded in depth and number", () => {
    const read = post(
      ["__proto__.polluted", "yes"],
      ["constructor.prototype.polluted", "yes"],
      ["constructor", "x"],
      ["a.b.c.d.e.f.g.h", "too deep"],
      ["a..b", "no name"],
      ["$ACTION_KEY", "React's own"],
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read).filter((name) => name !== "__proto__")).toEqual(["constructor"]);
    const many = post(...Array.from({ length: 6000 }, (_, i): [string, string] => [`f${i}`, "x"]));
    expect(Object.keys(many)).toHaveLength(5000);
  });
  it("is one thing where a name is used for a text and for a group", () => {
    expect(post(["a", "text"], ["a.b", "group"])).toEqual({ a: "text" });
    expect(post(["a.b", "group"], ["a", "text"])).toEqual({ a: { b: "group" } });
  });
});

describe("what a page's scripts send in place of a form", () => {
  it("is plain values, whatever they are called", () => {
    const sent = JSON.parse(
      '{"constructor":"x","__proto__":{"a":"b"},"rooms":[{"name":"A","seats":3}],"open":true}',
    );
    const read = readReply(sent)!;
    expect(Object.keys(read).sort()).toEqual(["__proto__", "constructor", "open", "rooms"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(read.rooms).toEqual([{ name: "A", seats: 3 }]);
  });
  it("is nothing where it is no form's", () => {
    const round: Record<string, unknown> = {};
    round.itself = round;
    const sent = [
      null,
      undefined,
      "text",
      7,
      ["a"],
      new Map(),
      new Date(),
      () => 1,
      { at: new Date() },
      { a: Symbol() },
      round,
    ];
    for (const value of sent) expect(readReply(value)).toBeNull();
    expect(readReply({ many: Array.from({ length: 30_000 }, () => 1) })).toBeNull();
  });
});
