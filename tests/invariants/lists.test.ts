import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { registrations } from "../../db/schema";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { coursePdf } from "../../lib/documents/list";
import { paperFile } from "../../lib/documents/paperFile";
import type { AttendanceMatrix, CoursePaper, Listed } from "../../lib/documents/papers";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { type Locale, locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { listsOf, misplaced, readPages, saidOn } from "../support/lists";
import { letters } from "../support/pages";
import { fontsOf } from "../support/pdf";
import { posted } from "../support/posted";
import { manySessions } from "../support/timetableOnPaper";
import { transact } from "../support/transact";
import { opened, ownWorkshop, question, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const messages = { en, fr, ar };

/** The documents that there are: templates that no other takes its words from, but for the certificate, which has a test of its own. */
const templates = readdirSync("lib/documents").filter((name) => name.endsWith(".typ"));
const kinds = templates
  .filter((name) => /^#show: listed/m.test(readFileSync(`lib/documents/${name}`, "utf8")))
  .map((name) => name.replace(".typ", ""));

const names: [string, string | null][] = [
  ["Hana", null],
  ["ليلى الخطيب", "Laila Al-Khatib"],
  ["Omar Haddad", "عمر حداد"],
  [letters("Wilhelmina", 60), null],
  [letters("عبدالرحمنالخطيب", 60), letters("Abdurrahman", 60)],
  ["Marie-Émilienne Nkoulou Mbarga Ngo Bassa Épouse Tchoumi Kabon", null],
];
const somebody = (i: number): Listed => {
  const [name, other] = names[i % names.length]!;
  return {
    name,
    other,
    organisation: i % 4 === 0 ? "" : `${letters("Cooperative of producers ", 50)}`,
    apart: i % 3 === 0 ? "no. 12" : "",
  };
};
const everybody = <More>(count: number, more: (i: number) => More) =>
  Array.from({ length: count }, (_, i) => ({ ...somebody(i), ...more(i) }));

const head = (language: Locale) => ({
  language,
  course: letters("Training of trainers on Think.Coop and Start.Coop in Irbid ", 160),
  lines: ["23 November 2026", letters("Centre for training of the north ", 120)],
  fictional: messages[language].paper.fictional,
});

const signs: AttendanceMatrix["signs"] = {
  present: "Present",
  late: "Late",
  excused: "Excused",
  absent: "Absent",
};
/** Every kind of list with so many people and sessions. */
const made: Record<CoursePaper["kind"], (language: Locale, people: number, sessions: number) => CoursePaper> =
  {
    "sign-in": (language, people, sessions) => ({
      kind: "sign-in",
      ...head(language),
      title: messages[language].paper.signIn,
      heads: {
        number: "No.",
        name: messages[language].paper.name,
        organisation: messages[language].paper.organisation,
      },
      days: [
        {
          day: "Monday 23 November 2026",
          lines: ["Hall"],
          signatures: Array.from({ length: Math.min(4, sessions) }, () => ({
            time: "09:00–10:30",
            title: letters("Opening", 60),
          })),
          list: 0,
        },
      ],
      lists: [{ people: everybody(people, () => ({})), emptyRows: 8 }],
    }),
    participants: (language, people) => ({
      kind: "participants",
      ...head(language),
      title: "Participants",
      heads: ["No.", "Name", messages[language].paper.organisation, "Group", "Phone", "E-mail"],
      groups: true,
      people: everybody(people, (i) => ({
        group: letters("Group", 60),
        contacts: ["+962 79 123 4567", i % 2 ? `${letters("somebody", 50)}@mail.example.org` : ""],
      })),
      nobody: messages[language].paper.nobody,
    }),
    timetable: (language, _, sessions) => manySessions(head(language), sessions, false),
    attendance: (language, people, sessions) => ({
      kind: "attendance",
      ...head(language),
      title: messages[language].paper.attendance,
      heads: {
        number: "No.",
        name: messages[language].paper.name,
        share: "Share so far",
        sum: "Present or late",
      },
      signs,
      sessions: Array.from({ length: sessions }, (_, i) => ({
        day: `Wed ${Math.floor(i / 2) + 1} Sept`,
        from: "09:00",
        code: i % 5 ? "M12" : letters("Opening", 40),
        sum: "480/500",
      })),
      people: everybody(people, (i) => ({
        marks: Array.from({ length: sessions }, (_, s) => ["p", "l15", "e", "a", ""][(i + s) % 5]!),
        share: "76%",
        below: i % 3 === 0,
      })),
      below: "Less than the 80% required",
      none: messages[language].paper.nobody,
    }),
  };

/** What is wrong with a list as a PDF, in words. */
async function faultsOf(paper: CoursePaper, people: number, pdf: Uint8Array = coursePdf(paper)) {
  const { title, pages } = await readPages(pdf);
  const said = saidOn(pages);
  const faults = misplaced(pages);
  if (!title.startsWith(paper.title)) faults.push(`title "${title}"`);
  for (const font of fontsOf(pdf))
    if (!/^(NotoSans|NotoSerif|Amiri)-/.test(font)) faults.push(`font ${font}`);
  const text = Buffer.from(pdf).toString("latin1");
  if (!text.includes("pdfuaid") || !text.includes("/MarkInfo")) faults.push("not for a screen reader");
  if ("people" in paper)
    for (let i = 0; i < Math.min(people, names.length); i++) {
      const { name, other } = somebody(i);
      const latin = [name, other].find((one) => one && /\p{Script=Latin}/u.test(one)) ?? name;
      const wanted =
        Math.ceil((people - i) / names.length) * (paper.kind === "attendance" ? parts(paper) : 1);
      const there = said.split(latin.replace(/\s/g, "")).length - 1;
      if (there !== wanted) faults.push(`"${latin}" is there ${there} times of ${wanted}`);
    }
  const columns = "people" in paper && "heads" in paper && paper.people.length > 0 ? paper.heads : {};
  const nameHead = Array.isArray(columns) ? columns[1] : "name" in columns ? columns.name : null;
  if (nameHead && paper.kind !== "attendance")
    for (const [number, page] of pages.entries())
      if (paper.language !== "ar" && !saidOn([page]).includes(nameHead.replace(/\s/g, "")))
        faults.push(`no head on page ${number + 1}`);
  return faults;
}
const parts = ({ sessions }: AttendanceMatrix) => Math.ceil(sessions.length / 12);

describe("lists on paper", () => {
  it("are these: each template has its case here", () => {
    expect(kinds.sort()).toEqual(Object.keys(made).sort());
  });
  for (const kind of kinds as CoursePaper["kind"][]) {
    for (const language of locales)
      it(`${kind} in ${language} fits its pages with nobody, one and forty people, and long names`, async () => {
        for (const [people, sessions] of [
          [0, 0],
          [0, 1],
          [1, 1],
          [40, 30],
        ] as const) {
          const faults = await faultsOf(made[kind](language, people, sessions), sessions === 0 ? 0 : people);
          expect(faults.slice(0, 5)).toEqual([]);
        }
      });
    it(`${kind} fits with 500 people, from a process that ends`, async () => {
      const paper = made[kind]("en", 500, 13);
      const pdf = await paperFile([{ list: paper }], "pdf");
      expect((await faultsOf(paper, 500, pdf)).slice(0, 5)).toEqual([]);
      const { pages } = await readPages(pdf);
      expect(pages.length).toBeGreaterThan(kind === "timetable" ? 0 : 15);
    });
  }
});

/** What somebody said for the totals, of their needs and to a question, in words that stand nowhere else. */
const marker = "ZXQMARK";
const said = {
  sex: "woman",
  birthYear: "1937",
  displacement: "refugee",
  disability: "yes",
  needs: `${marker} needs`,
};

/** A course of two people who said all there is to say, with a roll. */
async function told(course: { courseId: number; slug: string }) {
  const asked = question(course.courseId, `${marker} question`, true);
  for (const [name, latinName] of [
    ["ليلى", "Laila"],
    ["Ola", null],
  ] as const)
    value(
      await registered(course.slug, {
        name,
        latinName,
        email: `${name === "Ola" ? "ola" : "laila"}@mail.example`,
        ...said,
        [`answers.q${asked}`]: `${marker} answer`,
      }),
    );
  transact((db) =>
    db
      .update(registrations)
      .set({ needs: `${marker} needs` })
      .run(),
  );
  const session = sqlite()
    .prepare("SELECT id, start_instant AS begins FROM sessions WHERE course_id = ? ORDER BY id")
    .get(course.courseId) as { id: number; begins: number };
  const people = sqlite()
    .prepare("SELECT id FROM registrations WHERE course_id = ? ORDER BY id")
    .all(course.courseId) as { id: number }[];
  value(
    takeRoll(
      as(w.trainer, session.begins),
      rollSchema.parse(
        posted({
          sessionId: String(session.id),
          [`marks.${people[0]!.id}.state`]: "late",
          [`marks.${people[0]!.id}.lateMinutes`]: "7",
          reason: `${marker} reason`,
        }),
      ),
    ),
  );
  return course.courseId;
}

describe("no list says what is not for everybody's eyes", () => {
  it("neither what was said for the totals, nor needs, answers and reasons, in any language, for any reader", async () => {
    const courseId = await told(ownWorkshop(w));
    expect(JSON.stringify(sqlite().prepare("SELECT needs, answers FROM registrations").all())).toContain(
      marker,
    );
    expect(sqlite().prepare("SELECT count(*) FROM sensitive_facts").pluck().get()).toBe(2);
    for (const viewer of [w.coordinator, w.trainer])
      for (const language of locales)
        for (const paper of listsOf(viewer, courseId, language)) {
          const { pages } = await readPages(coursePdf(paper));
          const text = saidOn(pages);
          const { sex, displacement } = messages[language];
          const hidden = [marker, "1937", sex.woman, displacement.refugee].map((word) =>
            word.replace(/\s/g, ""),
          );
          expect(hidden.filter((word) => text.includes(word))).toEqual([]);
          if (paper.kind !== "timetable") expect(text).toContain("Laila");
        }
  });
  it("has contacts for whoever may see them: all for a coordinator, phones in a trainer's own workshop, else none", async () => {
    const own = await told(ownWorkshop(w, { startsOn: "2027-03-07", endsOn: "2027-03-11" }));
    const course = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-08" });
    value(await registered(course.slug, { name: "Ola", email: "ola@mail.example" }));
    const contacts = async (by: typeof w.trainer, courseId: number) => {
      const list = listsOf(by, courseId, "en").find((paper) => paper.kind === "participants")!;
      const text = saidOn((await readPages(coursePdf(list))).pages);
      return { phones: text.includes("+962"), mail: text.includes("ola@mail.example") };
    };
    expect(await contacts(w.coordinator, own)).toEqual({ phones: true, mail: true });
    expect(await contacts(w.trainer, own)).toEqual({ phones: true, mail: false });
    expect(await contacts(w.coordinator, course.courseId)).toEqual({ phones: true, mail: true });
    expect(await contacts(w.trainer, course.courseId)).toEqual({ phones: false, mail: false });
    for (const by of [w.stranger, w.participant]) expect(() => listsOf(by, own, "en")).toThrow();
  });
});
