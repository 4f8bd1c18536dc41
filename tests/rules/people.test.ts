import { describe, expect, it } from "vitest";
import { inNumbers, marksOf } from "../../lib/people/rules/known";

const title = (own: string) => ({ own: "en" as const, en: own });
const module = (id: number, code: string) => ({ id, code, title: title(code) });
const catalogue = [
  {
    code: "start",
    title: title("Start"),
    versions: [{ modules: [module(1, "M1"), module(2, "M2")] }, { modules: [module(11, "M1")] }],
  },
  { code: "my", title: title("My"), versions: [{ modules: [module(3, "M1")] }] },
];

describe("how somebody stands to modules", () => {
  it("counts what they taught in every version, and says the last year of each", () => {
    const marks = marksOf(
      catalogue,
      [
        { moduleId: 1, day: "2024-02-01" },
        { moduleId: 11, day: "2026-02-01" },
        { moduleId: 1, day: null },
      ],
      [{ moduleId: 2, day: "2023-05-09" }],
    );
    expect(marks).toEqual([
      {
        code: "start",
        title: title("Start"),
        modules: [
          {
            code: "M1",
            title: title("M1"),
            taught: 3,
            taughtIn: "2026",
            completed: false,
            completedIn: null,
          },
          { code: "M2", title: title("M2"), taught: 0, taughtIn: null, completed: true, completedIn: "2023" },
        ],
      },
    ]);
  });

  it("knows that something was taught or completed whose day is not known", () => {
    const [tool] = marksOf(catalogue, [], [{ moduleId: 3, day: null }]);
    expect(tool?.modules[0]).toMatchObject({ completed: true, completedIn: null });
  });
});

describe("a person in numbers", () => {
  const valid = {
    kind: "participation",
    voidedAt: null,
    revokedAt: null,
    replacedBy: null,
    validFrom: 1,
    expiresOn: null,
  };
  const course = { kind: "user", seatsTaken: 20, certified: 15 } as const;

  it("counts what took place: neither applications nor certificates that were revoked, nor courses to come", () => {
    expect(
      inNumbers(
        [
          { state: "attended", courseState: "closed", attendedMinutes: 600, certificates: [valid] },
          { state: "accepted", courseState: "running", attendedMinutes: 90, certificates: [] },
          { state: "accepted", courseState: "open", attendedMinutes: 0, certificates: [] },
          {
            state: "attended",
            courseState: "closed",
            attendedMinutes: 60,
            certificates: [{ ...valid, revokedAt: 2 }],
          },
          { state: "no_show", courseState: "closed", attendedMinutes: 0, certificates: [] },
        ],
        [
          { ...course, state: "closed" },
          { ...course, state: "running", kind: "tot", certified: 0 },
          { ...course, state: "open" },
        ],
        "2026-11-26",
      ),
    ).toEqual({
      followed: 3,
      certified: 1,
      minutes: 750,
      given: 2,
      coming: 1,
      forUsers: 1,
      people: 40,
      peopleCertified: 15,
    });
  });
});
