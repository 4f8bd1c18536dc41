import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { auditLog, courseFacts, courseModules, courses, headcounts } from "../../db/schema";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { publicCourse } from "../../lib/courses/queries";
import { courseEditSchema } from "../../lib/courses/schema";
import { editRecord, putBackRecord, recordCourse, takeOutRecord } from "../../lib/records/commands";
import { recordForm } from "../../lib/records/rules";
import { recordEditSchema, recordSchema } from "../../lib/records/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { deskCourse, deskCourses, todayFor } from "../support/desk";
import { courseForm, fault, now, planned, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();

/** Soubré 2023 as a coordinator enters it. */
const soubre = (more: Record<string, unknown> = {}) => ({
  programmeId: String(w.programmeId),
  kind: "tot",
  moduleIds: w.moduleIds.map(String),
  toolsSource: "published",
  ownLanguage: "fr",
  country: "CI",
  placeFr: "Soubré",
  placeSource: "published",
  mode: "venue",
  startsOn: "2023-10-17",
  endsOn: "2023-10-28",
  datesSource: "published",
  languages: ["fr"],
  partnersSource: "published",
  partnersSourceNoteFr: "Quatre projets",
  attendedTotal: "25",
  attendedTotalSource: "published",
  ...more,
});
/** Jordan's 63 representatives: no town, no dates. */
const jordan = {
  programmeId: String(w.programmeId),
  kind: "user",
  ownLanguage: "ar",
  country: "JO",
  mode: "venue",
  datesNoteAr: "التواريخ غير معروفة",
  attendedTotal: "63",
  attendedTotalSource: "document",
};
const record = (more: Record<string, unknown> = {}, at = now) =>
  recordCourse(as(w.coordinator, at), recordSchema.parse(soubre(more)));
const course = (id: number) => deskCourse(as(w.coordinator), id)!;
/** What the form of a record shows, as a browser sends it back. */
function shown(id: number): Record<string, unknown> {
  const kept = course(id);
  const moduleIds = kept.tools.flatMap((tool) => tool.modules.map((m) => m.id));
  return {
    ...recordForm({ ...kept, moduleIds }),
    courseId: String(id),
    version: String(kept.version),
  };
}
const edit = (id: number, more: Record<string, unknown> = {}, by = w.coordinator) =>
  editRecord(as(by, now), recordEditSchema.parse({ ...shown(id), ...more }));
const lastEntry = (id: number) =>
  read()
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, "course"), eq(auditLog.subjectId, id)))
    .orderBy(desc(auditLog.id))
    .get()!;
/** Everything kept of a course but that and when it was saved. */
function everything(id: number) {
  const {
    version: _version,
    updatedAt: _updatedAt,
    ...row
  } = read().select().from(courses).where(eq(courses.id, id)).get()!;
  return {
    row,
    modules: read().select().from(courseModules).where(eq(courseModules.courseId, id)).all(),
    headcounts: read().select().from(headcounts).where(eq(headcounts.courseId, id)).all(),
    facts: read().select().from(courseFacts).where(eq(courseFacts.courseId, id)).all(),
  };
}

