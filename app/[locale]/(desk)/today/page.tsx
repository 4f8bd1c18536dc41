import { CircleCheck } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { Arrived } from "@/app/_ui/Arrived";
import { Hidden, Submit } from "@/app/_ui/Form";
import { fullDay, list, shortDay, timeRange } from "@/app/_ui/format";
import {
  Badge,
  CourseBadge,
  CourseDates,
  CoursePlace,
  Empty,
  PageHead,
  RegistrationBadge,
  Say,
  WorkshopBadges,
} from "@/app/_ui/parts";
import { sessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/rules";
import type { Context } from "@/lib/acts/context";
import { decidedWorkshop, type WorkshopLine } from "@/lib/courses/queries";
import { approvalAspects, rollIsOpen } from "@/lib/courses/rules";
import { inLanguage, isolate, type Locale } from "@/lib/i18n/rules";
import { ownNotices } from "@/lib/messages/queries";
import { ownRegistrations } from "@/lib/registrations/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { type Await, firstSteps, todayFor } from "@/lib/today/queries";
import type { FirstStep } from "@/lib/today/rules";
import { Decision } from "../desk/workshops/Decision";
import { ApprovalBackForm } from "../desk/workshops/forms";
import { OwnNoticeForm } from "./forms";
import { Awaits, type CourseDay, Week } from "./lists";

export const generateMetadata = async () => ({ title: (await getTranslations("today"))("title") });

const targetOf = (item: Await): string => {
  switch (item.kind) {
    case "roll":
      return `/desk/courses/${item.session.courseId}/roll/${item.session.id}`;
    case "decide":
      return `/desk/courses/${item.course.id}/registrations?state=applied`;
    case "confirm":
      return `/desk/courses/${item.course.id}/registrations?state=to_confirm`;
    case "tell":
      return `/desk/courses/${item.course.id}/tell`;
    case "certify":
      return `/desk/courses/${item.course.id}/certificates`;
    case "rule_lost":
      return `/desk/courses/${item.course.id}/certificates#decide`;
    case "mend_names":
      return `/desk/courses/${item.course.id}/certificates#names`;
    default:
      return `/desk/courses/${item.course.id}`;
  }
};

const stepTargets: Record<FirstStep["kind"], string> = {
  programme: "/desk/programmes/new",
  tool: "/desk/tools",
  coordinator: "/desk/people/new",
  venue: "/desk/settings",
  course: "/desk/courses/new",
};

/** What a new installation needs, each with a tick once it is there. */
function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const t = useTranslations("today");
  return (
    <section className="grid gap-3">
      <h2>{t("firstSteps")}</h2>
      <p className="quiet">{t("firstStepsLead")}</p>
      <ol className="grid gap-2">
        {steps.map(({ kind, done }) => (
          <li key={kind} className="card flex flex-wrap gap-3 items-center justify-between">
            <span className="grow">{t(`step.${kind}`)}</span>
            {done ? (
              <Badge tone="ok" icon={CircleCheck}>
                {t("stepDone")}
              </Badge>
            ) : null}
            <a href={stepTargets[kind]} className={done ? undefined : "button"}>
              {t(`doStep.${kind}`)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A workshop to approve: the facts that a decision needs in one line, the way to more, and the decision. */
function Approval({ workshop }: { workshop: WorkshopLine }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("workshop");
  return (
    <li className="card grid gap-2">
      <p className="flex flex-wrap gap-2 items-center">
        <a href={`/desk/courses/${workshop.id}`} className="font-semibold">
          <Say text={workshop.title} />
        </a>
        <WorkshopBadges course={workshop} />
      </p>
      <p>
        {[
          <CourseDates key="dates" course={{ ...workshop, year: null, datesNote: null }} />,
          <CoursePlace key="place" course={workshop} />,
          t("by", { name: isolate(workshop.by, locale) }),
          t("expected", { count: workshop.capacity }),
          t("registered", { count: workshop.seatsTaken }),
          workshop.audience ? <Written key="audience">{workshop.audience}</Written> : null,
          <bdi key="programme">{workshop.programme}</bdi>,
        ]
          .filter((fact) => fact !== null)
          .flatMap((fact, i) => (i === 0 ? [fact] : [" · ", fact]))}
      </p>
      {workshop.changed ? (
        <p className="font-semibold">
          {t("changedSince", {
            what: list(
              approvalAspects
                .filter((aspect) => workshop.changed?.split(" ").includes(aspect))
                .map((aspect) => t(`aspect.${aspect}`)),
              locale,
            ),
          })}
        </p>
      ) : null}
      <Decision course={workshop} />
    </li>
  );
}

/**
 * What became of a workshop that the viewer decided on just now (`approved`, `turnedDown`), or that was decided on before
 * them (`decided`), with the reason that they had typed.
 */
async function Decided({ cx, asked }: { cx: Context; asked: Asked }) {
  const locale = await getLocale();
  const t = await getTranslations("workshop");
  const what = (["decided", "approved", "turnedDown"] as const).find(
    (name) => typeof asked[name] === "string",
  );
  const workshop = what ? decidedWorkshop(cx, Number(asked[what])) : null;
  if (!workshop) return null;
  const course = isolate(inLanguage(workshop.title, locale).text, locale);
  const typed = typeof asked.reason === "string" ? asked.reason.slice(0, 500) : "";
  if (workshop.stands === "cancelled")
    return (
      <Arrived of={`${what} ${workshop.id}`}>
        <p>{what === "turnedDown" ? t("turnedDownNow", { course }) : t("cancelledMeanwhile", { course })}</p>
        {what !== "turnedDown" && workshop.reason ? (
          <p>
            <Written>{workshop.reason}</Written>
          </p>
        ) : null}
        {what === "decided" ? <Typed reason={typed} /> : null}
      </Arrived>
    );
  if (what === "turnedDown" || (what === "approved" && !workshop.own)) return null;
  return (
    <Arrived of={`${what} ${workshop.id}`}>
      <p>
        {workshop.own
          ? t("approvedNow", { course })
          : workshop.by
            ? t("approvedMeanwhile", { course, name: isolate(workshop.by, locale) })
            : t("approvedAtOnce", { course })}
      </p>
      {what === "decided" ? <Typed reason={typed} /> : null}
      {!workshop.own ? null : workshop.final ? (
        <p>{t("approvedFinal")}</p>
      ) : (
        <ApprovalBackForm className="grid">
          <Hidden name="courseId" value={workshop.id} />
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("takeBack")}
            </Submit>
          </div>
        </ApprovalBackForm>
      )}
    </Arrived>
  );
}

/** The reason that somebody typed for a decision that was not taken. */
function Typed({ reason }: { reason: string }) {
  const t = useTranslations("workshop");
  return reason ? (
    <p>
      {t("reasonTyped")} <Written>{reason}</Written>
    </p>
  ) : null;
}

type Asked = Record<string, string | string[] | undefined>;

/** The first page of everybody signed in: what awaits a decision, then the coming week. */
export default async function Today({ searchParams }: { searchParams: Promise<Asked> }) {
  const cx = await requireContext("today.read", "/today");
  const locale = await getLocale();
  const t = await getTranslations("today");
  const w = await getTranslations("workshop");
  const kinds = await getTranslations("sessionKind");
  const now = clock();
  const today = dayAt(now, "UTC");
  const { awaits, people, week, approvals, workshops } = todayFor(cx, today);
  const steps = firstSteps(cx);
  const own = cx.viewer.personId === null ? [] : ownRegistrations(cx, gate.self(cx));
  const coming = own.filter((r) => r.courseState === "open" || r.courseState === "running");
  const works = cx.viewer.administrator || cx.viewer.coordinates.length > 0 || cx.viewer.trains.length > 0;
  const sentence = (item: Await) => {
    if (item.kind === "roll")
      return t("await.roll", {
        course: inLanguage(item.session.course, locale).text,
        day: shortDay(item.session.day, locale),
        time: timeRange(item.session.startsAt, item.session.endsAt, locale),
      });
    const course = inLanguage(item.course.title, locale).text;
    if (item.kind === "tell") return t("await.tell", { course: isolate(course, locale), count: item.count });
    if (item.kind === "certify") return t("await.certify", { course, ready: item.ready, total: item.total });
    if (item.kind === "decide")
      return t("await.decide", { course, count: item.count, days: Math.max(-1, item.days) });
    if (item.kind === "confirm") return t("await.confirm", { course, count: item.count });
    if (item.kind === "rule_lost" || item.kind === "mend_names")
      return t(`await.${item.kind}`, { course, count: item.count });
    if (item.kind === "draft") return t("await.draft", { course });
    return t(`await.${item.kind}`, { course, days: item.days });
  };
  const byDay = new Map<string, CourseDay>();
  for (const session of week) {
    const key = `${session.day} ${session.courseId}`;
    const day = byDay.get(key) ?? {
      day: shortDay(session.day, locale),
      course: inLanguage(session.course, locale),
      ...(rollIsOpen({ ...session, state: session.courseState }, dayAt(now, session.zone))
        ? { rolls: `/desk/courses/${session.courseId}/roll/` }
        : {}),
      lines: [],
    };
    byDay.set(key, day);
    day.lines.push({
      id: session.id,
      time: timeRange(session.startsAt, session.endsAt, locale),
      ...sessionName(session, locale, kinds),
      ...(session.room ? { room: session.room } : {}),
    });
  }
  const days = [...byDay.values()];
  const news = ownNotices(cx);
  const todo = [
    ...awaits.slice(0, 25).map((item) => ({
      href: targetOf(item),
      sentence: sentence(item),
      label: t(`do.${item.kind}`),
    })),
    ...people.map(({ id, name }) => ({
      href: `/desk/people/${id}`,
      sentence: t("await.tellPerson", { name: isolate(name, locale) }),
      label: t("do.tell"),
    })),
  ];
  return (
    <div className="grid gap-8 max-w-4xl">
      <PageHead
        title={t("hello", { name: cx.viewer.name ?? "" })}
        action={
          mayAnywhere(cx.viewer, "workshop.schedule") ? (
            <a href="/desk/workshops/new" className="button-main">
              {w("title")}
            </a>
          ) : null
        }
      />
      <Decided cx={cx} asked={await searchParams} />
      {news.map((notice) => (
        <OwnNoticeForm key={notice.id} className="card grid gap-3">
          {notice.message === "broughtIn" ? (
            <>
              <p>
                {t("broughtIn", {
                  by: isolate(notice.params.by ?? "", locale),
                  programme: isolate(notice.params.programme ?? "", locale),
                  day: isolate(fullDay(dayAt(notice.at, "UTC"), locale), locale),
                })}
              </p>
              <p className="quiet">{t("broughtInNext")}</p>
            </>
          ) : (
            <p>
              {w(notice.message === "workshopApproved" ? "noticeApproved" : "noticeTurnedDown", {
                course: isolate(notice.course ? inLanguage(notice.course, locale).text : "", locale),
                reason: isolate(notice.params.reason ?? "", locale),
              })}{" "}
              <a href={`/desk/courses/${notice.courseId}`}>{w("open")}</a>
            </p>
          )}
          <Hidden name="noticeId" value={notice.id} />
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("hide")}
            </Submit>
          </div>
        </OwnNoticeForm>
      ))}
      {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
      {works && (steps.length === 0 || awaits.length > 0 || approvals.length > 0) ? (
        <section className="grid gap-3">
          <h2>{t("awaits")}</h2>
          {approvals.length > 0 ? (
            <ul className="grid gap-3" aria-label={w("approvals")}>
              {approvals.map((workshop) => (
                <Approval key={workshop.id} workshop={workshop} />
              ))}
            </ul>
          ) : null}
          {todo.length === 0 && approvals.length > 0 ? null : todo.length === 0 ? (
            <Empty title={t("nothing")}>{t("nothingNext")}</Empty>
          ) : (
            <Awaits items={todo} />
          )}
        </section>
      ) : null}
      {workshops.length > 0 ? (
        <section className="grid gap-3">
          <h2>{w("mine")}</h2>
          <ul className="grid gap-2">
            {workshops.map((workshop) => (
              <li key={workshop.id} className="card flex flex-wrap gap-3 items-center justify-between">
                <span>
                  <a href={`/desk/courses/${workshop.id}`} className="font-semibold">
                    <Say text={workshop.title} />
                  </a>
                  <span className="quiet block">
                    <CourseDates course={{ ...workshop, year: null, datesNote: null }} short />
                  </span>
                  {workshop.state === "cancelled" ? (
                    <span className="block">
                      <Written>{workshop.stateReason}</Written>
                    </span>
                  ) : null}
                </span>
                <span className="flex flex-wrap gap-1">
                  <CourseBadge state={workshop.state} />
                  <WorkshopBadges course={workshop} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {works && days.length > 0 ? (
        <section className="grid gap-3">
          <h2>{t("week")}</h2>
          <Week roll={t("roll")} locale={locale} days={days} />
        </section>
      ) : null}
      {!works || coming.length > 0 ? (
        <section className="grid gap-3">
          <h2>{t("myCourses")}</h2>
          {coming.length === 0 ? (
            <Empty title={t("noCourses")}>
              <a href="/courses" className="button-main">
                {t("findCourse")}
              </a>
            </Empty>
          ) : null}
          <ul className="grid gap-2">
            {coming.map((r) => (
              <li key={r.id} className="card flex flex-wrap gap-3 items-center justify-between">
                <span>
                  <a href={`/registrations/${r.token}`} className="font-semibold">
                    <Say text={r.title} />
                  </a>
                  <span className="quiet block">
                    <CourseDates course={r} />
                  </span>
                </span>
                <RegistrationBadge state={r.state} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
