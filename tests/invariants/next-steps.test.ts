import { describe, expect, it } from "vitest";
import { nextLeads } from "../../app/[locale]/(desk)/_stages/nextLeads";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { programmeDays } from "../../lib/programmes/queries";
import { ifGranted } from "../../lib/result";
import {
  approve,
  confirmWorkshop,
  enterStep,
  noteVisit,
  recommendByException,
  returnRecommendation,
  suspend,
  withdraw,
} from "../../lib/stages/commands";
import { judge } from "../../lib/stages/judge";
import type { WayStanding } from "../../lib/stages/queries";
import { enteringPage } from "../../lib/stages/queries/entered";
import { entriesOffered } from "../../lib/stages/queries/offered";
import { type Gates, ownGates } from "../../lib/stages/rules/gates";
import { stageOf } from "../../lib/stages/rules/stage";
import { shownWays } from "../../lib/stages/shownWays";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { canBeDone } from "../support/nextSteps";
import { onTheWay } from "../support/onTheWay";
import { fault, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
// One workshop to be confirmed, and an examination for the renewal, is all that is asked beside the training.
setFirstGates(w, { workshops: "1", workshopMonths: "12", renewalExamination: "yes" }, "2027-01-10");
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr, chadi] = tot.people.map(({ personId }) => personId) as [number, number, number];
const [colleague, superior] = ["Nadia", "Omar"].map((name) =>
  viewer(person(name), { coordinates: [w.programmeId] }),
) as [Viewer, Viewer];
sqlite()
  .prepare("INSERT INTO superiors (person_id, superior_id, set_at) VALUES (?, ?, 1)")
  .run(amal, superior.personId);
// Whoever led the training of trainers may observe and recommend; who only trains in the programme may read nothing of it.
const observer = w.trainer;

/** Who reads somebody's way: they, and all who decide, enter, observe or merely know them. */
const readersOf = (personId: number): Record<string, Viewer> => ({
  candidate: viewer(personId, {}),
  trainer: viewerOf(personId),
  observer,
  coordinator: w.coordinator,
  approver: colleague,
  superior,
  elsewhere: w.stranger,
});

const none: Gates = {
  ...ownGates,
  ...{ practicum: false, actionPlan: false, firstModule: false, workshops: 0, leadWorkshops: 0 },
  ...{ observations: 0, observers: 0, coachingVisits: 0, examination: false, refresher: false },
  ...{ countOneIn: 1 },
};

/** Somebody's way at an instant, as it were under other conditions. */
function wayOf(by: Viewer, at: number, personId: number, gates: Gates | null, more: Partial<WayStanding>) {
  const cx = as(by, at);
  const [of] = judge(cx, [personId], programmeDays(cx));
  const standing = gates ? stageOf(of!.history, gates, of!.day)! : of!.standing;
  const [way] = shownWays(cx, personId, [{ ...of!, gates: gates ?? of!.gates, standing }]);
  return { ...way!, ...more };
}

