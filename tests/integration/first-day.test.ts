import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { accounts, countries, settings } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { signIn } from "../../lib/accounts/commands";
import { hashPassword } from "../../lib/accounts/password";
import { createCourse, editCourse } from "../../lib/courses/commands";
import { catalogue } from "../../lib/courses/queries";
import { catalogueSchema, courseEditSchema, courseSchema } from "../../lib/courses/schema";
import {
  addToolVersion,
  editTool,
  editToolVersion,
  setToolRetired,
  setToolVersionRetired,
} from "../../lib/curriculum/commands";
import { type Tool, toolCatalogue } from "../../lib/curriculum/queries";
import { modulesOffered } from "../../lib/curriculum/rules";
import { toolEditSchema, toolVersionEditSchema, toolVersionSchema } from "../../lib/curriculum/schema";
import { locales } from "../../lib/i18n/rules";
import { fieldIn } from "../../lib/languageFields";
import {
  addHoliday,
  editCountry,
  editHoliday,
  editVenue,
  removeHoliday,
  restoreHoliday,
  setVenueRetired,
} from "../../lib/places/commands";
import { countriesInUse, countryChoices, countryDetail, venueDetail } from "../../lib/places/queries";
import { createProgramme, editProgramme } from "../../lib/programmes/commands";
import { programmeDetail } from "../../lib/programmes/queries";
import {
  countrySchema,
  holidayEditSchema,
  holidaySchema,
  programmeEditSchema,
  programmeSchema,
  venueEditSchema,
} from "../../lib/programmes/schema";
import { openStore } from "../../lib/store/commands";
import { addDays } from "../../lib/time/civil";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { deskCourse } from "../support/desk";
import { transact } from "../support/transact";
import { courseForm, day, fault, now, person, value, viewer } from "../support/world";

freshDatabase();
openStore(now);
const administrator = viewer(person("Administrator"), { administrator: true });
const { programmeId } = value(
  createProgramme(
    as(administrator, now),
    programmeSchema.parse({ code: "First", titleEn: "First", issuerEn: "ILO", moreCountry1: "EG" }),
  ),
);
const coordinator = viewer(person("Coordinator"), { coordinates: [programmeId] });
const shipped = (code: string) => toolCatalogue(as(administrator)).find((t) => t.code === code)!;

/** The fields of a tool's texts as its page has them. */
const texts = (tool: Tool, more: Record<string, string> = {}) =>
  toolEditSchema.parse({
    toolId: String(tool.id),
    version: String(tool.version),
    ownLanguage: tool.title.own,
    otherNames: tool.otherNames.join(", "),
    manualUrl: tool.manualUrl ?? "",
    ...Object.fromEntries(
      (["title", "description", "audience"] as const).flatMap((name) =>
        locales.map((l) => [fieldIn(name, l), tool[name][l] ?? ""]),
      ),
    ),
    ...more,
  });

/** The fields of its first version. */
const version = (
  tool: Tool,
  more: Record<string, string> = {},
  changed: Record<number, Record<string, string>> = {},
  added: Record<string, string>[] = [],
) => {
  const [first] = tool.versions;
  return toolVersionEditSchema.parse({
    toolVersionId: String(first!.id),
    version: String(tool.version),
    ownLanguage: "ar",
    versionLabel: first!.label,
    country: first!.country,
    modules: [
      ...first!.modules.map((m) => ({
        id: String(m.id),
        code: m.code,
        minutes: String(m.minutes),
        position: String(m.position),
        retired: m.retiredAt === null ? "" : "on",
        ...Object.fromEntries(locales.map((l) => [fieldIn("title", l), m.title[l] ?? ""])),
        ...changed[m.id],
      })),
      ...added,
    ],
    ...more,
  });
};
const withoutVersion = (tool: Tool) => ({ ...tool, version: 0 });

