import { getLocale, getTranslations } from "next-intl/server";
import { CheckField, Hidden, TextField } from "@/app/_ui/form/fields";
import type { Completion } from "@/lib/certificates/queries";
import { cameInVain } from "@/lib/completion/rules/onTheWay";
import type { DeskCourse } from "@/lib/courses/queries";
import { type Ending, endingWord } from "@/lib/courses/rules";
import { list, shortDay, weekdayDay } from "@/lib/i18n/format";
import { isolate, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { firstTrainer, namingNobody } from "@/lib/timetable/rules/roles";

/** So many of those who do not meet the rule are named. */
const mostNamed = 8;

/** What ending a course does, a line each; who does not meet its rule as it stands is named. */
export async function endingLines(
  ending: Ending,
  completion: Completion | null,
  unnamed: string | null,
): Promise<string[]> {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("overview");
  const shown = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).filter(
    (what) => what === "attended" || ending[what] > 0,
  );
  const sheets = completion?.prepared.length ?? 0;
  const short = cameInVain(completion?.everyone ?? []);
  const others = short.length - mostNamed;
  const names = [
    ...short.slice(0, mostNamed).map((person) => nameInSentence(person, locale)),
    ...(others > 0 ? [t("ending.others", { count: others })] : []),
  ];
  return [
    ...shown.map((what) => t(`ending.${what}`, { count: ending[what] })),
    ...(short.length > 0 ? [t("ending.short", { count: short.length, names: list(names, locale) })] : []),
    ...(unnamed ? [unnamed] : []),
    ...(sheets > 0 ? [t("ending.sheets", { count: sheets })] : []),
  ];
}

/** Which sessions name no trainer, and for whom they then count; null where each names one. */
export async function unnamedLine(course: DeskCourse, sessions: readonly Session[]): Promise<string | null> {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("overview");
  const first = firstTrainer(
    course,
    course.trainers.map(({ id }) => id),
  );
  const found = namingNobody(sessions, first);
  if (found.sessions.length === 0) return null;
  const lead = course.trainers.find(({ id }) => id === found.leads);
  if (lead) return t("ending.unnamedAll", { name: nameInSentence(lead, locale) });
  const count = found.sessions.length;
  const others = count - mostNamed;
  const names = [
    ...found.sessions
      .slice(0, mostNamed)
      .map(({ day, startsAt }) => isolate(`${shortDay(day, locale)} ${startsAt}`, locale)),
    ...(others > 0 ? [t("ending.others", { count: others })] : []),
  ];
  return t("ending.unnamed", { count, names: list(names, locale) });
}

/** What ending a course asks. The form carries what its person was told, so that it is still true when it arrives. */
export async function EndingFields({ ending, earlyFor }: { ending: Ending; earlyFor: string | null }) {
  const locale = await getLocale();
  const t = await getTranslations("overview");
  return (
    <>
      <Hidden name="foreseen" value={endingWord(ending)} />
      {ending.missingRolls > 0 ? <CheckField name="withoutRolls" label={t("withoutRolls")} /> : null}
      {earlyFor ? (
        <TextField
          name="reason"
          label={t("earlyReason")}
          hint={t("earlyReasonHint.course.end", { day: weekdayDay(earlyFor, locale) })}
        />
      ) : null}
    </>
  );
}
