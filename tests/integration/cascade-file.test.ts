import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { GET as treeFile } from "../../app/api/files/cascade/[course]/route";
import { GET as listFile } from "../../app/api/files/cascade/route";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { wholeCascade } from "../../lib/cascade/queries";
import { ever } from "../../lib/cascade/rules/period";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { ended, value, viewer, world } from "../support/world";

let by: Viewer;
let at = 0;
vi.mock("../../app/_server/context", () => ({
  currentContext: async () => as(by, at),
  toSignIn: () => "/sign-in",
}));
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));
vi.mock("../../app/_server/refusals", () => ({ noteRefusal: async () => {} }));

freshDatabase();
const w = { ...world() };
const { issued, running } = coursesToCertify(w);
const tot = await issued("tot");
const [rami] = w.trainerIds as [number];

/** From now on somebody trains the courses that are made. */
function teach(personId: number) {
  sqlite()
    .prepare(
      "INSERT OR IGNORE INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', 0)",
    )
    .run(w.programmeId, personId);
  w.trainerIds = [personId];
  w.trainer = viewer(personId, { trains: [w.programmeId] });
}
teach(tot.people[0]!.personId);

/** A workshop that ended, to which people of these sexes came. */
async function held(sexes: readonly string[]) {
  const course = await running(
    "user",
    sexes.map((sex, nth) => ({ name: `Somebody ${nth}`, sex })),
  );
  for (const i of course.people.keys()) course.mark(i, "present", "all");
  at = course.at(course.endsOn, "22:00");
  value(ended(w.coordinator, course.courseId, at));
  return course;
}
const workshop = await held(["woman", "woman", "woman", "man", "man", "undisclosed"]);

const asked = (query: string) => new NextRequest(`http://localhost/api/files/cascade${query}`);
const cells = async (answer: Response) => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  const [heads, ...rows] = text.replace("\ufeff", "").trimEnd().split("\r\n");
  return rows.map((row) => Object.fromEntries(heads!.split(",").map((head, i) => [head, row.split(",")[i]])));
};
const tree = (query = "") =>
  treeFile(asked(`/x${query}`), { params: Promise.resolve({ course: String(tot.courseId) }) });

