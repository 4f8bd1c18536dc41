import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepDraft, readDraft } from "../../app/_ui/form/draft";

/** A browser's storage: what is kept are its own keys, as with the real one. */
class Kept {
  [key: string]: unknown;
}
for (const [name, value] of Object.entries({
  getItem(this: Kept, key: string) {
    return (this[key] as string) ?? null;
  },
  setItem(this: Kept, key: string, value: string) {
    this[key] = value;
  },
  removeItem(this: Kept, key: string) {
    delete this[key];
  },
}))
  Object.defineProperty(Kept.prototype, name, { value });

describe("what is kept of a form until it is sent", () => {
  const draft = { of: "1 new course" };
  const came = { title: "", questions: [{ label: "", kind: "text", required: false, options: "" }] };
  beforeEach(() => vi.stubGlobal("localStorage", new Kept()));
  afterEach(() => vi.unstubAllGlobals());

  it("is nothing before anything was typed, also where a row loses a field that is not shown", () => {
    const shown = { title: "", questions: [{ label: "", kind: "text", required: false }] };
    expect(keepDraft(draft, shown, came, new Set())).toBeNull();
    expect(readDraft(draft, came, came)).toBeNull();
  });

  it("is what was typed, in a row as well, and one row more", () => {
    const typed = { title: "", questions: [{ label: "Why?", kind: "text", required: false }] };
    expect(keepDraft(draft, typed, came, new Set())).toEqual(expect.any(Number));
    expect(readDraft(draft, came, came)?.values).toEqual({ questions: typed.questions });
    const longer = { ...came, questions: [...came.questions, ...came.questions] };
    expect(keepDraft(draft, longer, came, new Set())).toEqual(expect.any(Number));
  });
});
