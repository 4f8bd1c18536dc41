import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { WayStanding } from "@/lib/stages/queries";
import { nextHref, whomToAsk } from "./nextHref";

const decided = ["recommend", "approve", "renew", "resume"] as const;

/** What is to be done next on somebody's way, leading to where it is done, or oneself to whom one asks; nothing where nothing is awaited. */
export async function NextStep({ personId, way }: { personId: number; way: WayStanding }) {
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const { step, missing } = way.next;
  if (step === "none" && !way.renewal) return null;
  const decision = decided.find((one) => one === step);
  const said =
    step === "none"
      ? t("step.none", { day: fullDay(way.renewal!.opensOn, await getLocale()) })
      : step === "confirmWorkshops" || step === "approveWorkshops"
        ? t(`step.${step}`, { count: missing })
        : decision
          ? t(`step.${decision}`)
          : g(`name.${step as Exclude<typeof step, (typeof decided)[number] | "none">}`);
  const cx = await currentContext();
  const href = nextHref(cx, personId, way);
  if (href)
    return (
      <Link href={href} prefetch={false} className="inline-flex items-center min-h-11">
        {said}
      </Link>
    );
  if (personId !== cx.viewer.personId) return said;
  return (
    <>
      {said}
      {dotBetween}
      <Link href={whomToAsk} prefetch={false} className="inline-flex items-center min-h-11">
        {t("ask")}
      </Link>
    </>
  );
}

/** The same in a line of its own that says what it is. */
export async function WayNext({ personId, way }: { personId: number; way: WayStanding }) {
  const t = await getTranslations("stages");
  if (way.next.step === "none" && !way.renewal) return null;
  return (
    <p>
      {t("next")} <NextStep personId={personId} way={way} />
    </p>
  );
}
