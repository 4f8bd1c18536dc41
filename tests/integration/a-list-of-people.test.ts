import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { registerList } from "../../lib/admission/commands";
import type { ListRegistered } from "../../lib/admission/commands/list";
import type { ReadList } from "../../lib/faults";
import { registerParticipants } from "../../lib/participants/commands";
import { registerListSchema } from "../../lib/registrations/schema";
import type { Result } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { states } from "../support/registrationRows";
import { fault, now, opened, person, value, world } from "../support/world";

freshDatabase();
const w = world();

type Answer = Result<ListRegistered>;
type Sends = (form: Record<string, unknown>) => Answer;

const sent = (courseId: number, list: string, more: Record<string, unknown> = {}) => ({
  courseId: String(courseId),
  list,
  language: "fr",
  consent: "on",
  ...more,
});
const byCoordinator: Sends = (form) => registerList(as(w.coordinator, now), registerListSchema.parse(form));

/** What a list reads as, by the answer that shows it. */
function shown(answer: Answer): ReadList & { right: boolean } {
  const read = fault(answer).fields?.list;
  if (read?.code !== "listToRead" && read?.code !== "listWrong") throw new Error(JSON.stringify(read));
  return { ...read.list, right: read.code === "listToRead" };
}

/** Sends a list and once more as it was shown. */
const readAndSent = (send: Sends, form: Record<string, unknown>) =>
  value(send({ ...form, checked: shown(send(form)).checked }));

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
    expect(first.rows[0]).toMatchObject({ becomes: "new", phone: "+962791234567", sex: "woman" });
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
      ["wrong", "unclear"],
      ["wrong", "twice"],
      ["wrong", "emailInvalid"],
      ["wrong", "phoneInvalidIn"],
    ]);
    expect(everything()).toEqual(before);
  });
  it("doubles nobody: whom the programme knows is registered as they are, whoever is in the course is passed over", () => {
    const { courseId } = opened(w);
    const known = person("Hala Nasser", { phone: "+962791110001" });
    sqlite()
      .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)")
      .run(known, w.programmeId, now);
    const list = "hala nasser, 0791110001, Another cooperative\nHala’s sister, 0791110001\nDina";
    const { rows } = shown(byCoordinator(sent(courseId, list)));
    expect(rows.map(({ becomes, like }) => [becomes, like?.name ?? null])).toEqual([
      ["known", null],
      ["new", "Hala Nasser"],
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

describe("a trainer who pastes a list in a workshop of theirs", () => {
  it("gives a place to each, raises the number that is expected, and hears of nobody who is known elsewhere", () => {
    const { courseId } = opened(w, { capacity: "1" });
    sqlite()
      .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
      .run(w.trainer.personId, now, courseId);
    const send: Sends = (form) => registerParticipants(as(w.trainer, now), registerListSchema.parse(form));
    const list = "Hala Nasser, 0791110001\nDina Saleh";
    expect(shown(send(sent(courseId, list))).rows.map(({ becomes, like }) => [becomes, like])).toEqual([
      ["new", null],
      ["new", null],
    ]);
    expect(shown(send(sent(courseId, list))).expected).toBe(2);
    expect(shown(send(sent(courseId, "Hala Nasser"))).expected).toBeNull();
    expect(readAndSent(send, sent(courseId, list))).toMatchObject({ registered: 2, places: 2, expected: 2 });
    expect(states(courseId)).toEqual(["accepted", "accepted"]);
    // Whom the programme knows by name and phone is not there twice for that.
    expect(
      sqlite()
        .prepare("SELECT count(*) FROM persons WHERE phone = '+962791110001' AND name = 'Hala Nasser'")
        .pluck()
        .get(),
    ).toBe(1);
  });
});