describe("a cascade as a file", () => {
  it("has the numbers of its page in the reader's language, by sex as far as it is known, and names nobody", async () => {
    by = w.coordinator;
    const [row, ...more] = await cells(await listFile(asked("?lang=en")));
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ Trainers: "3", Workshops: "1", "People by name": "6", Attendances: "6", Generations: "1" },
      ...{ "Attendances of women": "3", "Attendances of men": "2" },
    });
    for (const answer of [await listFile(asked("?lang=fr")), await tree("?lang=ar")])
      expect(await answer.text()).not.toMatch(/Amal|Somebody/);
    const [own] = await cells(await tree("?lang=en"));
    expect(own).toMatchObject({ Generation: "1", Workshops: "1", "Attendances of women": "3" });
  });
  it("leaves empty how many women there were where too few said it, and never says 0", async () => {
    by = w.coordinator;
    sqlite().prepare("UPDATE came_by_sex SET women = 0, men = 0").run();
    const [row] = await cells(await tree("?lang=en"));
    expect(row).toMatchObject({ Attendances: "6", "Attendances of women": "", "Attendances of men": "" });
    sqlite().prepare("UPDATE came_by_sex SET women = 0, men = 5").run();
    const [men] = await cells(await tree("?lang=en"));
    expect(men).toMatchObject({ "Attendances of women": "", "Attendances of men": "5" });
  });
  it("says of a period with a first day which cooperatives nothing of the same cascade reached before", async () => {
    by = w.coordinator;
    const later = await held(["woman", "man"]);
    const cooperative = sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, name_key, sort_name) VALUES ('Weavers', 'cooperative', 'weavers', 'weavers')",
      )
      .run().lastInsertRowid;
    const belongs = sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?");
    for (const { people } of [workshop, later]) belongs.run(cooperative, people[0]!.personId);
    const said = async (course: { courseId: number } | null) => {
      const day = sqlite()
        .prepare("SELECT starts_on FROM courses WHERE id = ?")
        .pluck()
        .get(course?.courseId ?? 0);
      const [row] = await cells(await listFile(asked(`?lang=en&from=${day ?? ""}`)));
      return [row!["Cooperatives and unions"], row!["Cooperatives and unions new in this period"]];
    };
    expect(await said(null)).toEqual(["1", ""]);
    expect(await said(workshop)).toEqual(["1", "1"]);
    // It had sent somebody to the earlier one.
    expect(await said(later)).toEqual(["1", "0"]);
  });
  it("calls new in a cascade what another one on the same page had reached before", async () => {
    by = w.coordinator;
    teach(rami);
    const other = await issued("tot");
    teach(other.people[0]!.personId);
    const { courseId, people } = await held(["woman", "man"]);
    sqlite()
      .prepare(
        "UPDATE persons SET organisation_id = (SELECT id FROM organisations WHERE name = 'Weavers') WHERE id = ?",
      )
      .run(people[0]!.personId);
    const from = sqlite().prepare("SELECT starts_on FROM courses WHERE id = ?").pluck().get(courseId);
    const rows = await cells(await listFile(asked(`?lang=en&from=${from}`)));
    expect(
      rows.map((row) => [row["Cooperatives and unions"], row["Cooperatives and unions new in this period"]]),
    ).toEqual([
      ["1", "1"],
      ["0", "0"],
    ]);
  });
  it("has each training once, and none that is gone, whichever leave the reach while it is written", () => {
    const columns = (sqlite().pragma("table_info(courses)") as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== "id" && name !== "slug");
    for (let i = 0; i < 30; i += 1)
      sqlite()
        .prepare(
          `INSERT INTO courses (slug, ${columns.join()}) SELECT 'copy-${i}', ${columns.join()} FROM courses WHERE id = ?`,
        )
        .run(tot.courseId);
    const any = { programme: null, country: null, toolId: null, year: null };
    const cx = as(w.coordinator, at);
    const reach = gate.reach(cx, "cascade.read");
    const all = [...wholeCascade(cx, reach, any, ever)].flat().map(({ id }) => id);
    expect(all.length).toBe(new Set(all).size);
    const pages = wholeCascade(cx, reach, any, ever);
    const first = (pages.next().value as { id: number }[]).map(({ id }) => id);
    const gone = [first.at(-1)!, all[first.length + 2]!];
    sqlite()
      .prepare("UPDATE courses SET state = 'cancelled' WHERE id IN (?, ?)")
      .run(...gone);
    const rest = [...pages].flat();
    expect([...first, ...rest.map(({ id }) => id)]).toEqual(all.filter((id) => id !== gone[1]));
    sqlite().prepare("DELETE FROM courses WHERE slug LIKE 'copy-%'").run();
  });
  it("is narrowed as its page, and not there for a day that is none or a programme that is not theirs", async () => {
    by = w.coordinator;
    const [row] = await cells(await listFile(asked("?lang=en&from=2099-01-01")));
    expect(row).toMatchObject({ Workshops: "0", "Cooperatives and unions new in this period": "0" });
    expect((await listFile(asked("?from=someday"))).status).toBe(404);
    expect((await tree("?from=someday")).status).toBe(404);
    for (const programme of [w.otherId, 999_999])
      expect((await listFile(asked(`?programme=${programme}`))).status, String(programme)).toBe(404);
  });
  it("shows nothing to another programme's coordinator, and is not there for a trainer", async () => {
    by = w.stranger;
    expect(await cells(await listFile(asked("")))).toEqual([]);
    expect((await tree()).status).toBe(404);
    by = w.trainer;
    expect((await listFile(asked(""))).status).toBe(404);
    expect((await tree()).status).toBe(404);
  });
});