describe("a fresh database", () => {
  it("has the five tools and all countries, however often it is opened", () => {
    openStore(now + 1);
    expect(
      toolCatalogue(as(administrator)).map((t) => [t.code, t.versions.length, t.versions[0]!.modules.length]),
    ).toEqual([
      ["think-coop", 2, 1],
      ["start-coop", 2, 4],
      ["my-coop", 2, 4],
      ["manage-coop", 1, 1],
      ["osh-agriculture", 1, 1],
    ]);
    expect(read().select().from(countries).all()).toHaveLength(249);
    expect(read().select().from(settings).all()).toContainEqual({ name: "tools", value: "1" });
  });
  it("gets back a country that is missing, and keeps what was edited, changed and retired", () => {
    sqlite().exec("DELETE FROM holidays WHERE country = 'YE'; DELETE FROM countries WHERE code = 'YE'");
    value(
      editCountry(
        as(administrator, now),
        countrySchema.parse({ country: "TN", zone: "Africa/Tunis", weekend: ["5", "6"] }),
      ),
    );
    value(setToolRetired(as(administrator, now), { toolId: shipped("manage-coop").id, retired: "yes" }));
    openStore(now + 2);
    const country = (code: string) =>
      read()
        .select()
        .from(countries)
        .all()
        .find((c) => c.code === code);
    expect(country("YE")).toMatchObject({ code: "YE", zone: "Asia/Aden", weekend: [5, 6] });
    expect(country("TN")).toMatchObject({ code: "TN", zone: "Africa/Tunis", weekend: [5, 6] });
    expect(shipped("manage-coop").retiredAt).toBe(now);
    value(setToolRetired(as(administrator, now), { toolId: shipped("manage-coop").id, retired: "no" }));
  });
  it("plans a course at once, in any country", () => {
    const { courseId } = plan({ country: "EG", zone: "Africa/Cairo", placeEn: "Cairo" });
    expect(deskCourse(as(coordinator), courseId)?.tools.map((t) => t.title.en)).toEqual(["Think.Coop"]);
  });
});

/** A course on the whole of Think.Coop, or on other modules. */
const form = (more: Record<string, unknown> = {}) => ({
  ...courseForm({ programmeId, moduleIds: [], trainerIds: [], venueId: 0 } as never),
  moduleIds: [String(shipped("think-coop").versions[0]!.modules[0]!.id)],
  venueId: "",
  ...more,
});
const plan = (more: Record<string, unknown> = {}) =>
  value(createCourse(as(coordinator, now), courseSchema.parse(form(more))));
const planAgain = (courseId: number, more: Record<string, unknown> = {}) =>
  editCourse(
    as(coordinator, now),
    courseEditSchema.parse({
      ...form(more),
      courseId: String(courseId),
      version: String(deskCourse(as(coordinator), courseId)!.version),
    }),
  );

describe("a tool", () => {
  it("that is saved as it is stays as it is, whoever's language the page is in", () => {
    const before = shipped("my-coop");
    value(editTool(as(administrator, now), texts(before, { ownLanguage: "ar" })));
    value(editToolVersion(as(administrator, now), version(shipped("my-coop"))));
    expect(withoutVersion(shipped("my-coop"))).toEqual(withoutVersion(before));
  });
  it("keeps its translations when one of them is changed, which is no longer our translation", () => {
    const before = shipped("my-coop");
    const [m1] = before.versions[0]!.modules;
    value(editToolVersion(as(administrator, now), version(before, {}, { [m1!.id]: { titleFr: "Notions" } })));
    expect(shipped("my-coop").versions[0]!.modules[0]!.title).toEqual({
      ...m1!.title,
      fr: "Notions",
      ours: ["ar"],
    });
  });
  it("takes added, renamed, reordered and retired modules in one go; empty rows are left out", () => {
    const before = shipped("start-coop");
    const [m1, , , m4] = before.versions[0]!.modules;
    const input = version(before, {}, { [m4!.id]: { position: "1" }, [m1!.id]: { retired: "on" } }, [
      { titleEn: "", minutes: " " },
      { titleAr: "وحدة جديدة", minutes: "٤٥" },
    ]);
    value(editToolVersion(as(administrator, now), input));
    const after = shipped("start-coop").versions[0]!.modules;
    expect(after.map((m) => [m.code, m.minutes, m.retiredAt])).toEqual([
      ["M4", 360, null],
      ["M1", 360, now],
      ["M2", 360, null],
      ["M3", 360, null],
      ["", 45, null],
    ]);
    expect(after.at(-1)!.title).toEqual({ own: "ar", ar: "وحدة جديدة" });
    expect(after.map((m) => m.id)).toEqual(
      expect.arrayContaining(before.versions[0]!.modules.map((m) => m.id)),
    );
  });
  it("tells whoever saves an older state of it, and refuses the same version twice", () => {
    const old = shipped("my-coop");
    value(editTool(as(administrator, now), texts(old, { titleEn: "My.Coop" })));
    const answer = fault(editTool(as(administrator, now), texts(old, { titleFr: "Ma Coop" })));
    expect([answer.code, answer.changed]).toEqual([
      "stale",
      { titleFr: "My.Coop", version: String(shipped("my-coop").version) },
    ]);
    expect(fault(editToolVersion(as(administrator, now), version(old))).code).toBe("stale");
    const twice = toolVersionSchema.parse({ toolId: String(old.id), versionLabel: "1", country: "JO" });
    expect(fault(addToolVersion(as(administrator, now), twice)).fields).toEqual({
      versionLabel: { code: "versionTaken" },
    });
  });
  it("gets a national variant with the modules of another version that are not retired", () => {
    const tool = shipped("start-coop");
    const input = toolVersionSchema.parse({
      toolId: String(tool.id),
      versionLabel: "2",
      country: "LB",
      copyFrom: String(tool.versions[0]!.id),
    });
    value(addToolVersion(as(administrator, now), input));
    const made = shipped("start-coop").versions.at(-1)!;
    expect([made.label, made.country, made.modules.map((m) => m.code)]).toEqual([
      "2",
      "LB",
      ["M4", "M2", "M3", ""],
    ]);
  });
  it("that is shipped is edited by administrators alone", () => {
    const tool = shipped("my-coop");
    expect(() => gate.tool(as(coordinator), "tools.edit", tool.id)).toThrow("notFound");
    expect(fault(editTool(as(coordinator, now), texts(tool))).code).toBe("notFound");
    expect(fault(editToolVersion(as(coordinator, now), version(tool))).code).toBe("notFound");
    expect(fault(setToolRetired(as(coordinator, now), { toolId: tool.id, retired: "yes" })).code).toBe(
      "notFound",
    );
  });
  it("is found by its other names, and by a new one at once", () => {
    const find = (q: string) =>
      catalogue(as(visitor), catalogueSchema.parse({ q }), "2027-01-10").courses.map((c) => c.id);
    const { courseId } = plan();
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    expect(find("فكر بالتعاون")).toContain(courseId);
    expect(find("Pensar cooperativa")).toEqual([]);
    const tool = shipped("think-coop");
    value(editTool(as(administrator, now), texts(tool, { otherNames: "فكّر بالتعاون، Pensar.Cooperativa" })));
    expect(find("Pensar cooperativa")).toContain(courseId);
  });
});

