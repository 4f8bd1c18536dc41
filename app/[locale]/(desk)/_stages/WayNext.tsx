import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Contact } from "@/app/_ui/Contact";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";
import type { WayStanding } from "@/lib/stages/queries";
import { nextHref, whomToAsk } from "./nextHref";

const decided = ["recommend", "approve", "renew", "resume"] as const;

/**
 * What is to be done next on somebody's way, leading to where it is done, or oneself to whom one asks; nothing where nothing is awaited.
 * @param asks false where whom to ask stands beside it.
 */
export async function NextStep({
  personId,
  way,
  asks = true,
}: {
  personId: number;
  way: WayStanding;
  asks?: boolean;
}) {
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
  if (personId !== cx.viewer.personId || !asks) return said;
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

/** The same in a line of its own that says what it is; of one's own way, where others do it, with who answers for the programme. */
export async function WayNext({ personId, way }: { personId: number; way: WayStanding }) {
  const t = await getTranslations("stages");
  if (way.next.step === "none" && !way.renewal) return null;
  const cx = await currentContext();
  const own = personId === cx.viewer.personId;
  const asked = own && nextHref(cx, personId, way) === null ? contactOf(cx, way.programmeId) : null;
  return (
    <div className="grid gap-1">
      <p>
        {t("next")} <NextStep personId={personId} way={way} asks={asked === null} />
      </p>
      {way.lacksRole && (asked !== null || !own) ? <p>{t(own ? "roleFirst" : "roleLacking")}</p> : null}
      {asked ? <Contact label={t("asks")} contact={asked} /> : null}
    </div>
  );
}
