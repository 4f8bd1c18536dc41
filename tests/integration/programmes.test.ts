import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courses, programmes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { createTool } from "../../lib/curriculum/commands";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { toolSchema } from "../../lib/curriculum/schema";
import { faultOf, faultsOf } from "../../lib/faults";
import { addHoliday, createVenue, setVenueRetired } from "../../lib/places/commands";
import { createProgramme, editProgramme } from "../../lib/programmes/commands";
import { programmeDetail, programmeList, withCourses } from "../../lib/programmes/queries";
import { programmeEditSchema, programmeSchema, venueSchema } from "../../lib/programmes/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { fault, now, planned, value, viewer, worksIn, world } from "../support/world";

freshDatabase();
const w = world();

describe("what courses are made of", () => {
  const administrator = viewer(w.coordinator.personId!, { administrator: true });
  it("lets a programme add its own tool, module by module", () => {
    const form = {
      titleEn: "Honey.Coop",
      ownLanguage: "en",
      descriptionEn: "Bees",
      programmeId: String(w.programmeId),
      versionLabel: "1",
      modules: [
        { code: "M1", titleEn: "Hives", minutes: "120" },
        { code: "", titleEn: " " },
        { code: "M2", titleFr: "Miel", minutes: "٩٠" },
      ],
    };
    value(createTool(as(w.coordinator, now), toolSchema.parse(form)));
    const tool = toolCatalogue(as(w.coordinator)).find((t) => t.title.en === "Honey.Coop");
    expect(tool?.versions[0]?.modules.map((m) => [m.code, m.minutes])).toEqual([
      ["M1", 120],
      ["M2", 90],
    ]);
    const wrong = (row: Record<string, string>) => {
      const read = toolSchema.safeParse({ ...form, modules: [...form.modules, row] });
      return read.error ? faultsOf(read.error.issues) : null;
    };
    expect(wrong({ code: "M3", titleEn: "Third", minutes: "5" })).toEqual({
      "modules.3.minutes": { code: "numberRange", params: { min: 15, max: 6000 } },
    });
    expect(wrong({ code: "M3", minutes: "50" })).toEqual({ "modules.3.titleEn": { code: "required" } });
    const none = { ...form, modules: [] };
    expect(fault(createTool(as(w.coordinator, now), toolSchema.parse(none))).fields).toEqual({
      "modules.0.titleEn": { code: "moduleNeeded" },
    });
    expect(fault(createTool(as(w.trainer, now), toolSchema.parse(form))).code).toBe("notFound");
  });
  it("counts the courses of each programme, for those who may see it", () => {
    const counts = () =>
      Object.fromEntries(
        withCourses(
          as(administrator),
          programmeList(as(administrator), gate.reach(as(administrator), "programmes.read")),
        ).map((p) => [p.code, p.courses]),
      );
    const before = counts();
    expect(before.PROSPECTS).toBe(
      read().select().from(courses).where(eq(courses.programmeId, w.programmeId)).all().length,
    );
    planned(w);
    expect(counts()).toEqual({ ...before, PROSPECTS: before.PROSPECTS! + 1 });
    expect(
      programmeList(as(w.coordinator), gate.reach(as(w.coordinator), "programmes.read")).map((p) => p.code),
    ).toEqual(["PROSPECTS"]);
  });
  it("keeps programmes and holidays to those who may", () => {
    const form = programmeSchema.parse({
      code: "New",
      titleEn: "New programme",
      issuerEn: "ILO",
      countries: ["JO"],
    });
    expect(fault(createProgramme(as(w.coordinator, now), form)).code).toBe("notFound");
    value(createProgramme(as(administrator, now), form));
    expect(fault(createProgramme(as(administrator, now), form)).fields).toEqual({
      code: { code: "codeTaken" },
    });
    expect(
      fault(
        addHoliday(as(w.coordinator, now), { country: "JO", day: "2027-05-25", name: "Independence Day" }),
      ).code,
    ).toBe("notFound");
    expect(
      fault(createVenue(as(w.participant, now), venueSchema.parse({ name: "x", country: "JO", place: "y" })))
        .code,
    ).toBe("notFound");
    const hall = venueSchema.parse({ name: "Hall", country: "LB", place: "Zahle" });
    worksIn(w.programmeId, "JO");
    expect(fault(createVenue(as(w.coordinator, now), hall)).code).toBe("notFound");
    worksIn(w.otherId, "LB");
    const { venueId } = value(createVenue(as(w.stranger, now), hall));
    const retired = { venueId, retired: "yes" } as const;
    expect(fault(setVenueRetired(as(w.coordinator, now), retired)).code).toBe("notFound");
    value(setVenueRetired(as(w.stranger, now), retired));
    value(
      createVenue(
        as(w.coordinator, now),
        venueSchema.parse({
          name: "Hall",
          country: "JO",
          place: "Irbid",
          rooms: [{ name: "A", seats: 30 }, { name: "B" }],
        }),
      ),
    );
  });
});

