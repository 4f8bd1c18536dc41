import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { keepDraft, readDraft } from "../../app/_ui/form/draft";
import { forgetOthersDrafts } from "../../app/_ui/form/othersDrafts";
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
  beforeEach(() => {
    vi.stubGlobal("localStorage", new Kept());
    vi.stubGlobal("sessionStorage", new Kept());
  });
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
    forgetOthersDrafts(12);
    expect(stored()).toEqual(["cascade-draft:12 new course", "cascade-roll:1:7"]);
  });
});

/** What a form of ours may hold, as its schema says it, rows in rows too: `secret` or `plain` in each field. */
function filledIn(
  schema: unknown,
  name: string,
  isSecret: (name: string, field: z.ZodType) => boolean,
): unknown {
  if (!(schema instanceof z.ZodType)) return {};
  const { def } = schema as unknown as { def: Record<string, unknown> };
  if (isSecret(name, schema)) return "secret";
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([field, of]) => [field, filledIn(of, field, isSecret)]),
    );
  if (def.element) return [filledIn(def.element, name, isSecret)];
  const inside = [def.out, def.in, def.innerType, ...((def.options as []) ?? [])];
  const parts = inside
    .filter((part) => part instanceof z.ZodType)
    .map((part) => filledIn(part, name, isSecret));
  return parts.find((part) => part === "secret") ?? parts.find((part) => typeof part === "object") ?? "plain";
}

/** The schemas of all forms, by their names, with those that are made of the questions of a course. */
function schemasOfForms(): [string, unknown][] {
  const modules = import.meta.glob<Record<string, unknown>>("../../lib/*/schema.ts", { eager: true });
  return Object.values(modules).flatMap((module) =>
    Object.entries(module).map(([name, schema]): [string, unknown] => {
      if (typeof schema !== "function") return [name, schema];
      try {
        return [name, schema([], undefined, undefined, undefined)];
      } catch {
        return [name, null]; // A function of something else.
      }
    }),
  );
}

describe("of every form", () => {
  beforeEach(() => {
    vi.stubGlobal("localStorage", new Kept());
    vi.stubGlobal("sessionStorage", new Kept());
  });
  afterEach(() => vi.unstubAllGlobals());
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
  const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

  it("no field that reaches somebody, and none that is sensitive, is kept in the browser, in a row neither", () => {
    const secrets = new Set<string>();
    const isSecret = (name: string, field: z.ZodType) => {
      const is = name !== "" && (name in aboutPerson || reaches(field));
      if (is) secrets.add(name);
      return is;
    };
    for (const [name, schema] of schemasOfForms()) {
      const form = filledIn(schema, "", isSecret);
      if (form === null || typeof form !== "object" || Array.isArray(form)) continue;
      keepDraft({ of: `1 ${name}` }, form as never, {}, new Set());
      keepDraft({ of: `1 ${name}`, tab: true }, form as never, {}, new Set());
    }
    for (const name of ["phone", "email", "contactPhone", "contactEmail", "displacement", "disability"])
      expect(secrets).toContain(name);
    expect(kept()).toContain("plain");
    expect(kept()).not.toContain("secret");
  });

  it("a row is kept without it, and not at all where nothing else was typed there", () => {
    const draft = { of: "1 people" };
    const came = { people: [{ name: "", phone: "" }] };
    keepDraft(draft, { people: [{ name: "Rana", phone: "0791234567", answers: "Hers" }] }, came, new Set());
    expect(kept()).toContain("Rana");
    expect(kept()).not.toMatch(/0791234567|Hers/);
    expect(keepDraft(draft, { people: [{ name: "", phone: "0791234567" }] }, came, new Set())).toBeNull();
  });
});
