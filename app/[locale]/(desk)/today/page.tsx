import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay, readersZone } from "@/app/_server/zone";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { TellZone } from "@/app/_ui/TellZone";
import { shortNear } from "@/app/_words/nearDays";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import type { Context } from "@/lib/acts/context";
import { turnedDownOf } from "@/lib/courses/queries";
import { allows } from "@/lib/courses/rules";
import { weekdayDay } from "@/lib/i18n/format";
import { isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { mailHeld } from "@/lib/messages/queries";
import { reviewsDue } from "@/lib/programmes/queries";
import { ownRegistrations } from "@/lib/registrations/queries";
import { programmesToConfirm } from "@/lib/stages/queries/confirming";
import { certificationEnds } from "@/lib/stages/queries/ends";
import { waitingCounts, wayWaits } from "@/lib/stages/queries/waits";
import { programmesLackingTrainers } from "@/lib/stages/queries/withoutRole";
import { firstSteps, todayFor } from "@/lib/today/queries";
import { TypedMeanwhile } from "../_stages/TypedMeanwhile";
import { NotApproved } from "../desk/workshops/NotApproved";
import { offersOver } from "../desk/workshops/new/source";
import { AskedInProgrammes } from "./AskedInProgrammes";
import { AskedOfYou, askedOf } from "./AskedOfYou";
import { CertificationEnds } from "./CertificationEnds";
import { CertificationsWaiting } from "./CertificationsWaiting";
import { ComingCourses } from "./ComingCourses";
import { Decided } from "./Decided";
import { FirstSteps } from "./FirstSteps";
import { MailHeld } from "./MailHeld";
import { OfToday } from "./OfToday";
import { OwnCertificates } from "./OwnCertificates";
import { OwnCertification, OwnStruckOut } from "./OwnCertification";
import { OwnNotices } from "./OwnNotices";
import { OwnWorkshops } from "./OwnWorkshops";
import { PlannedOver } from "./PlannedOver";
import { RolesToReview } from "./RolesToReview";
import { SevenWeeks } from "./SevenWeeks";
import { Waits } from "./Waits";
import { Sent, WayWaits } from "./WayWaits";
import { Week } from "./Week";

export const generateMetadata = async () => ({ title: (await getTranslations("today"))("title") });

const asked = asking({
  decided: key,
  notTurnedDown: key,
  approved: key,
  turnedDown: key,
  typed: text,
  sent: oneOf(["all"]),
});

/** The first page of everybody signed in: what awaits a decision, the courses of seven weeks, the coming days. */
export default async function Today({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("today.read", "/today");
  const locale = await getLocale();
  const t = await getTranslations("today");
  const reach = gate.reach(cx, "today.read");
  const today = await readersDay(cx);
  const zone = await readersZone(cx);
  const found = todayFor(cx, reach, today);
  const steps = firstSteps(cx, reach);
  const works = mayAnywhere(cx.viewer, "course.read");
  const requests = askedOf(cx);
  const due = found.awaits.length + found.approvals.length + found.people.length;
  const said = await asked(searchParams);
  const onWay = wayWaits(cx, said.sent === "all");
  const decisions = works ? waitingCounts(cx) : null;
  const ends = certificationEnds(cx);
  const over = await offersOver(cx, today);
  const toConfirm =
    works && gate.maySomewhere(cx, "stage.enter")
      ? programmesToConfirm(cx, gate.reach(cx, "stage.enter"))
      : [];
  const toGive =
    works && gate.maySomewhere(cx, "programmes.edit")
      ? programmesLackingTrainers(cx, gate.reach(cx, "programmes.edit"))
      : [];
  // As many as stand there as lines: one for all candidates of a programme, which says itself how many they are.
  const ofTrainers =
    onWay.toSign.length +
    onWay.toObserve.length +
    onWay.returned.length +
    onWay.toRecommend.length +
    (decisions
      ? [decisions.recommended, decisions.renewals, decisions.before, decisions.doubted].filter(Boolean)
          .length
      : 0) +
    ends.renewable.length +
    ends.due.length +
    over.length +
    ends.lapsed.length +
    toConfirm.length +
    toGive.length;
  const refused = turnedDownOf(cx, found.workshops);
  // What was turned down is to be scheduled anew or let go: until its last day its trainer is told first.
  const turnedDown = found.workshops.filter((one) => refused.has(one.id) && (one.endsOn ?? "") >= today);
  const waits = requests.length + due + ofTrainers + turnedDown.length;
  return (
    <>
      <PageHead
        title={t("title")}
        under={weekdayDay(today, locale)}
        action={steps.length === 0 ? <Create cx={cx} quiet={waits > 0} /> : null}
      />
      <div className="grid gap-8">
        <Decided cx={cx} asked={said} />
        <TypedMeanwhile cx={cx} typed={said.typed} />
        <MailHeld cx={cx} held={mailHeld(cx, reach)} />
        <OfToday sessions={found.ofToday} now={cx.now} here={zone.here} />
        {[...found.ofToday, ...found.week].some(({ isOnline }) => isOnline) ? (
          <TellZone known={zone.said} />
        ) : null}
        <OwnCertification cx={cx} />
        <OwnStruckOut cx={cx} />
        <OwnNotices cx={cx} />
        {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
        {(works && steps.length === 0) || waits > 0 ? (
          <section className="grid gap-3" aria-labelledby="waits">
            <h2 id="waits">
              {t("waits")}{" "}
              {waits > 0 ? <span className="text-base font-normal text-muted">{waits}</span> : null}
            </h2>
            {turnedDown.map((workshop) => (
              <NotApproved key={workshop.id} course={workshop} own named />
            ))}
            <AskedOfYou open={requests} today={today} here={zone.here} />
            {decisions ? <CertificationsWaiting counts={decisions} /> : null}
            {due > 0 ? <Waits waiting={found} today={today} /> : null}
            {waits === 0 ? (
              <NothingWaits
                next={found.week.find(({ startInstant }) => startInstant > cx.now)}
                today={today}
              />
            ) : null}
            <AskedInProgrammes of="roleMissing" programmes={toGive} />
            <AskedInProgrammes of="confirming" programmes={toConfirm} />
            <CertificationEnds ends={ends} />
            <PlannedOver offers={over} />
            <WayWaits waits={onWay} />
          </section>
        ) : null}
        {found.workshops.length > 0 ? (
          <Workshops today={today} workshops={found.workshops} refused={refused} />
        ) : null}
        {works && found.drawn.length + found.week.length > 0 ? (
          <div className={found.week.length > 0 ? "today-lower" : undefined}>
            <SevenWeeks courses={found.drawn} more={found.drawnMore} today={today} />
            {found.week.length > 0 ? (
              <Week
                sessions={found.week}
                above={[
                  ...found.ofToday.map(({ id }) => id),
                  ...found.awaits.flatMap((item) =>
                    item.kind === "roll" ? item.sessions.map(({ id }) => id) : [],
                  ),
                ]}
                more={found.weekMore}
                today={today}
                now={cx.now}
                here={zone.here}
              />
            ) : null}
          </div>
        ) : null}
        <Sent sent={onWay.sent} more={onWay.sentMore} />
        {works && gate.maySomewhere(cx, "programmes.edit") ? (
          <RolesToReview programmes={reviewsDue(cx, gate.reach(cx, "programmes.edit"))} />
        ) : null}
        <TakesPart cx={cx} works={works} today={today} />
      </div>
    </>
  );
}

/** What one begins here: a course for a coordinator, a workshop for a trainer. */
function Create({ cx, quiet }: { cx: Context; quiet: boolean }) {
  const t = useTranslations("desk");
  const w = useTranslations("workshop");
  const look = quiet ? "button" : "button-main";
  if (mayAnywhere(cx.viewer, "workshop.schedule"))
    return (
      <a href="/desk/workshops/new" className={look}>
        <Plus size={18} />
        {w("title")}
      </a>
    );
  if (!mayAnywhere(cx.viewer, "course.create")) return null;
  return (
    <a href="/desk/courses/new" className="button">
      <Plus size={18} />
      {t("new")}
    </a>
  );
}

/** Nothing awaits the viewer: says so, and what comes next. */
function NothingWaits({
  next,
  today,
}: {
  next: ReturnType<typeof todayFor>["week"][number] | undefined;
  today: string;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  return (
    <Empty title={t("nothing")}>
      <p>
        {next
          ? t("nextUp", {
              what: isolate(shownIn(next.course, locale), locale),
              when: isolate(`${shortNear(next.day, today, locale)} ${next.startsAt}`, locale),
            })
          : t("nothingNext")}
      </p>
    </Empty>
  );
}

function Workshops({
  workshops,
  refused,
  today,
}: {
  workshops: ReturnType<typeof todayFor>["workshops"];
  /** Keys of those that a coordinator turned down. */
  refused: ReadonlySet<number>;
  today: string;
}) {
  const w = useTranslations("workshop");
  return (
    <section className="grid gap-3" aria-labelledby="workshops">
      <h2 id="workshops">{w("mine")}</h2>
      <OwnWorkshops workshops={workshops} refused={refused} today={today} />
    </section>
  );
}

/** What the viewer takes part in: courses ahead or under way, then certificates. */
function TakesPart({ cx, works, today }: { cx: Context; works: boolean; today: string }) {
  const t = useTranslations("today");
  const own = cx.viewer.personId === null ? [] : ownRegistrations(cx, gate.self(cx));
  const coming = own.filter((r) => allows(r.courseState, "decide"));
  const certified = own.filter((r) => r.certificates.length > 0);
  if (works && coming.length + certified.length === 0) return null;
  return (
    <>
      {coming.length > 0 || certified.length === 0 ? (
        <section className="grid gap-3" aria-labelledby="mine">
          <h2 id="mine">{t("myCourses")}</h2>
          <ComingCourses registrations={coming} past={own.length - coming.length} today={today} />
        </section>
      ) : null}
      {certified.length > 0 ? <OwnCertificates registrations={certified} today={today} /> : null}
    </>
  );
}
