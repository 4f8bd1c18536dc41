import * as gate from "../../access/gate";
import { command, commandOnceRead } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { keyedHash } from "../../crypto/tokens";
import { toolCatalogue, toolsToday } from "../../curriculum/queries";
import { type FieldFault, fault, faultsOf, type ListedPaper } from "../../faults";
import { nameKey } from "../../names/rules";
import { peopleKnownIn } from "../../people/store/namedAmong";
import { dayThere } from "../../programmes/store/days";
import { refuse, refuseAt } from "../../result";
import { isCivilDay } from "../../time/civil";
import { notStruck } from "../observing";
import { certifiedBeforeListSchema, evidenceLine } from "../paperListSchema";
import { daysFaults, isSamePaper, overlaps, paperFault } from "../rules/before";
import { modulesOfTools } from "../rules/ledger";
import { modulesNamed, mostPapers, type PaperLine, papersInLines, toolNamed } from "../rules/papersInLines";
import { certifiedBeforeSchema } from "../schema";
import { insertStageEvent, stageEventsOf } from "../store/events";
import { bondWith } from "../unbound";
import { decidedOn } from "./recognise";

/** A certification from before, of whom, for what and by which paper. */
type Paper = {
  personId: number;
  programmeId: number;
  toolId: number;
  modules: string[];
  day: string;
  until: string;
  words: string | null;
};

/** The papers of somebody for a tool that were entered in a programme and not struck out. */
const papersOf = (
  cx: Context,
  { personId, programmeId, toolId }: Omit<Paper, "modules" | "day" | "until" | "words">,
) =>
  notStruck(stageEventsOf(cx, [personId])).flatMap((one) =>
    one.kind === "certified_before" && one.toolId === toolId && one.programmeId === programmeId
      ? [{ modules: one.modules ?? [], day: one.day, until: one.until! }]
      : [],
  );

/** Enters one, which is in force once somebody else confirmed it. */
function enter(cx: Context, { toolId, ...paper }: Paper): void {
  insertStageEvent(cx, { ...paper, toolId, kind: "certified_before", awaits: "confirmed" });
  const { personId, programmeId, until } = paper;
  happened(cx, { kind: "stage.certified-before", personId, programmeId, tool: toolId, until });
}

/**
 * Enters a certification from before, by its paper: of modules of one tool, from a day that is over until another one, no longer than any programme's. It is
 * in force once somebody else confirmed it, and is shown as one from before for ever. Refused for oneself and whoever is bound to the
 * viewer, where it was entered already, and where another one says the same of a module in the same time.
 */
export const enterCertifiedBefore = command("stage.approve", certifiedBeforeSchema, (cx, input) => {
  const { person, programme } = decidedOn(cx, "stage.approve", input);
  const of = modulesOfTools(toolCatalogue(cx));
  const chosen = input.moduleIds.map((id) => of.get(id) ?? refuse("notFound"));
  const toolId = chosen[0]!.toolId;
  const modules = [...new Set(chosen.map(({ code }) => code))].sort();
  const { day, until, words } = input;
  const keys = { personId: person.id, programmeId: programme.id, toolId };
  const today = dayThere(cx, programme.id, person.country);
  const wrong = paperFault({ modules, day, until }, today, papersOf(cx, keys));
  const mixed = chosen.some((one) => one.toolId !== toolId);
  if (mixed) refuseAt({ moduleIds: fault("modulesOfOneTool") });
  if (wrong) refuseAt({ [wrong.field]: fault(wrong.code) });
  enter(cx, { ...keys, modules, day, until, words });
  return { personId: person.id };
});

/** A line as it was understood, and what is entered of it; null where something is wrong with it. */
type Understood = { row: ListedPaper; paper: Paper | null };

/** People by what their names are recognised by, each once under a name. */
function byNameKey<Person extends { name: string; latinName: string | null }>(people: readonly Person[]) {
  const called = new Map<string, Set<Person>>();
  for (const person of people)
    for (const name of [person.name, person.latinName]) {
      if (name === null) continue;
      const key = nameKey(name);
      called.set(key, (called.get(key) ?? new Set()).add(person));
    }
  return called;
}

/** A civil day as it was typed; null where nothing was, or no day that there is. */
const dayOf = (said: string) => (isCivilDay(said) ? said : null);