describe("recording a past course", () => {
  it("keeps what is known, with its sources, closed from the start", () => {
    const { courseId, slug } = value(
      record({ attendedWoman: "9", completedTotal: "24", completedTotalSource: "assumed" }),
    );
    const kept = course(courseId);
    expect(kept).toMatchObject({
      countedBy: "numbers",
      state: "closed",
      startsOn: "2023-10-17",
      endsOn: "2023-10-28",
      zone: "Africa/Abidjan",
      title: { fr: "Formation de formateurs : Think.Coop – Soubré" },
    });
    expect(kept.headcounts.map((h) => [h.measure, h.grouping, h.count, h.source]).sort()).toEqual([
      ["attended", "total", 25, "published"],
      ["attended", "woman", 9, "published"],
      ["completed", "total", 24, "assumed"],
    ]);
    expect(kept.facts.map((f) => [f.fact, f.note?.fr ?? null]).sort()).toEqual([
      ["dates", null],
      ["partners", "Quatre projets"],
      ["place", null],
      ["tools", null],
    ]);
    expect(publicCourse(as(w.participant), slug)?.id).toBe(courseId);
    expect(deskCourses(as(w.coordinator), { state: null, q: "soubre", before: null }).courses[0]?.id).toBe(
      courseId,
    );
  });

  it("asks for nothing more, however short ago it ended", () => {
    const { courseId } = value(record({ startsOn: "2027-01-03", endsOn: "2027-01-07" }));
    const { awaits } = todayFor(as(w.coordinator, now), "2027-01-10");
    expect(awaits.filter((a) => "course" in a && a.course.id === courseId)).toEqual([]);
  });

  it("needs neither days, nor a town, nor a tool, nor a language", () => {
    const { courseId } = value(recordCourse(as(w.coordinator, now), recordSchema.parse(jordan)));
    const kept = course(courseId);
    expect([kept.startsOn, kept.year, kept.tools, kept.languages]).toEqual([null, null, [], []]);
    expect(kept.title.ar).toBe("تدريب المستفيدين");
    expect(kept.title.en).toBe("User training");
    expect(kept.datesNote).toEqual({ own: "ar", ar: "التواريخ غير معروفة" });
  });

  it("is refused for a course to come, by the day where it was held", () => {
    // It is the 10th of January here: the 11th in Auckland already, not yet in Amman.
    const late = Date.parse("2027-01-10T12:00:00Z");
    const on = (country: string, day: string) =>
      record({ country, startsOn: "2027-01-09", endsOn: day, datesSource: "assumed" }, late);
    expect(fault(on("JO", "2027-01-11")).fields).toEqual({ endsOn: { code: "courseToCome" } });
    expect(on("NZ", "2027-01-11").ok).toBe(true);
    expect(fault(on("NZ", "2027-01-12")).fields).toEqual({ endsOn: { code: "courseToCome" } });
    expect(fault(record({ startsOn: "", endsOn: "", year: "2028" })).fields).toEqual({
      year: { code: "yearRange", params: { min: 1950, max: 2027 } },
    });
  });

  it("is for the programme's coordinators", () => {
    for (const by of [w.stranger, w.trainer, w.participant])
      expect(fault(recordCourse(as(by, now), recordSchema.parse(soubre()))).code).toBe("notFound");
  });

  it("takes no venue of another country", () => {
    expect(fault(record({ venueId: String(w.venueId) })).fields).toEqual({
      venueId: { code: "venueElsewhere" },
    });
  });
});