/** For every reader where the step leads: an address, or who does it; and of addresses those that lead to nothing. */
function leadsOf(personId: number, at: number, gates: Gates | null, more: Partial<WayStanding> = {}) {
  const leads: Record<string, string> = {};
  const nowhere: string[] = [];
  let step = "";
  for (const [reader, by] of Object.entries(readersOf(personId))) {
    const way = wayOf(by, at, personId, gates, more);
    step = way.next.step;
    const cx = as(by, at);
    const to = nextLeads(cx, personId, way);
    leads[reader] = "href" in to ? to.href.replace(/\/registrations\/[^#]+/, "/registrations/…") : to.by;
    if (
      "href" in to
        ? !ifGranted(() => canBeDone(cx, to.href, { personId, programmeId: w.programmeId, toolId }))
        : !to.by
    )
      nowhere.push(`${reader}: ${leads[reader]}`);
  }
  return { step, leads, nowhere };
}

const at = tot.at(tot.endsOn, "23:00");
const p = w.programmeId;
const of = (personId: number) => `/desk/people/${personId}`;

describe("every next step leads each of its readers to where they do it, or says who does", () => {
  it("of what is learnt and planned", () => {
    const tries: [string, Gates, Partial<WayStanding>][] = [
      ["tot", none, { next: { step: "tot", missing: 1 } }],
      ["practicum", { ...none, practicum: true }, {}],
      ["firstModule", none, { next: { step: "firstModule", missing: 1 } }],
      ["actionPlan", { ...none, actionPlan: true }, {}],
      ["coachingVisits", { ...none, coachingVisits: 2 }, {}],
      ["examination", { ...none, examination: true }, {}],
      ["refresher", { ...none, refresher: true }, {}],
    ];
    const found = tries.map(([step, gates, more]) => {
      const of = leadsOf(amal, at, gates, more);
      expect([of.step, of.nowhere]).toEqual([step, []]);
      return [step, of.leads];
    });
    const entered = `${of(amal)}/enter?tool=${toolId}&programme=${p}`;
    const entering = { candidate: "coordinator", trainer: "coordinator", observer: "coordinator" };
    const entry = { coordinator: entered, approver: entered, superior: "other", elsewhere: "coordinator" };
    const visit = `${of(amal)}/visit?tool=${toolId}&programme=${p}`;
    expect(Object.fromEntries(found)).toMatchObject({
      tot: { candidate: "/courses", observer: "self", coordinator: "self" },
      practicum: { ...entering, ...entry },
      examination: { ...entering, ...entry },
      refresher: { ...entering, ...entry },
      firstModule: { candidate: "/courses", observer: "self", coordinator: `${of(amal)}/learning` },
      actionPlan: {
        candidate: "/registrations/…#plan",
        observer: `/desk/courses/${tot.courseId}/plans`,
        elsewhere: "self",
      },
      coachingVisits: { candidate: "observer", observer: visit, coordinator: visit, superior: "other" },
    });
  });

  it("of workshops that are to be held, and in which somebody is observed", async () => {
    const held = leadsOf(amal, at, { ...none, workshops: 2 });
    expect([held.step, held.nowhere]).toEqual(["workshops", []]);
    expect(held.leads).toMatchObject({
      trainer: "/desk/workshops/new",
      observer: "self",
      coordinator: "self",
    });
    expect(held.leads.candidate).toBe("coordinator");
    const unseen = leadsOf(amal, at, { ...none, observations: 1, observers: 1 });
    expect([unseen.step, unseen.nowhere]).toEqual(["observations", []]);
    expect(unseen.leads).toMatchObject({
      ...{ trainer: "/desk/workshops/new", observer: "workshopFirst", coordinator: "workshopFirst" },
    });
    const workshop = await workshopOf(amal);
    const seen = leadsOf(amal, workshop.evening, { ...none, observations: 1, observers: 1 });
    const observing = `/desk/observe/${workshop.courseId}/${amal}`;
    expect(seen.nowhere).toEqual([]);
    expect(seen.leads).toMatchObject({
      ...{ trainer: "observer", observer: observing, coordinator: observing, superior: "other" },
      elsewhere: "observer",
    });
    const soon = leadsOf(amal, at, { ...none, observations: 1, observers: 1 });
    expect([soon.nowhere, soon.leads.observer]).toEqual([[], "/desk/observe"]);
  });

  it("of workshops that wait, for a confirmation or for the programme", async () => {
    const workshop = await workshopOf(badr);
    workshop.end();
    const waits = leadsOf(badr, workshop.evening, { ...none, workshops: 1 });
    expect([waits.step, waits.nowhere]).toEqual(["confirmWorkshops", []]);
    expect(waits.leads).toMatchObject({
      ...{ trainer: "coordinator", observer: "coordinator", coordinator: `/desk/programmes/${p}/workshops` },
      elsewhere: "coordinator",
    });
    const { personId, courseId } = { personId: badr, courseId: workshop.courseId };
    value(
      confirmWorkshop(as(w.coordinator, workshop.evening), { personId, toolId, programmeId: p, courseId }),
    );
    const done = leadsOf(badr, workshop.evening, null);
    expect([done.step, done.nowhere]).toEqual(["recommend", []]);
    expect(done.leads).toMatchObject({
      ...{ trainer: "coordinator", observer: `${of(badr)}/ways/${p}/${toolId}#decide` },
    });
    const planned = leadsOf(badr, at, none, {
      next: { step: "approveWorkshops", missing: 1 },
      toApprove: [workshop.courseId],
    });
    expect(planned.nowhere).toEqual([]);
    expect(planned.leads).toMatchObject({
      ...{
        trainer: "coordinator",
        coordinator: `/desk/courses/${workshop.courseId}`,
        elsewhere: "coordinator",
      },
    });
  });

  it("of decisions: recommending, approving, going on, renewing", () => {
    const day = tot.at(tot.endsOn, "23:30");
    const way = { personId: chadi, toolId, programmeId: p };
    const page = `${of(chadi)}/ways/${p}/${toolId}#decide`;
    value(
      recommendByException(as(w.coordinator, day), { ...way, modules: ["M1"], words: "Two years of work" }),
    );
    const sent = leadsOf(chadi, day, null);
    expect([sent.step, sent.nowhere]).toEqual(["approve", []]);
    expect(sent.leads).toMatchObject({
      ...{ candidate: "approver", observer: "approver", approver: page, elsewhere: "approver" },
      // Who recommended them does not decide.
      coordinator: "approver",
    });
    const recommendationId = sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
    value(
      returnRecommendation(as(colleague, day), { recommendationId, words: "Which workshops do you mean?" }),
    );
    const returned = leadsOf(chadi, day, null);
    expect([returned.step, returned.nowhere]).toEqual(["answer", []]);
    expect(returned.leads).toMatchObject({ candidate: "recommender", coordinator: page });
    value(suspend(as(colleague, day), { ...way, words: "A complaint is looked into" }));
    const stopped = leadsOf(chadi, day, null);
    expect([stopped.step, stopped.nowhere]).toEqual(["resume", []]);
    expect(stopped.leads).toMatchObject({ trainer: "coordinator", observer: "coordinator", approver: page });
  });

  it("of a renewal, by what it takes and the renewal itself", () => {
    const sentAt = tot.at(tot.endsOn, "23:45");
    const id = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
    const way = { personId: amal, toolId, programmeId: p };
    value(
      recommendByException(as(w.coordinator, sentAt), { ...way, modules: ["M1"], words: "Years of work" }),
    );
    value(
      approve(as(colleague, sentAt), { recommendationId: id(), modules: ["M1"], words: "Years of work" }),
    );
    const open = sentAt + 1000 * 86_400_000;
    const examined = leadsOf(amal, open, null);
    expect([examined.step, examined.nowhere]).toEqual(["examination", []]);
    value(
      enterStep(as(colleague, open), { ...way, step: "examination", day: "2029-10-01", words: "Passed" }),
    );
    const renewed = leadsOf(amal, open, null);
    expect([renewed.step, renewed.nowhere]).toEqual(["renew", []]);
    expect(renewed.leads).toMatchObject({
      ...{ candidate: "coordinator", observer: "coordinator", coordinator: `${of(amal)}/renewal` },
      ...{ superior: "other", elsewhere: "coordinator" },
    });
  });

  it("is not offered beside them where it would be refused, nor a visit where the way is halted", () => {
    const later = tot.at(tot.endsOn, "23:50") + 1001 * 86_400_000;
    const stranger = person("Hala");
    const offered = (of: number, by: Viewer) => {
      const { visit, step } = entriesOffered(as(by, later), [of]).get(of)!;
      return [...(visit ? ["visit"] : []), ...(step ? ["step"] : [])];
    };
    const readers = readersOf(amal);
    expect(
      Object.fromEntries(Object.entries(readers).map(([reader, by]) => [reader, offered(amal, by)])),
    ).toEqual({
      ...{ candidate: [], trainer: [], elsewhere: [], superior: [] },
      ...{ observer: ["visit"], coordinator: ["visit", "step"], approver: ["visit", "step"] },
    });
    const keys = { personId: amal, toolId, programmeId: p };
    const visit = (by: Viewer, reader: string) =>
      noteVisit(as(by, later), { ...keys, day: "2029-10-02", words: `Their accounts, seen by: ${reader}` });
    for (const [reader, by] of Object.entries(readers))
      expect([reader, visit(by, reader).ok]).toEqual([reader, offered(amal, by).includes("visit")]);
    // Another one enters what counts of a subordinate, which the page says instead of a form.
    expect(enteringPage(as(superior, later), "stage.observe", amal, keys).bond).toBe("subordinate");
    // Nobody is on a way who never began one; one is halted; one was certified, and that was withdrawn.
    expect(offered(stranger, w.coordinator)).toEqual([]);
    expect(offered(chadi, w.coordinator)).toEqual(["step"]);
    const refused = (personId: number) => {
      const day = "2029-10-03";
      const of = { ...keys, personId, day, words: "We looked at their accounts" };
      return fault(noteVisit(as(w.coordinator, later), of)).code;
    };
    expect(refused(chadi)).toBe("wayStopped");
    const stopped = (personId: number) =>
      enteringPage(as(w.coordinator, later), "stage.observe", personId, keys).way!.stopped;
    expect([stopped(chadi), stopped(amal)]).toEqual([true, false]);
    value(withdraw(as(colleague, later), { ...keys, words: "They left the programme for good" }));
    expect(offered(amal, w.coordinator)).toEqual(["step"]);
    expect([refused(amal), stopped(amal)]).toEqual(["wayStopped", true]);
  });

  it("is put into words in each language", () => {
    for (const words of [ar, fr, en])
      expect(Object.keys(words.stages.by).sort()).toEqual(
        ["approver", "coordinator", "observer", "other", "recommender", "self", "workshopFirst"].sort(),
      );
  });
});
