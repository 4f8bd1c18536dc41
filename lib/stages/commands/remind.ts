import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inTransaction } from "../../acts/transaction";
import { toolCatalogue } from "../../curriculum/queries";
import { inLanguage, shownIn } from "../../i18n/rules";
import { personRow } from "../../people/store";
import { programmesCalled } from "../../programmes/store";
import { programmeDays } from "../../programmes/store/days";
import { addMonths } from "../../time/zone";
import { reminderDue, reminderSaid, saidMonths, windowMonths } from "../rules/renewal";
import { endingBetween, setReminded } from "../store/standings";

/** How many are reminded in one transaction. */
const atOnce = 50;

/**
 * Reminds those whose certification ends in six, three or one month, or has lapsed. Run twice, or a week late, each is told once,
 * and late the latest alone.
 * @returns true where there is more to do.
 */
export function remindOfEnds(cx: SystemContext): boolean {
  const days = programmeDays(cx);
  const [first, last] = days.span;
  const due = () =>
    endingBetween(cx, addMonths(first, -saidMonths - 1), addMonths(last, windowMonths + 1)).flatMap((row) => {
      const until = row.validUntil!;
      const reminder = reminderDue({ since: row.since, until }, days.of(row.programmeId), row.reminded);
      return reminder ? [{ ...row, until, reminder }] : [];
    });
  // Looking first costs no lock while there is nothing to do.
  if (due().length === 0) return false;
  return inTransaction(cx, () => {
    const all = due();
    const titles = new Map(toolCatalogue(cx).map(({ id, title }) => [id, title]));
    const called = programmesCalled(
      cx,
      all.map((one) => one.programmeId),
    );
    for (const { personId, toolId, programmeId, until, reminder } of all.slice(0, atOnce)) {
      setReminded(cx, { personId, toolId, programmeId }, reminderSaid(until, reminder));
      const { language } = personRow(cx, personId)!;
      const tool = inLanguage(titles.get(toolId)!, language).text;
      const said = { tool, programme: shownIn(called.get(programmeId)!, language), until };
      happened(cx, { kind: "stage.end-near", personId, programmeId, tool: toolId, reminder, said });
    }
    return all.length > atOnce;
  });
}