describe("a record", () => {
  it("is changed by nothing but what somebody types", () => {
    for (const form of [
      soubre({ titleAr: "تدريب", attendedWoman: "3", description: "Ce que l’on sait" }),
      jordan,
    ]) {
      const { courseId } = value(recordCourse(as(w.coordinator, now), recordSchema.parse(form)));
      const before = everything(courseId);
      value(edit(courseId));
      expect(everything(courseId)).toEqual(before);
    }
  });

  it("is changed by nothing else where it has texts in other languages and a zone of its own", () => {
    const { courseId } = value(record());
    sqlite()
      .prepare(
        `UPDATE courses SET zone = 'Africa/Accra', description = '{"own":"ar","ar":"وصف","en":"Description"}',
         dates_note = '{"own":"en","en":"Two weeks","fr":"Deux semaines"}', capacity = 40 WHERE id = ?`,
      )
      .run(courseId);
    const before = everything(courseId);
    value(edit(courseId));
    expect(everything(courseId)).toEqual(before);
  });

  it("comes to rest on a document, and the log says so", () => {
    const { courseId } = value(record({ attendedTotalSource: "assumed", datesSource: "assumed" }));
    value(
      edit(courseId, { datesSource: "document", attendedTotal: "24", partnersSourceNoteFr: "Cinq projets" }),
    );
    expect(course(courseId).facts.find((f) => f.fact === "dates")?.source).toBe("document");
    expect(lastEntry(courseId)).toMatchObject({
      action: "record.edited",
      byPersonId: w.coordinator.personId,
      detail: {
        version: 2,
        changed: {
          datesSource: ["assumed", "document"],
          attendedTotal: ["25", "24"],
          partnersSourceNoteFr: null,
        },
      },
    });
  });

  it("loses a number and a fact that somebody empties", () => {
    const { courseId } = value(record({ attendedWoman: "9" }));
    value(
      edit(courseId, {
        attendedWoman: "",
        attendedWomanSource: "",
        partnersSource: "",
        partnersSourceNoteFr: "",
      }),
    );
    expect(course(courseId).headcounts.map((h) => h.grouping)).toEqual(["total"]);
    expect(course(courseId).facts.some((f) => f.fact === "partners")).toBe(false);
  });

  it("changed meanwhile keeps nothing of the later one, until that is sent over what is there now", () => {
    const { courseId } = value(record());
    const mine = { ...shown(courseId), attendedTotal: "26" };
    value(edit(courseId, { attendedTotal: "24" }));
    const refused = fault(editRecord(as(w.coordinator, now), recordEditSchema.parse(mine)));
    expect(refused.code).toBe("stale");
    expect(shown(courseId)).toMatchObject({ attendedTotal: "24", version: "2" });
    expect(course(courseId).headcounts[0]?.count).toBe(24);
    value(editRecord(as(w.coordinator, now), recordEditSchema.parse({ ...mine, version: "2" })));
    expect(course(courseId).headcounts[0]?.count).toBe(26);
  });

  it("is not found for another programme's coordinator, nor moved into their programme", () => {
    const { courseId } = value(record());
    expect(fault(edit(courseId, {}, w.stranger)).code).toBe("notFound");
    expect(fault(edit(courseId, { programmeId: String(w.otherId) })).code).toBe("notFound");
    expect(fault(takeOutRecord(as(w.stranger, now), { courseId, reason: "x" })).code).toBe("notFound");
    const both = viewer(w.coordinator.personId!, { coordinates: [w.programmeId, w.otherId] });
    value(edit(courseId, { programmeId: String(w.otherId) }, both));
  });

  it("never becomes a course of people, and no course of people a record", async () => {
    const { courseId, slug } = value(record());
    const { version } = course(courseId);
    const plan = { ...courseForm(w), courseId: String(courseId), version: String(version) };
    expect(fault(editCourse(as(w.coordinator, now), courseEditSchema.parse(plan))).code).toBe(
      "courseStateForbids",
    );
    for (const to of ["draft", "open", "running", "cancelled"] as const)
      expect(
        fault(setCourseState(as(w.coordinator, now), { courseId, from: "closed", to, reason: "A reason" }))
          .code,
      ).toBe("courseByNumbers");
    expect((await registered(slug)).ok).toBe(false);

    const people = planned(w);
    const asRecord = { ...soubre(), courseId: String(people.courseId), version: "1" };
    expect(fault(editRecord(as(w.coordinator, now), recordEditSchema.parse(asRecord))).code).toBe("notFound");
    expect(
      fault(takeOutRecord(as(w.coordinator, now), { courseId: people.courseId, reason: "x" })).code,
    ).toBe("notFound");
    expect(fault(putBackRecord(as(w.coordinator, now), { courseId: people.courseId })).code).toBe("notFound");
  });

  it("that was wrong is taken out with a reason, leaves the public pages, and can be put back as it was", () => {
    const { courseId, slug } = value(record());
    const before = everything(courseId);
    value(takeOutRecord(as(w.coordinator, now), { courseId, reason: "Entered twice" }));
    expect(publicCourse(as(w.participant), slug)).toBeNull();
    expect(course(courseId)).toMatchObject({ state: "cancelled", stateReason: "Entered twice" });
    expect(fault(edit(courseId)).code).toBe("courseStateForbids");
    expect(fault(takeOutRecord(as(w.coordinator, now), { courseId, reason: "Again" })).code).toBe(
      "courseStateNotAllowed",
    );
    value(putBackRecord(as(w.coordinator, now), { courseId }));
    expect(everything(courseId)).toEqual(before);
    expect(publicCourse(as(w.participant), slug)?.id).toBe(courseId);
    expect(fault(putBackRecord(as(w.coordinator, now), { courseId })).code).toBe("courseStateNotAllowed");
  });
});