describe("what is retired", () => {
  const offered = (kept: number[] = []) =>
    modulesOffered(toolCatalogue(as(coordinator)), new Set(kept)).flatMap((t) =>
      t.versions.flatMap((v) => v.modules.map((m) => m.id)),
    );
  it("is not offered to new courses, stays on old ones, and can be brought back: a tool and a version", () => {
    const tool = shipped("think-coop");
    const [first] = tool.versions;
    const moduleId = first!.modules[0]!.id;
    const { courseId } = plan();
    for (const set of [
      (retired: "yes" | "no") => setToolRetired(as(administrator, now), { toolId: tool.id, retired }),
      (retired: "yes" | "no") =>
        setToolVersionRetired(as(administrator, now), { toolVersionId: first!.id, retired }),
    ]) {
      value(set("yes"));
      expect(offered()).not.toContain(moduleId);
      expect(offered([moduleId])).toContain(moduleId);
      expect(fault(createCourse(as(coordinator, now), courseSchema.parse(form()))).fields).toEqual({
        moduleIds: { code: "retired" },
      });
      value(planAgain(courseId));
      value(set("no"));
      expect(offered()).toContain(moduleId);
      plan();
    }
  });
  it("is the same for a venue and a room", () => {
    const venueId = Number(
      sqlite().prepare("INSERT INTO venues (name, country, place) VALUES ('Hall', 'JO', 'Irbid')").run()
        .lastInsertRowid,
    );
    const room = (name: string) =>
      Number(
        sqlite().prepare("INSERT INTO rooms (venue_id, name) VALUES (?, ?)").run(venueId, name)
          .lastInsertRowid,
      );
    const [a, b] = [room("A"), room("B")];
    const there = { venueId: String(venueId) };
    const { courseId } = plan(there);
    const session = (more: Record<string, unknown>) =>
      saveSession(
        as(coordinator, now),
        sessionSchema.parse({
          courseId: String(courseId),
          kind: "other",
          title: "Opening",
          day: "2027-02-07",
          startsAt: "09:00",
          endsAt: "10:00",
          roomId: String(a),
          ...more,
        }),
      );
    const { sessionId } = value(session({}));
    type RoomForm = Record<string, string>;
    const kept: RoomForm[] = [
      { id: String(a), name: "A" },
      { id: String(b), name: "B" },
    ];
    const fields = (more: Record<string, string> = {}, rooms = kept) => {
      const venue = venueDetail(as(coordinator), gate.venue(as(coordinator), "venues.edit", venueId));
      return venueEditSchema.parse({
        venueId: String(venueId),
        version: String(venue.version),
        name: venue.name,
        country: venue.country,
        place: venue.place,
        rooms,
        ...more,
      });
    };
    value(
      editVenue(
        as(coordinator, now),
        fields({}, [
          { id: String(a), name: "B", retired: "on" },
          { id: String(b), name: "A" },
          { name: "C", seats: "40" },
        ]),
      ),
    );
    expect(
      venueDetail(as(coordinator), gate.venue(as(coordinator), "venues.edit", venueId)).rooms.map((r) => [
        r.name,
        r.seats,
        r.retiredAt,
      ]),
    ).toEqual([
      ["B", null, now],
      ["A", null, null],
      ["C", 40, null],
    ]);
    expect(fault(session({ startsAt: "11:00", endsAt: "12:00" })).fields).toEqual({
      roomId: { code: "retired" },
    });
    value(session({ sessionId: String(sessionId), version: "1", title: "Welcome" }));
    expect(
      fault(editVenue(as(coordinator, now), fields({}, [...kept, { name: " " }, { name: "C" }]))).fields,
    ).toEqual({
      "rooms.3.name": { code: "roomTaken" },
    });
    expect(fault(editVenue(as(coordinator, now), fields({ country: "LB" }))).fields).toEqual({
      country: { code: "venueHasCourses" },
    });
    value(setVenueRetired(as(coordinator, now), { venueId, retired: "yes" }));
    expect(fault(createCourse(as(coordinator, now), courseSchema.parse(form(there)))).fields).toEqual({
      venueId: { code: "retired" },
    });
    value(planAgain(courseId, there));
    value(setVenueRetired(as(coordinator, now), { venueId, retired: "no" }));
    plan(there);
  });
});

