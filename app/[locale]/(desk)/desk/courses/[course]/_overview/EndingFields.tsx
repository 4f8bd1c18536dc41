import { getLocale, getTranslations } from "next-intl/server";
import { CheckField, Hidden, TextField } from "@/app/_ui/form/fields";
import { type Ending, endingWord } from "@/lib/courses/rules";
import { weekdayDay } from "@/lib/i18n/format";

/** What ending a course does, a line each. */
export async function endingLines(ending: Ending, sheets: number): Promise<string[]> {
  const t = await getTranslations("overview");
  const shown = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).filter(
    (what) => what === "attended" || ending[what] > 0,
  );
  return [
    ...shown.map((what) => t(`ending.${what}`, { count: ending[what] })),
    ...(sheets > 0 ? [t("ending.sheets", { count: sheets })] : []),
  ];
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
