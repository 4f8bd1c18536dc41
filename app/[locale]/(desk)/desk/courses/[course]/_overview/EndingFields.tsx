import { getLocale, getTranslations } from "next-intl/server";
import { CheckField, Hidden, TextField } from "@/app/_ui/form/fields";
import { type Ending, endingWord } from "@/lib/courses/rules";
import { weekdayDay } from "@/lib/i18n/format";

/** What ending the course does, as the person is told it; the form carries it, so that it is still true when it arrives. */
export async function EndingFields({
  ending,
  sheets,
  earlyFor,
}: {
  ending: Ending;
  /** Certificates prepared for the closing. */
  sheets: number;
  earlyFor: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("overview");
  const shown = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).filter(
    (what) => what === "attended" || ending[what] > 0,
  );
  return (
    <>
      <Hidden name="foreseen" value={endingWord(ending)} />
      <div className="grid gap-1">
        <p className="font-semibold">{t("ending.title")}</p>
        <ul className="list-disc ps-5">
          {shown.map((what) => (
            <li key={what}>{t(`ending.${what}`, { count: ending[what] })}</li>
          ))}
          {sheets > 0 ? <li>{t("ending.sheets", { count: sheets })}</li> : null}
        </ul>
      </div>
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
