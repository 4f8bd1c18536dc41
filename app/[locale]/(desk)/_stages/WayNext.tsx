import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Contact } from "@/app/_ui/Contact";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";
import type { WayStanding } from "@/lib/stages/queries";
import { conditionOf, stepsNow } from "@/lib/stages/rules/next";
import { type Leads, nextLeads, whomToAsk } from "./nextLeads";

const decided = ["recommend", "approve", "answer", "renew", "resume"] as const;

/** What the next step is called. */
async function Said({ way: { next, renewal, asked }, own }: { way: WayStanding; own: boolean }) {
  const t = await getTranslations("stages");
  const g = await getTranslations("gates");
  const locale = (await getLocale()) as Locale;
  const { step, missing } = next;
  if (step === "none") return t("step.none", { day: fullDay(renewal!.opensOn, locale) });
  if (step === "signObservations")
    return t("step.signObservations", { count: missing, own: own ? "yes" : "no" });
  if (step === "confirmWorkshops" || step === "approveWorkshops")
    return t(`step.${step}`, { count: missing });
  const decision = decided.find((one) => one === step);
  if (decision) return t(`step.${decision}`);
  const condition = asked.of === "renewal" ? conditionOf(step) : undefined;
  if (condition) return (await getTranslations("renewal"))(`gate.${condition}`);
  return g(`name.${step as Exclude<typeof step, (typeof decided)[number] | "none">}`);
}

const isOver = ({ next, renewal }: WayStanding): boolean => next.step === "none" && !renewal;

/** The way once for each step that is to be done now: different people do what a renewal lacks. */
const eachStep = (way: WayStanding): WayStanding[] => stepsNow(way).map((next) => ({ ...way, next }));

/** The next step as a link to where it is done, or with who does it, of one's own way with where one asks. */
async function Step({ way, own, leads }: { way: WayStanding; own: boolean; leads: Leads }) {
  const t = await getTranslations("stages");
  if ("href" in leads)
    return (
      <Link href={leads.href} prefetch={false} className="inline-flex items-center min-h-11">
        <Said way={way} own={own} />
      </Link>
    );
  // Workshops and, later, the renewal are done by several people.
  if (way.next.step === "none" && !own) return <Said way={way} own={own} />;
  return (
    <>
      <Said way={way} own={own} />
      {dotBetween}
      {own ? (
        <Link href={whomToAsk} prefetch={false} className="inline-flex items-center min-h-11">
          {t("ask")}
        </Link>
      ) : (
        t(`by.${leads.by}`)
      )}
    </>
  );
}

/**
 * What is to be done next on somebody's way, each step leading to where it is done, or saying who does it; nothing where nothing is awaited.
 */
export async function NextStep({ personId, way }: { personId: number; way: WayStanding }) {
  if (isOver(way)) return null;
  const cx = await currentContext();
  const own = personId === cx.viewer.personId;
  return eachStep(way).map((one) => (
    <span key={one.next.step} className="block">
      <Step way={one} own={own} leads={nextLeads(cx, personId, one)} />
    </span>
  ));
}

/** The same in lines of their own that say what it is; of one's own way, where others do it, with who answers for the programme. */
export async function WayNext({ personId, way }: { personId: number; way: WayStanding }) {
  const t = await getTranslations("stages");
  if (isOver(way)) return null;
  const cx = await currentContext();
  const own = personId === cx.viewer.personId;
  const steps = eachStep(way).map((one) => ({ one, leads: nextLeads(cx, personId, one) }));
  const asked = own && steps.some(({ leads }) => "by" in leads) ? contactOf(cx, way.programmeId) : null;
  return (
    <div className="grid gap-1">
      <p>
        {t("next")}{" "}
        {steps.map(({ one, leads }, nth) => (
          <span key={one.next.step} className={nth > 0 ? "block" : undefined}>
            {asked && "by" in leads ? (
              <Said way={one} own={own} />
            ) : (
              <Step way={one} own={own} leads={leads} />
            )}
          </span>
        ))}
      </p>
      {way.lacksRole && (asked || !own) ? <p>{t(own ? "roleFirst" : "roleLacking")}</p> : null}
      {asked ? <Contact label={t("asks")} contact={asked} /> : null}
    </div>
  );
}
