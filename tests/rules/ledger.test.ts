import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Learnt,
  type LedgerCatalogue,
  ledgerOf,
  markOfModule,
  type Taught,
} from "../../lib/stages/rules/ledger";

const title = (own: string) => ({ own: "en" as const, en: own });
const module = (id: number, code: string, formerId: number | null = null) => ({
  ...{ id, code, formerId, publishedCode: null as string | null, title: title(code), retiredAt: null },
});
const version = (modules: ReturnType<typeof module>[], supersededAt: number | null = null, country = "") => ({
  ...{ modules, supersededAt, country },
});
/** Start.Coop: its first curriculum, the one in its place with another order, and the Jordanian variant. */
const catalogue: LedgerCatalogue = [
  {
    id: 1,
    code: "start",
    title: title("Start"),
    versions: [
      version([module(1, "M1"), module(2, "M2")], 5),
      version([module(11, "M1", 1), module(13, "M3", 2), module(12, "M2")]),
      version([module(21, "M1"), module(22, "M2")], null, "JO"),
    ],
  },
  { id: 2, code: "my", title: title("My"), versions: [version([module(3, "M1")])] },
];
const learnt = (moduleId: number, day: string | null = "2024-03-01"): Learnt => ({
  ...{ moduleId, day, by: "course", courseId: 1, course: title("ToT"), kind: "tot", minutes: 360 },
});
const taught = (moduleId: number, day: string | null, courseId = 7): Taught => ({
  ...{ moduleId, day, courseId, course: title("Workshop"), role: "lead" },
});
const codes = (found: ReturnType<typeof ledgerOf>) =>
  found.flatMap((tool) =>
    tool.modules.filter((m) => m.learnt.length > 0).map((m) => `${tool.code} ${m.code}`),
  );

describe("the ledger of modules", () => {
  it("sums over courses, versions and variants: what came in another's place is the same module", () => {
    // The old M2 is called M3 today; the variant's M2 is today's M2.
    expect(codes(ledgerOf(catalogue, [learnt(1), learnt(2), learnt(22)], []))).toEqual([
      "start M1",
      "start M2",
      "start M3",
    ]);
    expect(codes(ledgerOf(catalogue, [learnt(2)], []))).toEqual(["start M3"]);
  });
  it("takes a tool for complete once all modules of one of its versions are", () => {
    const complete = (...ids: number[]) =>
      ledgerOf(
        catalogue,
        ids.map((id) => learnt(id)),
        [],
      )[0]!.complete;
    expect(complete(1, 2)).toBe(false);
    expect(complete(1, 2, 12)).toBe(true);
    // All that the Jordanian variant has.
    expect(complete(11, 12)).toBe(true);
  });
  it("counts a variant whose codes differ for the modules of the tool that they are said to be", () => {
    const said = (id: number, code: string, publishedCode: string | null) => ({
      ...module(id, code),
      publishedCode,
    });
    const [start, my] = catalogue as [LedgerCatalogue[number], LedgerCatalogue[number]];
    const variant = version([said(31, "J1", "M2"), said(32, "M2", "M1")], null, "JO");
    const found = ledgerOf(
      [{ ...start, versions: [...start.versions, variant] }, my],
      [learnt(31), learnt(11)],
      [taught(32, "2026-01-01")],
    );
    expect(codes(found)).toEqual(["start M1", "start M2"]);
    expect(found[0]!.modules.map(({ code, taught }) => [code, taught.length])).toEqual([
      ["M1", 1],
      ["M2", 0],
      ["M3", 0],
    ]);
    // All that the variant has, by whatever names.
    expect(found[0]!.complete).toBe(true);
  });
  it("says the same whatever a variant calls its modules, while it says which they are", () => {
    const name = fc.stringMatching(/^[A-Z][0-9]{1,2}$/);
    const module21 = (code: string) => ({ ...module(21, code), publishedCode: "M1" });
    const module22 = (code: string) => ({ ...module(22, code), publishedCode: "M2" });
    const withVariant = (a: string, b: string): LedgerCatalogue =>
      catalogue.map((tool) => ({
        ...tool,
        versions: tool.versions.map((one) =>
          one.country === "JO" ? version([module21(a), module22(b)], null, "JO") : one,
        ),
      }));
    const ids = fc.subarray([1, 2, 3, 11, 12, 13, 21, 22]);
    fc.assert(
      fc.property(name, name, ids, ids, (a, b, completed, given) => {
        const of = (tools: LedgerCatalogue) =>
          ledgerOf(
            tools,
            completed.map((id) => learnt(id)),
            given.map((id) => taught(id, "2026-01-01")),
          ).map(({ complete, modules }) => [
            complete,
            modules.map((m) => [m.code, m.learnt.length, m.taught.length]),
          ]);
        expect(of(withVariant(a, b))).toEqual(of(catalogue));
      }),
    );
  });
  it("counts courses taught once, whatever the roles in them, and the last year; what was taught is further than what was learnt", () => {
    const [tool] = ledgerOf(
      catalogue,
      [learnt(1)],
      [taught(1, "2024-02-01"), { ...taught(21, "2026-02-01", 8), role: "apprentice" }, taught(11, null)],
    );
    expect(markOfModule(tool!.modules[0]!)).toEqual({ stand: "taught", times: 2, year: "2026" });
    const [my] = ledgerOf(catalogue, [learnt(3, null)], []);
    expect(markOfModule(my!.modules[0]!)).toEqual({ stand: "completed", times: 0, year: null });
    expect(ledgerOf(catalogue, [], [])).toEqual([]);
  });
});
