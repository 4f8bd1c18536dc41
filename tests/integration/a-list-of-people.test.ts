import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { registerList } from "../../lib/admission/commands";
import { displayPhone } from "../../lib/phone/phone";
import { registerListSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { readAndSent, type Sends, sent, shown } from "../support/peopleList";
import { states } from "../support/registrationRows";
import { fault, now, opened, person, value, world } from "../support/world";

freshDatabase();
const w = world();

const byCoordinator: Sends = (form) => registerList(as(w.coordinator, now), registerListSchema.parse(form));

const namesIn = (courseId: number) =>
  sqlite()
    .prepare(
      "SELECT p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY r.number",
    )
    .pluck()
    .all(courseId);

describe("a coordinator who pastes a list", () => {
  it("sees first how it reads, and writes nothing until that was seen", () => {
    const { courseId } = opened(w, { capacity: "2" });
    const before = everything();
    const list = "Rana Haddad, 0791234567, F, Coop A\nOmar Said\nLina Odeh";
    const first = shown(byCoordinator(sent(courseId, list)));
    expect(first).toMatchObject({ right: true, gets: { places: 2, waiting: 1, undecided: 0 } });
    expect(first.rows[0]).toMatchObject({
      becomes: "new",
      phone: displayPhone("+962791234567"),
      sex: "woman",
    });
    expect(everything()).toEqual(before);
    // Another list than the one that was shown is shown as well.
    const other = byCoordinator({ ...sent(courseId, `${list}\nSami`), checked: first.checked });
    expect(shown(other).gets.waiting).toBe(2);
    expect(everything()).toEqual(before);
    expect(value(byCoordinator({ ...sent(courseId, list), checked: first.checked }))).toMatchObject({
      registered: 3,
      places: 2,
      waiting: 1,
      here: 0,
    });
    expect(namesIn(courseId)).toEqual(["Rana Haddad", "Omar Said", "Lina Odeh"]);
    expect(states(courseId)).toEqual(["accepted", "accepted", "waiting"]);
    expect(
      sqlite()
        .prepare(
          "SELECT DISTINCT source, consent_language, photo_consent FROM registrations WHERE course_id = ?",
        )
        .all(courseId),
    ).toEqual([{ source: "coordinator", consent_language: "fr", photo_consent: 0 }]);
  });
  it("sees how it reads also while somebody else writes, for reading takes no lock", () => {
    const { courseId } = opened(w);
    const other = new Database(sqlite().name);
    other.exec("BEGIN IMMEDIATE");
    try {
      expect(shown(byCoordinator(sent(courseId, "Rana Reads\nOmar Reads"))).right).toBe(true);
    } finally {
      other.exec("ROLLBACK");
      other.close();
    }
  });
  it("registers nobody while one line is wrong, and hears of each", () => {
    const { courseId } = opened(w);
    const before = everything();
    const { rows, right } = shown(
      byCoordinator(
        sent(
          courseId,
          "Rana, 0791234567\n+962 79 123 4560\nOmar, 0790, Coop, x\nrana, 079 123 4567\nLina, lina@\nSara, 0791234",
        ),
      ),
    );
    expect(right).toBe(false);
    expect(
      rows.map(({ becomes, faults, wrong }) => [becomes, ...faults.map(({ code }) => code), ...wrong]),
    ).toEqual([
      ["new"],
      ["wrong", "nameRequired"],
      ["wrong", "phoneInvalidIn", "unclear"],
      ["wrong", "twice"],
      ["wrong", "emailInvalid"],
      ["wrong", "phoneInvalidIn"],
    ]);
    // Each is named by its number and as it was typed.
    expect(rows.filter(({ becomes }) => becomes === "wrong").map(({ line, typed }) => [line, typed])).toEqual(
      [
        [2, "+962 79 123 4560"],
        [3, "Omar, 0790, Coop, x"],
        [4, "rana, 079 123 4567"],
        [5, "Lina, lina@"],
        [6, "Sara, 0791234"],
      ],
    );
    expect(everything()).toEqual(before);
  });
  it("is shown which earlier line has the same phone or e-mail under another name, and who in the course has the name", () => {
    const { courseId } = opened(w);
    readAndSent(byCoordinator, sent(courseId, "Nada There, 0791234531"));
    const list =
      "Rana One, 0791234532\nOmar Two, 0791234532\nLina, 0791234533, l@example.org\nSara, l@example.org\nNada There, 0791234534";
    expect(
      shown(byCoordinator(sent(courseId, list))).rows.map(({ becomes, like }) => [becomes, like]),
    ).toEqual([
      ["new", null],
      ["new", { by: "phone", of: { line: 1 } }],
      ["new", null],
      ["new", { by: "email", of: { line: 3 } }],
      ["new", { by: "name", of: { name: "Nada There", latinName: null } }],
    ]);
  });
  it("takes one name with one contact for one person, whatever else the lines say, known or new", () => {
    const { courseId } = opened(w);
    const before = everything();
    const becoming = (list: string) =>
      shown(byCoordinator(sent(courseId, list))).rows.map(({ becomes, wrong }) => [becomes, ...wrong]);
    const one = "Rana Haddad, 0791234501, rana@example.org\nRana Haddad, 0791234502, rana@example.org";
    expect(becoming(one)).toEqual([["new"], ["wrong", "twice"]]);
    // It says which line that is.
    expect(shown(byCoordinator(sent(courseId, one))).rows.map(({ sameAs }) => sameAs)).toEqual([null, 1]);
    // Two of one name who share nothing are two.
    expect(becoming("Rana Haddad, 0791234501\nRana Haddad, 0791234502")).toEqual([["new"], ["new"]]);
    expect(everything()).toEqual(before);
    const known = person("Nawal Twice", { phone: "+962791110031", email: "nawal@example.org" });
    sqlite()
      .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)")
      .run(known, w.programmeId, now);
    const lines = "Nawal Twice, 0791110031, other@example.org\nNawal Twice, 0791110032, nawal@example.org";
    expect(becoming(lines)).toEqual([["known"], ["wrong", "twice"]]);
  });
  it("shows how whoever is in the course stands there, and who may be a namesake", () => {
    const { courseId } = opened(w);
    readAndSent(byCoordinator, sent(courseId, "Rana Stands, 0791234511\nOmar Stands, 0791234512"));
    sqlite()
      .prepare("UPDATE registrations SET state = 'withdrawn' WHERE course_id = ? AND number = 1")
      .run(courseId);
    const { rows } = shown(byCoordinator(sent(courseId, "Rana Stands, 0791234511\nOmar Stands\nLina")));
    expect(rows.map(({ becomes, there, doubts }) => [becomes, there?.state ?? null, ...doubts])).toEqual([
      ["here", "withdrawn"],
      ["here", "accepted", "namesake"],
      ["new", null],
    ]);
    const [id] = sqlite()
      .prepare("SELECT id FROM registrations WHERE course_id = ? AND number = 1")
      .pluck()
      .all(courseId);
    expect(rows[0]!.there).toMatchObject({ registration: { courseId, registrationId: id } });
  });
  it("doubles nobody: whom the programme knows is registered as they are, whoever is in the course is passed over", () => {
    const { courseId } = opened(w);
    const known = person("Hala Nasser", { phone: "+962791110001" });
    sqlite()
      .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)")
      .run(known, w.programmeId, now);
    const list = "hala nasser, 0791110001, Another cooperative\nHala’s sister, 0791110001\nDina";
    const { rows } = shown(byCoordinator(sent(courseId, list)));
    expect(rows.map(({ becomes, like }) => [becomes, like])).toEqual([
      ["known", null],
      ["new", { by: "phone", of: { name: "Hala Nasser", latinName: null } }],
      ["new", null],
    ]);
    readAndSent(byCoordinator, sent(courseId, list));
    expect(namesIn(courseId)).toEqual(["Hala Nasser", "Hala’s sister", "Dina"]);
    expect(readAndSent(byCoordinator, sent(courseId, `${list}\nNew one`))).toMatchObject({
      registered: 1,
      here: 3,
    });
    expect(namesIn(courseId)).toHaveLength(4);
  });
  it("takes somebody of another programme, whom they may not see, for somebody new, and says nothing of them", () => {
    const { courseId } = opened(w);
    person("Stranger Known", { phone: "+962791110002" });
    const [row] = shown(byCoordinator(sent(courseId, "Stranger Known, 0791110002"))).rows;
    expect(row).toMatchObject({ becomes: "new", like: null });
  });
  it("puts people forward in a course by selection, or accepts all of them where there are places", () => {
    const { courseId } = opened(w, { admission: "selection", capacity: "2" });
    expect(shown(byCoordinator(sent(courseId, "A b\nC d\nE f"))).gets).toMatchObject({ undecided: 3 });
    const all = byCoordinator(sent(courseId, "A b\nC d\nE f", { accept: "on" }));
    expect(fault(all).fields).toMatchObject({ accept: { code: "noPlacesToAccept" } });
    expect(shown(all)).toMatchObject({ free: 2, rows: [{ name: "A b" }, { name: "C d" }, { name: "E f" }] });
    readAndSent(byCoordinator, sent(courseId, "A b\nC d", { accept: "on" }));
    expect(states(courseId)).toEqual(["accepted", "accepted"]);
  });
  it("asks whether all agree once the list was shown, and registers nobody without", () => {
    const { courseId } = opened(w);
    const list = sent(courseId, "Rana\nOmar", { consent: "" });
    const before = everything();
    const read = shown(byCoordinator(list));
    expect(read.right).toBe(true);
    const without = byCoordinator({ ...list, checked: read.checked });
    expect(fault(without).fields).toMatchObject({ consent: { code: "consentByPerson" } });
    expect(shown(without)).toEqual(read);
    expect(everything()).toEqual(before);
    value(byCoordinator({ ...list, checked: read.checked, consent: "on" }));
    expect(namesIn(courseId)).toEqual(["Rana", "Omar"]);
  });
  it("registers nobody under a name that holds more than a name, and hears where half of a name may be meant", () => {
    const { courseId } = opened(w);
    const { rows, right, headed } = shown(
      byCoordinator(sent(courseId, "Women 12 men 13\nRima Comma,03777202\nHaddad, Nadia, 0791234501")),
    );
    expect([right, headed]).toEqual([false, false]);
    expect(rows.map(({ becomes, wrong, doubts }) => [becomes, ...wrong, ...doubts])).toEqual([
      ["wrong", "inName"],
      ["wrong"],
      ["new", "halfName"],
    ]);
  });
  it("registers a hundred at once, however long their lines are, and hears from which line on are too many", () => {
    const { courseId } = opened(w, { capacity: "100" });
    const people = Array.from({ length: 101 }, (_, i) => {
      const name = `${String.fromCodePoint(0x41 + (i % 26))}${"abcd"[Math.floor(i / 26)]}`;
      return `${"Long name ".repeat(10)}${name}, 07912${34500 + i}, ${name}${"x".repeat(60)}@example.org, ${"Cooperative ".repeat(10)}`;
    });
    const before = everything();
    expect(shown(byCoordinator(sent(courseId, people.join("\n"))))).toMatchObject({
      right: false,
      beyond: { people: 101, line: 101 },
    });
    expect(everything()).toEqual(before);
    expect(readAndSent(byCoordinator, sent(courseId, people.slice(1).join("\n"))).places).toBe(100);
  });
});