describe("the form of a programme", () => {
  const administrator = viewer(w.coordinator.personId!, { administrator: true });
  it("opened and saved changes nothing, in whatever language it was written first", () => {
    for (const own of ["en", "fr", "ar"] as const) {
      const { programmeId } = value(
        createProgramme(
          as(administrator, now),
          programmeSchema.parse({
            code: `Programme ${own}`,
            titleEn: "English",
            titleFr: "Français",
            titleAr: "عربي",
            issuerFr: "Organisation internationale du Travail",
            ...(own === "fr" ? {} : { issuerEn: "International Labour Organization" }),
            contactName: "Office",
            contactPhone: "٠٧٩١٢٣٤٥٦٧",
            contactEmail: "Office@Example.org",
            countries: ["JO"],
          }),
        ),
      );
      transact((db) => {
        const title = { own, en: "English", fr: "Français", ar: "عربي" };
        db.update(programmes).set({ title }).where(eq(programmes.id, programmeId)).run();
      });
      const row = () => read().select().from(programmes).where(eq(programmes.id, programmeId)).get()!;
      const before = row();
      expect(before.contactPhone).toBe("+962 7 9123 4567");
      const shown = programmeDetail(
        as(administrator),
        gate.programme(as(administrator), "programmes.read", programmeId),
      );
      const form = {
        programmeId: String(programmeId),
        version: String(shown.version),
        code: shown.code,
        titleEn: shown.title.en ?? "",
        titleFr: shown.title.fr ?? "",
        titleAr: shown.title.ar ?? "",
        donor: shown.donor ?? "",
        issuerEn: shown.issuer.en ?? "",
        issuerFr: shown.issuer.fr ?? "",
        issuerAr: shown.issuer.ar ?? "",
        contactName: shown.contactName ?? "",
        contactPhone: shown.contactPhone ?? "",
        contactEmail: shown.contactEmail ?? "",
        countries: shown.countries,
      };
      value(editProgramme(as(administrator, now), programmeEditSchema.parse(form)));
      expect({ ...row(), version: before.version }).toEqual(before);
      // Whoever had it open before that is shown what is there, and changes nothing.
      const older = programmeEditSchema.parse({ ...form, donor: "Another" });
      expect(fault(editProgramme(as(administrator, now), older)).code).toBe("stale");
      expect(row().donor).toBe(before.donor);
      form.version = String(row().version);
      const none = programmeEditSchema.safeParse({ ...form, issuerEn: "", issuerFr: "", issuerAr: " " });
      expect(none.error?.issues.map((i) => [i.path[0], faultOf(i).code])).toEqual([["issuerEn", "required"]]);
      const wrong = programmeEditSchema.parse({ ...form, contactPhone: "12345678" });
      expect(fault(editProgramme(as(administrator, now), wrong)).fields).toEqual({
        contactPhone: { code: "phoneInvalid" },
      });
    }
  });
});
