import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { StageEventKind } from "../../db/values/stages";
import { returnedTo, wayWaits } from "../../lib/stages/queries/waits";
import { approvals, openQuestion, openRecommendation } from "../../lib/stages/rules/decide";
import { stageEventsOf } from "../../lib/stages/store/events";
import { as } from "../support/as";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { now, world } from "../support/world";

freshDatabase();
const w = world();
const file = sqlite();
const toolId = file.prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const cx = as(w.coordinator, now);
const somebody = file.prepare(
  "INSERT INTO persons (name, search, sort_name, language, country, created_at) VALUES ('Amal', 'amal', 'amal', 'en', 'JO', 0) RETURNING id",
);
const entry = file.prepare(
  "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, until, of_id, awaits, words, entered_at, entered_by) VALUES (?, ?, ?, ?, '2027-01-05', ?, ?, ?, 'Why?', ?, ?) RETURNING id",
);
const newPerson = () => somebody.pluck().get() as number;
const enter = (
  personId: number,
  kind: StageEventKind,
  by: number,
  more: { ofId?: number; awaits?: string | null } = {},
) =>
  entry
    .pluck()
    .get(
      personId,
      toolId,
      w.programmeId,
      kind,
      approvals.includes(kind) ? "2030-01-05" : null,
      more.ofId ?? null,
      more.awaits ?? null,
      now,
      by,
    ) as number;
const recommender = w.coordinator.personId!;
const approver = anotherThan(w.coordinator, w.trainerIds[0]!).personId!;

describe("a question that is open", () => {
  const towards = [null, "renewed", "master_approved"] as const;
  /** What may be entered next, and which of the entries it is about, where it is about one. */
  const step = fc.record({
    kind: fc.constantFrom<StageEventKind>(
      // Recommended and asked about more often than anything else.
      ...(["recommended", "returned", "recommended", "returned", "recommended", "returned"] as const),
      ...(["struck", "approved", "renewed", "master_approved"] as const),
      ...(["not_continued", "withdrawn", "refused", "coaching_visit"] as const),
    ),
    towards: fc.constantFrom(...towards),
    of: fc.nat({ max: 30 }),
  });
  it("is the same to whoever is asked and on the way of whom it is about, whatever was entered", () => {
    let open = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 10, size: "max" }), (steps) => {
        const personId = newPerson();
        for (const one of steps) {
          const all = stageEventsOf(cx, [personId]);
          const isStruck = (id: number) => all.some(({ kind, ofId }) => kind === "struck" && ofId === id);
          // A question is about a recommendation that still waits; anything may be struck out once.
          const about = all.filter(({ id, kind }) =>
            one.kind === "struck"
              ? kind !== "struck" && !isStruck(id)
              : kind === "recommended" && !all.some((other) => other.ofId === id),
          );
          const ofId = about[one.of % Math.max(about.length, 1)]?.id;
          if (one.kind === "recommended") {
            // A second one towards the same is refused while the first waits.
            if (!openRecommendation(all, one.towards))
              enter(personId, one.kind, recommender, { awaits: one.towards });
          } else if (
            one.kind === "coaching_visit" ||
            one.kind === "not_continued" ||
            one.kind === "withdrawn"
          )
            enter(personId, one.kind, approver);
          else if (ofId !== undefined) enter(personId, one.kind, approver, { ofId });
        }
        const all = stageEventsOf(cx, [personId]);
        const onWay = towards.flatMap((kind) => openQuestion(all, kind)?.id ?? []);
        const asked = returnedTo(cx, recommender).filter(({ question }) => question.personId === personId);
        open += onWay.length;
        expect(asked.map(({ question }) => question.id)).toEqual(onWay.sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
    expect(open).toBeGreaterThan(5);
  });
});

describe("what somebody sent", () => {
  it("shows what waits longest first, then what was answered last, and says that there is more", () => {
    const by = approver;
    const sent = Array.from({ length: 22 }, () => newPerson()).map((personId) => ({
      personId,
      id: enter(personId, "recommended", by),
    }));
    const [first, second, ...others] = sent as [(typeof sent)[0], (typeof sent)[0], ...typeof sent];
    for (const { personId, id } of [second, others.at(-1)!])
      enter(personId, "refused", recommender, { ofId: id });
    const seen = as({ ...w.coordinator, personId: by }, now);
    const page = wayWaits(seen);
    expect(page.sent.map(({ id }) => id)).toEqual([first.id, ...others.slice(0, -1).map(({ id }) => id)]);
    expect(page.sentMore).toBe(true);
    const all = wayWaits(seen, true);
    expect(all.sent.map(({ became }) => became).slice(-3)).toEqual([null, "refused", "refused"]);
    expect(all.sent.slice(-2).map(({ id }) => id)).toEqual([others.at(-1)!.id, second.id]);
    expect(all.sentMore).toBe(false);
  });
});
