import { getTranslations } from "next-intl/server";
import { LinkList } from "@/app/_ui/LinkList";
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
      <LinkList links={offers} className="grid gap-1" />
    </section>
  );
}
