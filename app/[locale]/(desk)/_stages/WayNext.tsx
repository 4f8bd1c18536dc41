import { useTranslations } from "next-intl";
import type { WayStanding } from "@/lib/stages/queries";

/** What somebody can do next on their way: a condition that is missing, or a decision; nothing where nothing is awaited. */
export function WayNext({ standing: { next } }: Pick<WayStanding, "standing">) {
  const t = useTranslations("stages");
  const g = useTranslations("gates");
  if (next.step === "none") return null;
  const { step } = next;
  const said =
    step === "recommend" || step === "approve" || step === "renew" || step === "resume"
      ? t(`step.${step}`)
      : g(`name.${step}`);
  return (
    <p>
      {t("next")} {said}
    </p>
  );
}
