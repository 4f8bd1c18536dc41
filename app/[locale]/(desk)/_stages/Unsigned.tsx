import { getLocale, getTranslations } from "next-intl/server";
import { Hidden } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import { nameInSentence } from "@/lib/i18n/rules";
import type { WayPage } from "@/lib/stages/queries/deciding";
import { TakeUnsignedForm } from "./decideForms";
import { WithReason } from "./Words";

/**
 * The observations that wait for the signature of whoever was observed: whoever decides takes one without it, with a reason, once it is
 * late and was not their own.
 */
export async function Unsigned({ page }: { page: WayPage }) {
  const locale = await getLocale();
  const t = await getTranslations("unsigned");
  const d = await getTranslations("decide");
  const errors = await getTranslations("errors");
  if (page.unsigned.length === 0) return null;
  const name = nameInSentence(page.person, locale);
  return (
    <section className="grid gap-3" aria-labelledby="unsigned">
      <h2 id="unsigned">{t("title")}</h2>
      {page.unsigned.map((one) => (
        <Notice key={one.id} tone="attention">
          <p>
            <Say text={one.course} />
          </p>
          <p>
            {t("waits", {
              name,
              by: one.by ? nameInSentence(one.by, locale) : "–",
              day: fullDay(one.day, locale),
            })}
          </p>
          {!page.may.leave ? null : one.own ? (
            <p>{errors("observerTakes")}</p>
          ) : one.late ? (
            <WithReason
              title={t("take")}
              form={TakeUnsignedForm}
              keys={
                <>
                  <Hidden name="personId" value={page.keys.personId} />
                  <Hidden name="programmeId" value={page.keys.programmeId} />
                  <Hidden name="toolId" value={page.keys.toolId} />
                  <Hidden name="entryId" value={one.id} />
                </>
              }
              label={d("reason")}
              now={t("takeNow")}
              busy={d("saving")}
              tone="quiet"
            />
          ) : (
            <p>{t("from", { day: fullDay(one.from, locale) })}</p>
          )}
        </Notice>
      ))}
    </section>
  );
}
