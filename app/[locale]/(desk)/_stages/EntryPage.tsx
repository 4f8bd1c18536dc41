import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Hidden } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { nameInSentence } from "@/lib/i18n/rules";
import type { enteringPage } from "@/lib/stages/queries/entered";
import { Entries } from "./Entries";
import { Ways } from "./Ways";

/** Around a form by which something is entered of somebody on the way: on which way, the form, what is entered so far. */
export async function EntryPage({
  page,
  of,
  said,
  form,
}: {
  page: ReturnType<typeof enteringPage>;
  of: "visit" | "enter";
  /** What is said once it went well; null else. */
  said: string | null;
  /** The form, with the keys of the way. */
  form: (keys: ReactNode) => ReactNode;
}) {
  const { person, way, ways } = page;
  const locale = await getLocale();
  const t = await getTranslations("stageEntry");
  const errors = await getTranslations("errors");
  const name = nameInSentence(person, locale);
  return (
    <div className="grid gap-5 max-w-2xl">
      <PageHead
        title={t(of === "visit" ? "visitOf" : "stepOf", { name })}
        under={of === "visit" ? t("visitLead", { name }) : t("stepLead")}
      />
      {way === null ? <Notice>{t("notOnWay", { name })}</Notice> : null}
      {page.own ? <Notice tone="attention">{errors("ownStage")}</Notice> : null}
      {way === null || page.own ? null : (
        <>
          <Ways ways={ways} chosen={way} href={`/desk/people/${person.id}/${of}`} label={t("whichWay")} />
          {form(
            <>
              <Hidden name="personId" value={person.id} />
              <Hidden name="toolId" value={way.toolId} />
              <Hidden name="programmeId" value={way.programmeId} />
            </>,
          )}
          <section className="grid gap-2" aria-labelledby="entered">
            <h2 id="entered">{t("entered")}</h2>
            {way.steps.length === 0 ? <p className="quiet">{t("nothing")}</p> : <Entries steps={way.steps} />}
          </section>
        </>
      )}
      {said ? <Toast of={said}>{t("saved")}</Toast> : null}
    </div>
  );
}
