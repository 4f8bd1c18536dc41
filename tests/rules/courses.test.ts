import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  courseStates,
  deskState,
  groupOf,
  listedGroups,
  registrationOpen,
  shownState,
  stateTable,
  transitionFault,
} from "../../lib/courses/rules";
import { generatedTitle } from "../../lib/courses/titles/generated";
import { busyThen, overlap } from "../../lib/timetable/rules/conflicts";
import { sessionFault } from "../../lib/timetable/rules/sessions";

describe("the group in which the desk lists a course", () => {
  it("is its own where a workshop awaits approval, not that in which people can register", () => {
    const workshop = { state: "open", endsOn: "2027-01-20", approvedAt: null } as const;
    expect(groupOf(workshop, "2027-01-10")).toBe("awaits");
    expect(groupOf({ ...workshop, approvedAt: 1 }, "2027-01-10")).toBe("open");
    expect(listedGroups.indexOf("awaits")).toBeLessThan(listedGroups.indexOf("open"));
  });
});

it("lists of courses have a group for each state that is read there: what was held is none of what is running", () => {
  const ended = (state: (typeof courseStates)[number]) =>
    deskState({ state, endsOn: "2027-02-11" }, "2027-02-12");
  expect(ended("running")).toBe("held");
  // Nobody registers any more, so it is not called open; it stands with those that are to be started.
  expect(ended("open")).toBe("registration_over");
  const over = { endsOn: "2027-02-11", approvedAt: 1 };
  for (const state of courseStates)
    expect(groupOf({ ...over, state }, "2027-02-12")).toBe(state === "running" ? "held" : state);
  expect(listedGroups.slice(0, 2)).toEqual(["running", "held"]);
});

describe("sessions", () => {
  const course = { startsOn: "2027-02-07", endsOn: "2027-02-11" };
  it("stay within their course and end after they start", () => {
    expect(sessionFault({ day: "2027-02-06", startsAt: "09:00", endsAt: "10:00" }, course)).toMatchObject({
      field: "day",
      fault: { code: "sessionOutsideCourse" },
    });
    expect(sessionFault({ day: "2027-02-12", startsAt: "09:00", endsAt: "10:00" }, course)?.fault.code).toBe(
      "sessionOutsideCourse",
    );
    expect(sessionFault({ day: "2027-02-07", startsAt: "10:00", endsAt: "10:00" }, course)).toEqual({
      field: "endsAt",
      fault: { code: "endBeforeStart" },
    });
    expect(sessionFault({ day: "2027-02-11", startsAt: "09:00", endsAt: "10:00" }, course)).toBeNull();
  });
  it("conflict just where a trainer would be in two places", () => {
    const span = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 40 }))
      .map(([startsAt, length]) => ({ startsAt, endsAt: startsAt + length }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        const minutes = (s: typeof a) =>
          new Set(Array.from({ length: s.endsAt - s.startsAt }, (_, i) => s.startsAt + i));
        const shared = [...minutes(a)].some((m) => minutes(b).has(m));
        expect(overlap(a, b)).toBe(shared);
        const engagement = { ...b, sessionId: 7, trainerId: 3, courseId: 1 };
        expect(busyThen(a, [3], [engagement]).length > 0).toBe(shared);
        expect(busyThen(a, [4], [engagement])).toEqual([]);
      }),
    );
  });
});

describe("life of a course", () => {
  const ready = {
    datesKnown: true,
    moduleCount: 1,
    sessionCount: 1,
    trainerCount: 1,
    certificateCount: 0,
    registrationCount: 0,
  };
  it("takes only the steps of the table", () => {
    for (const from of courseStates)
      for (const to of courseStates) {
        const fault = transitionFault({ ...ready, state: from }, to, "because");
        expect(fault === "courseStateNotAllowed", `${from} to ${to}`).toBe(
          !(stateTable[from].next as readonly string[]).includes(to),
        );
      }
  });
  it("asks for what a step needs", () => {
    expect(transitionFault({ ...ready, state: "draft", datesKnown: false }, "open", null)).toBe(
      "courseNeedsDates",
    );
    expect(transitionFault({ ...ready, state: "draft", moduleCount: 0 }, "open", null)).toBe(
      "courseNeedsModules",
    );
    expect(transitionFault({ ...ready, state: "draft", trainerCount: 0 }, "open", null)).toBe(
      "courseNeedsTrainer",
    );
    expect(transitionFault({ ...ready, state: "open", sessionCount: 0 }, "running", null)).toBe(
      "courseNeedsTimetable",
    );
    expect(transitionFault({ ...ready, state: "open" }, "cancelled", null)).toBe("reasonRequired");
    expect(transitionFault({ ...ready, state: "closed", certificateCount: 1 }, "running", null)).toBe(
      "courseHasCertificates",
    );
    expect(transitionFault({ ...ready, state: "open", registrationCount: 1 }, "draft", null)).toBe(
      "courseHasRegistrations",
    );
  });
  it("takes registrations until the last day to apply, that day included", () => {
    const course = { state: "open" as const, applyBy: "2027-02-01", endsOn: "2027-02-11" };
    expect(registrationOpen(course, "2027-02-01")).toBe(true);
    expect(registrationOpen(course, "2027-02-02")).toBe(false);
    expect(registrationOpen({ ...course, state: "running" }, "2027-01-01")).toBe(false);
    // Nobody is told that registration is open where it is refused.
    expect(shownState(course, "2027-02-01")).toBe("open");
    // Held, and to be ended once its roll is taken: under way to nobody from the day after its last.
    const begun = { ...course, state: "running" as const, endsOn: "2027-02-11" };
    expect([shownState(begun, "2027-02-11"), shownState(begun, "2027-02-12")]).toEqual(["running", "held"]);
    expect(shownState(course, "2027-02-02")).toBe("registration_over");
    expect(shownState({ ...course, applyBy: null }, "2027-02-12")).toBe("registration_over");
    expect(shownState({ ...course, state: "running" }, "2027-02-02")).toBe("running");
  });
  it("makes a title in three languages", () => {
    expect(generatedTitle("tot", ["Think.Coop", "My.Coop"], "Irbid", "en")).toEqual({
      own: "en",
      en: "Training of trainers: Think.Coop and My.Coop – Irbid",
      fr: "Formation de formateurs : Think.Coop et My.Coop – Irbid",
      ar: "تدريب المدرّبين: Think.Coop وMy.Coop – Irbid",
    });
  });
});
