import { getLocale, getTranslations } from "next-intl/server";
import { Hidden } from "@/app/_ui/form/fields";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Written } from "@/app/_ui/Written";
import { lackingOnPaper } from "@/app/_words/certificate";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { WayPage } from "@/lib/stages/queries/deciding";
import { CourseOf } from "./CourseOf";
import { StrikeForm } from "./decideForms";
import { Keys } from "./WayKeys";
import { WithReason } from "./Words";

/** What was entered, the newest first: its day, by whom, in words, and when where that was later. */
export async function WayHistory({ page }: { page: Pick<WayPage, "keys" | "history"> }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const stages = await getTranslations("stages");
  /** What striking out makes of the way, before it is done: another stage, or a certification that somebody looks at again. */
  const strikeSaid = ({ change, doubts }: NonNullable<WayPage["history"][number]["strike"]>): string => {
    const stage = !change
      ? t("strikeChangesNothing")
      : change.to
        ? t("strikeChanges", { stage: stages(`stage.${change.to}`) })
        : t("strikeEnds");
    return doubts ? `${stage} ${t("strikeDoubts")}` : stage;
  };
  const notMetSaid = ({ lacking, kept }: NonNullable<WayPage["history"][number]["notMet"]>): string => {
    const conditions = lackingOnPaper({ lacking }, locale);
    return conditions ? t(kept ? "notMet" : "notMetByNow", { conditions }) : t("notMetUnknown");
  };
  return (
    <section className="grid gap-3" aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {page.history.length === 0 ? <p className="quiet">{t("noHistory")}</p> : null}
      <ol className="grid gap-2">
        {page.history.map((one) => (
          <li key={one.id} className="card grid gap-1">
            <p>
              <span className="font-semibold">
                {t(
                  one.undone
                    ? "undone"
                    : one.left
                      ? "left"
                      : one.taken
                        ? "takenUnsigned"
                        : one.corrected && one.kind === "struck"
                          ? "corrected"
                          : `kind.${one.kind}`,
                )}
              </span>
              {one.what
                ? `${dotBetween}${t("ofWhat", { kind: t(one.what.taken ? "takenUnsigned" : `kind.${one.what.kind}`), day: fullDay(one.what.day, locale) })}`
                : null}
              {one.towards ? `${dotBetween}${t(`towards.${one.towards}`)}` : null}
              {dotBetween}
              {fullDay(one.day, locale)}
              {one.by ? `${dotBetween}${t("by", { name: nameInSentence(one.by, locale) })}` : null}
              {one.modules?.length ? `${dotBetween}${modulesSaid(one.modules, t("whole"), locale)}` : null}
              {one.exception ? `${dotBetween}${t("byException")}` : null}
              {one.struckOn
                ? `${dotBetween}${t(one.corrected ? "correctedOn" : "struckOn", { day: fullDay(one.struckOn, locale) })}`
                : null}
            </p>
            <CourseOf one={one} days />
            {one.notMet ? <p>{notMetSaid(one.notMet)}</p> : null}
            {one.enteredOn === one.day ? null : (
              <p className="quiet">
                {t("enteredOn", {
                  day: fullDay(one.enteredOn, locale),
                })}
              </p>
            )}
            {one.words ? (
              <p className="whitespace-pre-line">
                <Written>{one.words}</Written>
              </p>
            ) : null}
            {one.strikable ? (
              <WithReason
                title={t("strike")}
                form={StrikeForm}
                keys={
                  <>
                    <Keys page={page} />
                    <Hidden name="entryId" value={one.id} />
                  </>
                }
                label={t("reason")}
                hint={one.strike ? strikeSaid(one.strike) : undefined}
                now={t("strikeNow")}
                busy={t("saving")}
              />
            ) : null}
            {one.decidedOn ? <p className="quiet">{t("strikeDecidedOn")}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