describe("countries", () => {
  it("are edited by administrators alone, who leave a working day", () => {
    const week = ["1", "2", "3", "4", "5", "6", "7"];
    const input = countrySchema.parse({ country: "MA", zone: "Africa/Casablanca", weekend: "7" });
    expect(fault(editCountry(as(coordinator, now), input)).code).toBe("notFound");
    value(editCountry(as(administrator, now), input));
    expect(countrySchema.safeParse({ country: "MA", zone: "Africa/Casablanca", weekend: week }).success).toBe(
      false,
    );
    expect(countrySchema.safeParse({ country: "MA", zone: "Africa/Nowhere", weekend: "7" }).success).toBe(
      false,
    );
    expect(fault(editCountry(as(administrator, now), { ...input, country: "XX" })).code).toBe("notFound");
  });
  it("in use come first; a programme takes more of them, and keeps them when it is saved as it is", () => {
    expect(countriesInUse(as(coordinator))[0]).toBe("EG");
    expect(countryChoices(as(coordinator)).others).toContain("VN");
    expect(countryChoices(as(coordinator)).others).not.toContain("EG");
    const save = (more: Record<string, unknown>) =>
      editProgramme(
        as(coordinator, now),
        programmeEditSchema.parse({
          programmeId: String(programmeId),
          code: "First",
          titleEn: "First",
          issuerEn: "ILO",
          countries: programmeDetail(
            as(coordinator),
            gate.programme(as(coordinator), "programmes.read", programmeId),
          ).countries,
          ...more,
        }),
      );
    value(save({ moreCountry1: "VN", moreCountry2: "", moreCountry3: "SN" }));
    value(save({ moreCountry1: "", moreCountry2: "" }));
    expect(
      programmeDetail(as(coordinator), gate.programme(as(coordinator), "programmes.read", programmeId))
        .countries,
    ).toEqual(["EG", "SN", "VN"]);
    expect(
      programmeEditSchema.safeParse({ programmeId: "1", code: "x", titleEn: "x", issuerEn: "x" }).success,
    ).toBe(false);
  });
  it("in use say what a local number means to somebody who signs in with it", async () => {
    const passwordHash = await hashPassword("a long password");
    const personId = person("Awa", { country: "SN", phone: "+221771234567" });
    transact((db) =>
      db.insert(accounts).values({ personId, phone: "+221771234567", passwordHash, createdAt: now }).run(),
    );
    for (const identifier of ["77 123 45 67", "+221 77 123 45 67", "00221771234567"])
      expect(
        (await signIn(as(visitor, now), { identifier, password: "a long password", back: "/today" }, "there"))
          .ok,
      ).toBe(true);
  });
});

