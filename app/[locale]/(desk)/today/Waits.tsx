import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isolate, type Locale } from "@/lib/i18n/rules";
import type { todayFor } from "@/lib/today/queries";
import { type Await, isLate, mostCounted } from "@/lib/today/rules";
import { Approval } from "./Approval";
import { AwaitPicture } from "./AwaitPicture";
import "./waits.css";
import { inTimeOf, isOwnEnd, rollCalled, targetOf, type When, whatOf, whenOf, whereOf } from "./waiting";

/** Most lines of what awaits somebody, what waits longest first; the rest comes as these are done. */
const most = 25;

type Waiting = Pick<ReturnType<typeof todayFor>, "approvals" | "awaits" | "inAll" | "people" | "lines">;

/** What awaits the viewer, most urgent first: by when, what and where, how far, and the one thing to do; and how much more there is. */
export function Waits({ waiting, today }: { waiting: Waiting; today: string }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const tell = useTranslations("tell.message");
  const { awaits, approvals, people, inAll } = waiting;
  const shown = awaits.slice(0, most);
  const late = shown.filter(isLate);
  const inTime = shown.filter((item) => !isLate(item));
  const more = inAll - Math.min(awaits.length, most);
  const now: When = { late: false, first: t("when.now"), time: "" };
  return (
    <>
      <ul className="waits">
        {late.map((item, place) => (
          <Awaited
            key={`${item.kind} ${targetOf(item)}`}
            item={item}
            waiting={waiting}
            today={today}
            main={place === 0}
          />
        ))}
        {approvals.map((workshop, place) => (
          <WorkshopToApprove key={workshop.id} workshop={workshop} first={place === 0 && late.length === 0} />
        ))}
        {inTime.map((item, place) => (
          <Awaited
            key={`${item.kind} ${targetOf(item)}`}
            item={item}
            waiting={waiting}
            today={today}
            main={place === 0 && late.length + approvals.length === 0}
          />
        ))}
        {people.map(({ id, name, messages }, place) => (
          <Line
            key={id}
            when={now}
            what={t("await.tellPerson", {
              name: isolate(name, locale),
              what: messages.map((message) => tell(message)).join("; "),
            })}
            href={`/desk/people/${id}`}
            verb={t("do.tell")}
            main={place === 0 && approvals.length + awaits.length === 0}
          />
        ))}
      </ul>
      {more > 0 ? (
        <p>
          {inAll > mostCounted ? t("awaitsMany", { count: mostCounted }) : t("awaitsMore", { count: more })}{" "}
          <a href="/desk/courses?due=now&sort=oldest">{t("allDue")}</a>
        </p>
      ) : null}
    </>
  );
}

function Awaited({
  item,
  waiting,
  today,
  main,
}: {
  item: Await;
  waiting: Waiting;
  today: string;
  main: boolean;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const kind = useTranslations("sessionKind");
  const line = waiting.lines.get(item.kind === "roll" ? item.sessions[0].courseId : item.course.id);
  return (
    <Line
      when={whenOf(t, item, line, today, locale)}
      what={item.kind === "roll" ? rollCalled(t, kind, item, line, locale) : whatOf(t, item, locale)}
      where={whereOf(item, line, locale)}
      besides={inTimeOf(t, item, today, locale)}
      picture={<AwaitPicture item={item} line={line} />}
      href={targetOf(item)}
      verb={t(`do.${isOwnEnd(item) ? "closeOwn" : item.kind}`)}
      main={main}
    />
  );
}

function Due({ when }: { when: When }) {
  return (
    <p className={when.late ? "waits-due waits-late" : "waits-due"}>
      {when.first} {when.time ? <bdi>{when.time}</bdi> : null}
    </p>
  );
}

function Line({
  when,
  what,
  where,
  besides = null,
  picture = null,
  href,
  verb,
  main,
}: {
  when: When;
  what: string;
  where?: string;
  /** What need not be done yet. */
  besides?: string | null;
  picture?: ReactNode;
  href: string;
  verb: string;
  /** True for the first: the one thing to do. */
  main: boolean;
}) {
  const id = `waits${href.replace(/\W+/g, "-")}`;
  return (
    <li>
      <Due when={when} />
      <div id={id} className="waits-what">
        <p>{what}</p>
        {where ? <p dir="auto">{where}</p> : null}
        {besides ? <p>{besides}</p> : null}
      </div>
      <div className="waits-picture">{picture}</div>
      <a href={href} className={main ? "button-main" : "button"} aria-describedby={id}>
        {verb}
      </a>
    </li>
  );
}

function WorkshopToApprove({ workshop, first }: { workshop: Waiting["approvals"][number]; first: boolean }) {
  const t = useTranslations("today");
  return (
    <li className="waits-open">
      <Due when={{ late: false, first: t("when.now"), time: "" }} />
      <Approval what={t("what.approve")} workshop={workshop} main={first} />
    </li>
  );
}
