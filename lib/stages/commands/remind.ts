import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inTransaction } from "../../acts/transaction";
import { toolCatalogue } from "../../curriculum/queries";
import { commas, inLanguage, shownIn } from "../../i18n/rules";
import { personRow } from "../../people/store";
import { programmesCalled } from "../../programmes/store";
import { type ProgrammeDays, programmeDays } from "../../programmes/store/days";
import { keepSettings, settingOf } from "../../settings/store";
import { addMonths } from "../../time/zone";
import { wayKey, waysToJudge } from "../judge";
import { endsOf } from "../rules/ends";
import { isCertifiedStage } from "../rules/register";
import { type EndTold, remindersOf } from "../rules/reminding";
import { saidMonths, windowMonths } from "../rules/renewal";
import { knownOn } from "../rules/stage";
import { endingBetween, setReminded, standingsOf } from "../store/standings";

/** Of how many people the ends are looked at in one transaction. */
const atOnce = 100;

/**
 * Under which name the database keeps how far this came: the days of programmes through which everybody was reminded, or, while that is
 * done, with the key of the last person.
 */
const kept = "remindedThrough";

/** A day with a key behind it while it is gone through. */
const goneTo = (today: string, key: number): string => `${today} after ${key}`;

type Told = EndTold & { personId: number; toolId: number; programmeId: number; several: boolean };

/** What these people are to be told, of each end by itself; that it is told is kept. */
function noteDue(cx: SystemContext, days: ProgrammeDays, people: readonly number[]): Told[] {
  const ways = new Map(waysToJudge(cx, people).map((way) => [wayKey(way), way]));
  return standingsOf(cx, people).flatMap((row) => {
    const way = ways.get(wayKey(row));
    if (!way || !(isCertifiedStage(row.stage) || row.stage === "lapsed")) return [];
    const day = days.of(row.programmeId);
    const ends = endsOf(knownOn(way.history, day), way.gates.graceMonths);
    const told = remindersOf(ends, day, row.reminded);
    if (told.kept !== row.reminded) setReminded(cx, row, told.kept);
    const { personId, toolId, programmeId } = row;
    const several = new Set(ends.map(({ until }) => until)).size > 1;
    return told.due.map((one) => ({ ...one, personId, toolId, programmeId, several }));
  });
}

/**
 * Reminds those whose certification ends in six, three or one month, or has lapsed; of modules that end on different days of each end,
 * with its modules. It is looked at once a day: run twice, or a week late, each is told once, and late the latest alone.
 * @returns true where there is more to do.
 */
export function remindOfEnds(cx: SystemContext): boolean {
  const days = programmeDays(cx);
  const [first, last] = days.span;
  const today = [first, days.begun].join(" ").trim();
  // Looking first costs no lock while there is nothing to do.
  if (settingOf(cx, kept) === today) return false;
  return inTransaction(cx, () => {
    const before = settingOf(cx, kept);
    if (before === today) return false;
    const after = before?.startsWith(goneTo(today, 0).slice(0, -1)) ? Number(before.split(" ").at(-1)) : 0;
    const span = [addMonths(first, -saidMonths - 1), addMonths(last, windowMonths + 1)] as const;
    const people = endingBetween(cx, ...span, after, atOnce);
    tell(cx, noteDue(cx, days, people));
    keepSettings(cx, [kept], people.length < atOnce ? today : goneTo(today, people.at(-1)!));
    return people.length === atOnce;
  });
}

/** Says it to each; of several ends which modules it is about. */
function tell(cx: SystemContext, all: readonly Told[]): void {
  if (all.length === 0) return;
  const titles = new Map(toolCatalogue(cx).map(({ id, title }) => [id, title]));
  const called = programmesCalled(
    cx,
    all.map(({ programmeId }) => programmeId),
  );
  for (const { personId, toolId, programmeId, until, reminder, codes, several } of all) {
    const { language } = personRow(cx, personId)!;
    const title = inLanguage(titles.get(toolId)!, language).text;
    const tool = several ? `${title} (${commas(codes, language)})` : title;
    const said = { tool, programme: shownIn(called.get(programmeId)!, language), until };
    // Each end is another matter, so that none takes the place of what was said of another one.
    const of = several ? `${programmeId}:${toolId}:${until}` : `${programmeId}:${toolId}`;
    happened(cx, {
      ...{ kind: "stage.end-near", personId, programmeId, tool: toolId, reminder },
      said: { ...said, way: of },
    });
  }
}
