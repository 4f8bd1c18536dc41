import { useLocale, useTranslations } from "next-intl";
import { Hidden } from "@/app/_ui/form/fields";
import { Badge } from "@/app/_ui/kit/Badge";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { nameInSentence } from "@/lib/i18n/rules";
import type { PersonRenewal } from "@/lib/stages/queries/renewals";
import { RefuseRenewalForm, ReturnRenewalForm } from "../../../../_stages/renewalForms";
import { SendBack } from "../../../../_stages/SendBack";

/**
 * What somebody recommended and nobody answered yet, for all who read this; whoever may decide sends it back with a question, or
 * refuses it, here. And the question with which it went back.
 */
export function Waiting({
  personId,
  waiting: { open, question },
  missing,
  may,
  viewer,
}: {
  personId: number;
  waiting: PersonRenewal["renewed"];
  missing: boolean;
  may: boolean;
  viewer: number | null;
}) {
  const locale = useLocale();
  const t = useTranslations("renewal");
  const d = useTranslations("decide");
  const said = open ?? question;
  if (!said) return null;
  const values = {
    name: said.by ? nameInSentence(said.by, locale) : "Cascade",
    day: fullDay(said.day, locale),
  };
  const keys = (
    <>
      <Hidden name="personId" value={personId} />
      <Hidden name="recommendationId" value={said.id} />
    </>
  );
  return (
    <div className="grid gap-2 rounded-card border border-line-strong p-3">
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        <span>{open ? t("recommended", values) : d("asked", values)}</span>
        {open?.exception ? <Badge tone="attention">{d("byException")}</Badge> : null}
      </p>
      <p className="whitespace-pre-line">
        <Written>{said.words ?? ""}</Written>
      </p>
      {open && may && open.enteredBy === viewer ? (
        <p className="quiet">{t(missing ? "exceptionYours" : "recommendedYours")}</p>
      ) : null}
      {open && may && open.enteredBy !== viewer ? (
        <SendBack returning={ReturnRenewalForm} refusing={RefuseRenewalForm} keys={keys} />
      ) : null}
    </div>
  );
}
