import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { LinkList } from "@/app/_ui/LinkList";
import type { Offer } from "./source";

/** What the viewer's own action plans hold: the form begins with one of them, or says which it began with. */
export function Planned({ offers, chosen }: { offers: readonly Offer[]; chosen: Offer | undefined }) {
  const t = useTranslations("workshop");
  if (chosen)
    return (
      <div className="mb-6">
        <Notice title={t("asPlanned")}>
          <p>{chosen.said}</p>
          {chosen.day ? null : <p>{t("plannedDayOver")}</p>}
          <p>
            <a href="/desk/workshops/new" className="inline-flex items-center min-h-11">
              {t("emptyForm")}
            </a>
          </p>
        </Notice>
      </div>
    );
  if (offers.length === 0) return null;
  return (
    <section className="card grid gap-2 mb-6" aria-labelledby="planned">
      <h2 id="planned" className="text-base">
        {t("asPlanned")}
      </h2>
      <LinkList links={offers} />
    </section>
  );
}
