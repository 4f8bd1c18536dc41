import { getTranslations } from "next-intl/server";
import type { Offer } from "../desk/workshops/new/source";

/** Workshops of the viewer's own action plans whose day is over and that nobody scheduled: each leads to the form as it was planned. */
export async function PlannedOver({ offers }: { offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  const t = await getTranslations("today");
  return (
    <section className="grid gap-2" aria-labelledby="planned-over">
      <h3 id="planned-over" className="text-base">
        {t("plannedOver")}
      </h3>
      <ul className="grid gap-1">
        {offers.map(({ asked, href, said }) => (
          <li key={asked}>
            <a href={href} className="inline-flex items-center min-h-11">
              {said}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