describe("public holidays", () => {
  const jordan = (from = "2027-01-01") => countryDetail(as(administrator), "JO", from)!.holidays;
  const on = (day: string) => jordan().find((h) => h.day === day);
  const nextYear = now + 366 * day;
  it("are there for this year and the next, in three languages, and say where the moon decides", () => {
    for (const code of [
      "JO",
      "LB",
      "PS",
      "KE",
      "CM",
      "CD",
      "KG",
      "IQ",
      "EG",
      "UG",
      "SD",
      "ET",
      "SY",
      "YE",
      "TN",
      "MA",
    ]) {
      const { holidays } = countryDetail(as(administrator), code, "2027-01-01")!;
      expect(new Set(holidays.map((h) => h.day.slice(0, 4))), code).toEqual(new Set(["2027", "2028"]));
      // Congo keeps no feast of the Islamic calendar.
      const byMoon = holidays.some((h) => h.byMoon && h.name.ar?.includes("عيد الفطر"));
      expect(byMoon, code).toBe(code !== "CD");
      for (const { name } of holidays)
        for (const locale of locales) expect(name[locale], `${code} ${name.en} ${locale}`).toBeTruthy();
    }
    expect(on("2027-12-25")).toMatchObject({ byMoon: false, name: { fr: "Noël" } });
  });
  it("are put in once a year: what somebody changed or took out stays so, and the next year comes", () => {
    value(
      editHoliday(
        as(administrator, now),
        holidayEditSchema.parse({
          country: "JO",
          of: "2028-05-01",
          day: "2028-05-02",
          ownLanguage: "en",
          nameEn: "Labour Day, moved",
        }),
      ),
    );
    value(removeHoliday(as(administrator, now), { country: "JO", day: "2027-12-25" }));
    openStore(now + 1);
    openStore(nextYear);
    expect(on("2028-05-01")).toBeUndefined();
    expect(on("2028-05-02")?.name).toEqual({ own: "en", en: "Labour Day, moved" });
    expect(on("2027-12-25")).toBeUndefined();
    expect(on("2029-12-25")?.name.en).toBe("Christmas Day");
  });
  it("come back as they were when their removal is undone", () => {
    const feast = jordan().find((h) => h.byMoon)!;
    const at = { country: "JO", day: feast.day };
    expect(fault(restoreHoliday(as(administrator, now), at)).code).toBe("holidayThere");
    value(removeHoliday(as(administrator, now), at));
    expect(fault(removeHoliday(as(administrator, now), at)).code).toBe("notFound");
    expect(fault(restoreHoliday(as(coordinator, now), at)).code).toBe("notFound");
    value(restoreHoliday(as(administrator, now), at));
    expect(on(feast.day)).toEqual(feast);
  });
  it("keep what they say in the other languages, and by the moon until a hand puts them to a day", () => {
    const feast = jordan().find((h) => h.byMoon)!;
    const form = (more: Record<string, string>) =>
      holidayEditSchema.parse({
        country: "JO",
        of: feast.day,
        day: feast.day,
        ownLanguage: "fr",
        ...Object.fromEntries(locales.map((l) => [fieldIn("name", l), feast.name[l] ?? ""])),
        ...more,
      });
    value(editHoliday(as(administrator, now), form({})));
    expect(on(feast.day)).toEqual(feast);
    value(editHoliday(as(administrator, now), form({ nameFr: "Fête" })));
    expect(on(feast.day)).toEqual({ ...feast, name: { ...feast.name, fr: "Fête" } });
    const moved = addDays(feast.day, -1);
    value(editHoliday(as(administrator, now), form({ nameFr: "Fête", day: moved })));
    expect(on(moved)).toMatchObject({ byMoon: false, name: { fr: "Fête" } });
    const add = holidaySchema.parse({ country: "JO", day: moved, name: "عيد", language: "ar" });
    expect(fault(addHoliday(as(administrator, now), add)).fields).toEqual({ day: { code: "holidayThere" } });
    value(addHoliday(as(administrator, now), { ...add, day: "2027-06-02" }));
    expect(on("2027-06-02")?.name).toEqual({ own: "ar", ar: "عيد" });
  });
  it("do not take the place of what an office entered before", () => {
    const there = { country: "KE", day: "2031-12-25" };
    value(addHoliday(as(administrator, now), { ...there, name: "Our own" }));
    openStore(Date.parse("2030-06-01T00:00:00Z"));
    const kenya = countryDetail(as(administrator), "KE", "2031-01-01")!.holidays;
    expect(kenya.find((h) => h.day === there.day)?.name.en).toBe("Our own");
    expect(kenya.some((h) => h.day === "2031-12-12")).toBe(true);
  });
});
