import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { certifiedTable, registerTable } from "../../app/_words/trainerTable";
import { GET as certifiedFile } from "../../app/api/files/trainers/certified/route";
import { GET as registerFile } from "../../app/api/files/trainers/route";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { csvRow } from "../../lib/documents/csv";
import type { CertifiedRow } from "../../lib/stages/queries/certifiedOn";
import { restate } from "../../lib/stages/restate";
import { insertStageEvent } from "../../lib/stages/store/events";
import { addDays } from "../../lib/time/civil";
import type { RegisterTrainer } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { world } from "../support/world";

let viewer: Viewer;
let at = 0;
vi.mock("../../app/_server/context", () => ({
  currentContext: async () => as(viewer, at),
  toSignIn: () => "/sign-in",
}));
// A browser that has not said where it is: the account's zone holds.
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));
vi.mock("../../app/_server/refusals", () => ({ noteRefusal: async () => {} }));

freshDatabase();
const w = world();
viewer = w.coordinator;
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const today = addDays(course.endsOn, 2);
const until = "2029-03-01";
at = course.at(today, "09:00");
const [amal] = course.people.map(({ personId }) => personId) as [number];
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
transact(() => {
  const cx = as(w.coordinator, at);
  const way = { personId: amal, toolId, programmeId: w.programmeId, day: today };
  insertStageEvent(cx, { ...way, kind: "approved", until, exception: true, words: "In a war" });
  restate(cx, [amal]);
});
sqlite().prepare("UPDATE persons SET name = '=HYPERLINK(\"x\")' WHERE id = ?").run(amal);

const asked = (query: string) => new NextRequest(`http://localhost/api/files/x${query}`);
const read = async (answer: Response) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
};

describe("the register as a file", () => {
  it("has what its page shows, narrowed alike, in the reader's language, nothing of it a formula and no contact", async () => {
    const answer = await registerFile(asked("?stage=certified&lang=fr"));
    expect(answer.headers.get("Content-Disposition")).toContain(`cascade-trainers-${today}.csv`);
    const [heads, row, end] = await read(answer);
    expect(heads).toMatch(/^\ufeffNom,/);
    expect(row).toMatch(/^"'=HYPERLINK\(""x""\)",/);
    expect(row).toContain(`Certification,${until},non,oui`);
    expect(end).toBe("");
    const whole = await read(await registerFile(asked("")));
    expect(whole.filter(Boolean).length).toBeGreaterThan(3);
    expect(whole.join()).not.toMatch(/\+962|@/);
  });
  it("says of nobody who is suspended until when it is valid, as the page does", async () => {
    const suspended = transact(() => {
      const cx = as(w.coordinator, at);
      const way = { personId: amal, toolId, programmeId: w.programmeId, day: today };
      const id = insertStageEvent(cx, { ...way, kind: "suspended", words: "A complaint" });
      restate(cx, [amal]);
      return { ...way, ofId: id };
    });
    const [, row] = await read(await registerFile(asked("?stage=suspended&lang=en")));
    expect(row).toContain("HYPERLINK");
    expect(row).not.toContain(until);
    transact(() => {
      insertStageEvent(as(w.coordinator, at), { ...suspended, kind: "resumed" });
      restate(as(w.coordinator, at), [amal]);
    });
  });
  it("has who was certified on a day, and nobody the day before", async () => {
    const on = async (day: string) =>
      (await read(await certifiedFile(asked(`?day=${day}&tool=${toolId}`)))).filter(Boolean);
    expect(await on(today)).toHaveLength(2);
    expect(await on(addDays(today, -1))).toHaveLength(1);
    expect((await certifiedFile(asked("?day=someday"))).status).toBe(404);
  });
  it("is not there for a programme that is not theirs, and never has everybody in its place", async () => {
    const [one] = await read(await registerFile(asked(`?programme=${w.programmeId}`)));
    expect(one).toBeTruthy();
    for (const programme of [w.otherId, 999_999, "abc"])
      expect((await registerFile(asked(`?programme=${programme}`))).status, String(programme)).toBe(404);
  });
  it("shows nobody to another programme's coordinator, and is not there for a trainer", async () => {
    viewer = w.stranger;
    expect((await read(await registerFile(asked("")))).filter(Boolean)).toHaveLength(1);
    viewer = w.trainer;
    expect((await registerFile(asked(""))).status).toBe(404);
    expect((await certifiedFile(asked(`?tool=${toolId}`))).status).toBe(404);
  });
});

describe("a tool that is one module", () => {
  it("is said to be the whole tool, in the list and in the register", () => {
    const programme = { own: "ar", ar: "مسار", en: "MASAR" };
    const row = {
      ...{ person: { name: "Amal", latinName: null }, stage: "certified", modules: [""], programme },
      ...{ since: today, until, before: false, byException: false, enteredLater: null, saidSince: [] },
      ends: [{ codes: [""], since: today, until, before: false }],
    } as unknown as CertifiedRow;
    expect(certifiedTable("fr").rowOf(row)).toContain("l’outil entier");
    const way = {
      tool: { title: { own: "en", en: "Book" } },
      modules: [""],
      stage: "certified",
      ends: [],
      programme,
    };
    const trainer = {
      name: "Amal",
      languages: [],
      programmes: [programme],
      fits: [way],
    } as unknown as RegisterTrainer;
    expect(registerTable("en").rowsOf(trainer)[0]).toContain("the whole tool");
    // What its programme is called is in the reader's language too.
    expect(
      registerTable("ar")
        .rowsOf(trainer)[0]!
        .filter((cell) => cell === "مسار"),
    ).toHaveLength(2);
    expect(certifiedTable("ar").rowOf(row)).toContain("مسار");
  });
});

describe("a row of comma-separated values", () => {
  it("keeps as text what a spreadsheet would calculate, whatever stands before it", () => {
    expect(csvRow(["＝1", "－1", "＋1", "＠x"])).toBe("'＝1,'－1,'＋1,'＠x\r\n");
    expect(csvRow(["-1", "+1", "@x", " =1", "\u200f=1", "\t1", "a,b", 'a"b', -1, null, "حداد"])).toBe(
      "'-1,'+1,'@x,' =1,'\u200f=1,'\t1,\"a,b\",\"a\"\"b\",-1,,حداد\r\n",
    );
  });
});