/** Understands the lines one after another, each by the papers that were entered and the lines before it. */
function readPapers(cx: Context, programmeId: number, lines: readonly PaperLine[]): Understood[] {
  const people = peopleKnownIn(cx, programmeId);
  const tools = toolsToday(cx);
  const of = modulesOfTools(toolCatalogue(cx));
  const called = byNameKey(people);
  const sofar: (Paper & { line: number })[] = [];
  return lines.map((line): Understood => {
    const named = [...(called.get(nameKey(line.name)) ?? [])];
    const person = line.name !== "" && named.length === 1 ? named[0]! : null;
    const tool = toolNamed(tools, line.tool);
    const codes = [
      ...new Set((tool?.versions ?? []).flatMap(({ modules }) => modules.map(({ id }) => of.get(id)!.code))),
    ].sort();
    const modules = tool ? modulesNamed(codes, line.modules) : null;
    const [day, until] = [dayOf(line.day), dayOf(line.until)];
    const wrong: ListedPaper["wrong"][number][] = [
      ...(person ? [] : [named.length > 1 ? ("several" as const) : ("nobody" as const)]),
      ...(tool ? [] : ["tool" as const]),
      ...(tool && (modules === null || modules.length === 0) ? ["modules" as const] : []),
      ...(line.day === "" ? ["fromRequired" as const] : day === null ? ["fromInvalid" as const] : []),
      ...(line.until === "" ? ["untilRequired" as const] : until === null ? ["untilInvalid" as const] : []),
      ...(line.over ? ["unclear" as const] : []),
    ];
    const words = evidenceLine.safeParse(line.words);
    const today = dayThere(cx, programmeId, person?.country);
    const bond = person && bondWith(cx, person.id);
    const faults: FieldFault[] = [
      ...(bond ? [fault(bond)] : []),
      ...daysFaults(day, until, today).map(({ code }) => fault(code)),
      ...(words.success ? [] : Object.values(faultsOf(words.error.issues))),
    ];
    const plain = wrong.length === 0 && faults.length === 0;
    const paper =
      plain && person && tool && modules && words.success
        ? {
            personId: person.id,
            programmeId,
            toolId: tool.id,
            modules,
            day: line.day,
            until: line.until,
            words: words.data,
          }
        : null;
    const there = paper && paperFault(paper, today, papersOf(cx, paper));
    const late = there && fault(there.code);
    const again = paper && !late ? saidAbove(paper, sofar) : null;
    const entered = late || again ? null : paper;
    if (entered) sofar.push({ ...entered, line: line.line });
    const { over: _, tool: __, ...said } = line;
    return {
      row: {
        ...said,
        person: person && { name: person.name, latinName: person.latinName },
        ...{ tool: tool?.title ?? null, modules: modules ?? [] },
        faults: late ? [late] : faults,
        ...{ wrong: again ? [...wrong, again.wrong] : wrong, sameAs: again?.line ?? null },
      },
      paper: entered,
    };
  });
}

/** The line above that says the same of somebody, or of a module of theirs in the same time; null where none does. */
function saidAbove(
  paper: Paper,
  sofar: readonly (Paper & { line: number })[],
): { line: number; wrong: "twice" | "overlaps" } | null {
  const above = sofar.find(
    (one) => one.personId === paper.personId && one.toolId === paper.toolId && overlaps(one, paper),
  );
  return above ? { line: above.line, wrong: isSamePaper(above, paper) ? "twice" : "overlaps" } : null;
}

/**
 * Enters the certifications from before of a list that was pasted, all of them or none, each as `enterCertifiedBefore` would; people are
 * those whom the programme knows by that name. First refused with how the list reads, line by line, until it is sent as it was shown.
 */
export const enterCertifiedBeforeList = commandOnceRead(
  "stage.approve",
  certifiedBeforeListSchema,
  ({ checked }) => checked === null,
  (cx, input) => {
    const programme = gate.programme(cx, "stage.approve", input.programmeId);
    const lines = papersInLines(input.list);
    if (lines.length === 0) refuseAt({ list: fault("required") });
    const read = readPapers(cx, programme.id, lines.slice(0, mostPapers));
    const rows = read.map(({ row }) => row);
    const beyond = lines.length > mostPapers ? lines.length : null;
    const checked = keyedHash(cx.settings.key, JSON.stringify([programme.id, rows, beyond])).slice(0, 32);
    const papers = read.flatMap(({ paper }) => paper ?? []);
    if (beyond !== null || papers.length < rows.length || input.checked !== checked)
      refuseAt({ list: fault("papersToRead", { papers: { rows, beyond, checked } }) });
    for (const paper of papers) enter(cx, paper);
    return { programmeId: programme.id, entered: papers.length };
  },
);
