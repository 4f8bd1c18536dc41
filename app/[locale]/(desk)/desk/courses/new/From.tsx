import { getLocale, getTranslations } from "next-intl/server";
import { CheckField, Hidden } from "@/app/_ui/form/fields";
import { list } from "@/lib/i18n/format";
import { commas, isolate, type Locale, nameFor, type PersonsNames, shownIn } from "@/lib/i18n/rules";
import type { Source } from "./source";

/** What the plan is made from, and what of it comes besides the fields below. */
export async function From({
  source,
  leftOut,
  programme,
}: {
  source: Source;
  /** Trainers of it whom the programme does not have. */
  leftOut: readonly PersonsNames[];
  programme: string;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("copy");
  const { copyOf, templateId, plan } = source;
  const name = isolate(source.name, locale);
  return (
    <section className="card grid gap-3" aria-labelledby="from">
      <h2 id="from" className="text-base">
        {copyOf ? t("of", { name }) : t("from", { name })}
      </h2>
      <p>{t("comes")}</p>
      {plan.gone.length > 0 ? (
        <p>
          {t("gone", {
            modules: commas(
              plan.gone.map((title) => isolate(shownIn(title, locale), locale)),
              locale,
            ),
          })}
        </p>
      ) : null}
      {leftOut.length > 0 ? (
        <p className="text-attention">
          {(await getTranslations("planSteps"))("leftOut", {
            names: list(
              leftOut.map((one) => isolate(nameFor(one, locale), locale)),
              locale,
            ),
            programme: isolate(programme, locale),
          })}
        </p>
      ) : null}
      {copyOf ? <Hidden name="copyOf" value={copyOf} /> : null}
      {templateId ? <Hidden name="templateId" value={templateId} /> : null}
      {plan.groups.length > 0 ? (
        <CheckField
          name="withGroups"
          label={t("withGroups", {
            names: commas(
              plan.groups.map((group) => isolate(group.name, locale)),
              locale,
            ),
          })}
        />
      ) : null}
      {plan.sessions.length > 0 ? (
        <CheckField
          name="withSessions"
          label={t("withSessions", { count: plan.sessions.length })}
          hint={t("withSessionsHint")}
        />
      ) : null}
    </section>
  );
}
