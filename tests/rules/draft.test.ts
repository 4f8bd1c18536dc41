import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { keepDraft, readDraft } from "../../app/_ui/form/draft";
import { forgetOthersDrafts } from "../../app/_ui/form/keptDrafts";
import { aboutPerson } from "../../lib/registrations/schema";

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

  it("is gone once another person uses the browser", () => {
    const stored = () => Object.keys({ ...localStorage });
    keepDraft(draft, { title: "Theirs" }, { title: "" }, new Set());
    keepDraft({ of: "12 new course" }, { title: "Mine" }, { title: "" }, new Set());
    localStorage.setItem("cascade-roll:1:7", "marks stay");
    forgetOthersDrafts("12");
    expect(stored()).toEqual(["cascade-draft:12 new course", "cascade-roll:1:7"]);
  });
});

/** Every field that a form of ours may have, by its name, as the schemas say them; those of rows too. */
function fieldsOfForms(): Map<string, z.ZodType[]> {
  const found = new Map<string, z.ZodType[]>();
  const look = (schema: unknown): void => {
    if (!(schema instanceof z.ZodType)) return;
    if (schema instanceof z.ZodObject)
      for (const [name, field] of Object.entries(schema.shape)) {
        found.set(name, [...(found.get(name) ?? []), field as z.ZodType]);
        look(field);
      }
    const { def } = schema as unknown as { def: Record<string, unknown> };
    for (const part of [def.in, def.out, def.element, def.innerType, ...((def.options as []) ?? [])])
      look(part);
  };
  const modules = import.meta.glob<Record<string, unknown>>("../../lib/*/schema.ts", { eager: true });
  for (const module of Object.values(modules))
    for (const schema of Object.values(module)) {
      look(schema);
      // Those that are made of the questions of a course.
      if (typeof schema === "function")
        try {
          look(schema([], undefined, undefined, undefined));
        } catch {
          // A function of something else.
        }
    }
  return found;
}

describe("of every form", () => {
  const takes = (field: z.ZodType, value: unknown) => {
    try {
      return field.safeParse(value).success;
    } catch {
      return false;
    }
  };
  /** A field for an e-mail address or a phone takes one, and no other words. (A field for a password is never kept.) */
  const reaches = (field: z.ZodType) =>
    ["+962791234567", "somebody@example.org"].some((contact) => takes(field, contact)) &&
    !takes(field, "words that reach nobody");

  it("no field that reaches somebody, and none that is sensitive, is kept in the browser", () => {
    const fields = fieldsOfForms();
    const secret = [...fields]
      .filter(([name, schemas]) => name in aboutPerson || schemas.some((field) => reaches(field)))
      .map(([name]) => name);
    for (const name of ["phone", "email", "contactPhone", "contactEmail", "displacement", "disability"])
      expect(secret).toContain(name);
    vi.stubGlobal("localStorage", new Kept());
    vi.stubGlobal("sessionStorage", new Kept());
    const typed = Object.fromEntries([...secret, "answers"].map((name) => [name, "typed"]));
    keepDraft({ of: "1 desk" }, typed, {}, new Set());
    keepDraft({ of: "1 public", tab: true }, { ...typed, answers: "" }, {}, new Set());
    expect([{ ...localStorage }, { ...sessionStorage }]).toEqual([{}, {}]);
    vi.unstubAllGlobals();
  });
});
