import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import type { WayStanding } from "@/lib/stages/queries";
import { nextHref } from "./nextHref";

const decided = ["recommend", "approve", "renew", "resume"] as const;

/** What is to be done next on somebody's way, leading to where it is done; nothing where nothing is awaited. */
export async function WayNext({ personId, way }: { personId: number; way: WayStanding }) {
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const { step, missing } = way.next;
  if (step === "none") return null;
  const decision = decided.find((one) => one === step);
  const said =
    step === "confirmWorkshops" || step === "approveWorkshops"
      ? t(`step.${step}`, { count: missing })
      : decision
        ? t(`step.${decision}`)
        : g(`name.${step as Exclude<typeof step, (typeof decided)[number]>}`);
  const href = nextHref(await currentContext(), personId, way);
  return (
    <p>
      {t("next")}{" "}
      {href ? (
        <Link href={href} prefetch={false} className="inline-flex items-center min-h-11">
          {said}
        </Link>
      ) : (
        said
      )}
    </p>
  );
}
