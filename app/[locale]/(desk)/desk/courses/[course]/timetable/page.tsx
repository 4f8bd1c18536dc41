import { CalendarClock, Plus } from "lucide";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { CheckField, ChoiceField, Hidden, SelectField, Submit, TextField } from "@/app/_ui/Form";
import { hours, list, shortDay, timeRange } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Empty, Names, Notice } from "@/app/_ui/parts";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { zoneCity } from "@/app/_ui/zoneNames";
import { mayInCourse } from "@/lib/access/queries";
import type { Context } from "@/lib/acts/context";
import { type Course, courseSessions, daysNotWorked, type Session } from "@/lib/courses/queries";
import { allows, hoursOf, sessionKinds, staysInProposal, timetableWord } from "@/lib/courses/rules";
import { moduleName } from "@/lib/curriculum/rules";
import { inLanguage, isolate, shownIn } from "@/lib/i18n/rules";
import { venueList } from "@/lib/programmes/queries";
import { stillOffered } from "@/lib/programmes/rules";
import { daysFrom } from "@/lib/time/civil";
import { ownTimetableChanges } from "@/lib/timetable/queries";
import { ProposalForm, SessionDeleteForm, SessionForm, SwapForm } from "../../forms";
import { ChangeMessage, NothingPlaced, nameInSentence, placeOf, SavedMessage, YourChanges } from "./changes";
import { EditPanel } from "./focus";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ session?: string; change?: string; saved?: string }>;
};

/** The timetable: days as columns on a desktop, a list by day on a phone; editing beside it. */
export default async function Timetable({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("course.read", `/desk/courses/${encodeURIComponent(key)}/timetable`);
  const course = courseOfDesk(cx, Number(key));
  if (!course) notFound();
  const { session: chosen, change: changeKey, saved } = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const sessions = courseSessions(cx, course.id);
  const mayEdit = mayInCourse(cx, "timetable.edit", course.id) && allows(course.state, "plan");
  const base = `/desk/courses/${course.id}/timetable`;
  const editing = mayEdit ? (sessions.find((s) => String(s.id) === chosen) ?? null) : null;
  const changes = mayEdit
    ? ownTimetableChanges(cx, course.id, /^\d{1,15}$/.test(changeKey ?? "") ? Number(changeKey) : null)
    : [];
  const change = changes.find((c) => String(c.id) === changeKey) ?? null;
  const message = change ? <ChangeMessage change={change} /> : null;
  const place = change ? placeOf(change, sessions) : null;
  const beside = (s: Session) => place !== null && "session" in place && place.session === s.id;
  const marked = new Set(change && place ? [...change.before, ...change.after].map((s) => s.id) : []);
  // A day whose only session was deleted stays in view for as long as the message about that does.
  const days = [
    ...new Set([...sessions.map((s) => s.day), ...(place !== null && "day" in place ? [place.day] : [])]),
  ].sort();
  const toolOrder = course.tools.map((tool) => tool.code);
  const hue = (s: Session) =>
    ["border-s-accent", "border-s-info", "border-s-attention", "border-s-ok"][
      toolOrder.indexOf(s.toolCode ?? "") % 4
    ] ?? "border-s-control";
  if (!course.startsOn)
    return (
      <Empty title={t("noDates")}>
        {mayEdit ? (
          <Link href={`/desk/courses/${course.id}/edit`} className="button">
            {t("setDates")}
          </Link>
        ) : null}
      </Empty>
    );
  const free = await notWorkedIn(course);
  // With whom the session that is edited can change places: not held, and not at its own time already.
  const partners = await Promise.all(
    sessions
      .filter((s) => editing && s.entries === 0 && (s.day !== editing.day || s.startsAt !== editing.startsAt))
      .map(async (s) => ({
        value: String(s.id),
        label: t("sessionLine", {
          day: shortDay(s.day, locale),
          times: isolate(timeRange(s.startsAt, s.endsAt, locale), locale),
          session: await nameInSentence(s),
        }),
      })),
  );
  const known = sessions.map((s) => ({ ...s, held: s.entries > 0 }));
  const stays = known.filter((s) => staysInProposal(s, false)).length;
  const byHand = known.filter((s) => s.placedByHand && !s.held).length;
  const lacking = course.tools
    .flatMap((tool) => tool.modules.map((m) => ({ tool, ...m })))
    .map((m) => ({
      ...m,
      left: m.minutes - sessions.filter((s) => s.moduleId === m.id).reduce((sum, s) => sum + s.minutes, 0),
    }))
    .filter((m) => m.left > 0)
    .map((m) =>
      t("lackingModule", {
        module: isolate(`${inLanguage(m.tool.title, "en").text} ${m.code}`.trim(), locale),
        time: hours(m.left, locale),
      }),
    );
  // As the last proposal had them; what a hand placed may be at any hour.
  const proposed = hoursOf(sessions.filter((s) => !s.placedByHand));
  const daily =
    proposed && proposed.breakMinutes <= 180
      ? proposed
      : { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };
  // First where there is nothing yet, last where it would replace what is there.
  const proposal = (
    <section className="card grid gap-4" aria-labelledby="propose">
      <h2 id="propose" className="text-base">
        {sessions.length > 0 ? t("proposeAgain") : t("propose")}
      </h2>
      <ProposalForm
        defaults={{
          startsAt: daily.startsAt,
          endsAt: daily.endsAt,
          breakFrom: daily.breakFrom,
          breakMinutes: String(daily.breakMinutes),
        }}
      >
        <p className="quiet">{t("proposeHint")}</p>
        {sessions.length > 0 ? (
          <Notice tone="attention">{t("replacing", { replaced: sessions.length - stays, stays })}</Notice>
        ) : null}
        <Hidden name="courseId" value={course.id} />
        <Hidden name="foreseen" value={timetableWord(known)} />
        {byHand > 0 ? (
          <CheckField name="replaceByHand" label={t("replaceByHand", { count: byHand })} />
        ) : null}
        <div className="grid gap-4 min-[24rem]:grid-cols-2">
          <TextField name="startsAt" type="time" label={t("startsAt")} />
          <TextField name="endsAt" type="time" label={t("endsAt")} />
          <TextField name="breakFrom" type="time" label={t("breakFrom")} />
          <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
        </div>
        <div>
          <Submit tone={sessions.length > 0 ? "quiet" : "main"} busy={t("saving")}>
            {t("proposeNow")}
          </Submit>
        </div>
      </ProposalForm>
    </section>
  );
  return (
    <div className={mayEdit ? "grid gap-8 xl:grid-cols-[1fr_22rem]" : ""}>
      <div className="grid gap-4 content-start min-w-0">
        <h1 className="text-lg">{t("title")}</h1>
        <p className="quiet">
          {t("zone")} <bdi>{zoneCity(course.zone, locale)}</bdi>
        </p>
        {mayEdit && sessions.length > 0 ? (
          <p className="xl:hidden">
            <a href="#edit" className="button">
              <Icon icon={Plus} size={18} />
              {t("addSession")}
            </a>
          </p>
        ) : null}
        {lacking.length > 0 && sessions.length > 0 ? (
          <p>{t("lacking", { modules: list(lacking, locale) })}</p>
        ) : null}
        {place === null ? message : null}
        {saved === "" ? <NothingPlaced /> : null}
        {sessions.length === 0 ? <Empty title={t("none")}>{null}</Empty> : null}
        <section aria-label={t("title")} tabIndex={0} className="md:overflow-x-auto -m-1 p-1">
          <ol className="grid gap-4 md:grid-flow-col md:auto-cols-[minmax(11rem,1fr)] pb-2">
            {days.map((day) => (
              <li key={day} className="grid gap-2 content-start">
                <h2 className="text-sm">
                  {shortDay(day, locale)}
                  {free(day) ? <span className="quiet block font-normal">{free(day)}</span> : null}
                </h2>
                <ul className="grid gap-2">
                  {sessions
                    .filter((s) => s.day === day)
                    .map((s) => (
                      <li
                        key={s.id}
                        id={`session-${s.id}`}
                        data-saved={marked.has(s.id) || saved === String(s.id) ? "" : undefined}
                        className={`relative rounded-card border border-line border-s-4 ${hue(s)} bg-surface p-2 text-sm ${editing?.id === s.id ? "outline-2 outline-accent" : ""}`}
                      >
                        <span className="tabular-nums quiet block">
                          <bdi className="whitespace-nowrap">{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
                        </span>
                        <span className="block font-semibold">
                          <SessionName session={s} />
                        </span>
                        {s.trainers.length > 0 ? (
                          <span className="block quiet">
                            <Names people={s.trainers} />
                          </span>
                        ) : null}
                        {s.room ? (
                          <span className="block quiet">
                            <Written>{s.room}</Written>
                          </span>
                        ) : null}
                        {mayEdit ? (
                          <Link
                            href={`${base}?session=${s.id}#edit`}
                            prefetch={false}
                            className="inline-flex items-center min-h-11 md:min-h-8"
                          >
                            {t("edit")}
                            <span className="sr-only">
                              {" "}
                              <SessionName session={s} />, {timeRange(s.startsAt, s.endsAt, locale)}
                            </span>
                          </Link>
                        ) : null}
                        {mayEdit && s.placedByHand ? <span className="quiet"> · {t("byHand")}</span> : null}
                        {beside(s) ? message : null}
                        {saved === String(s.id) ? <SavedMessage /> : null}
                      </li>
                    ))}
                  {place !== null && "day" in place && place.day === day ? <li>{message}</li> : null}
                </ul>
              </li>
            ))}
          </ol>
        </section>
        {changes.length > 0 ? <YourChanges changes={changes.slice(0, 10)} zone={course.zone} /> : null}
      </div>
      {mayEdit ? (
        <aside id="edit" className="grid gap-6 content-start">
          {sessions.length === 0 ? proposal : null}
          <EditPanel key={editing?.id ?? "new"} sessionId={editing?.id ?? null} back={base}>
            <h2 className="text-base scroll-mt-4" tabIndex={-1}>
              {editing
                ? t("editing", {
                    session: await nameInSentence(editing),
                    day: shortDay(editing.day, locale),
                    times: isolate(timeRange(editing.startsAt, editing.endsAt, locale), locale),
                  })
                : t("addSession")}
            </h2>
            <SessionFields course={course} session={editing} cx={cx} />
            {editing ? (
              <>
                {editing.entries === 0 && partners.length > 0 ? (
                  <details>
                    <summary className="min-h-11 content-center font-semibold">{t("swap")}</summary>
                    <SwapForm className="grid gap-4 mt-2">
                      <p className="quiet">{t("swapHint")}</p>
                      <Hidden name="courseId" value={course.id} />
                      <Hidden name="sessionId" value={editing.id} />
                      <SelectField name="otherId" label={t("swapWith")} options={partners} />
                      <div>
                        <Submit tone="quiet" busy={t("saving")}>
                          {t("swapNow")}
                        </Submit>
                      </div>
                    </SwapForm>
                  </details>
                ) : null}
                <SessionDeleteForm>
                  <Hidden name="courseId" value={course.id} />
                  <Hidden name="sessionId" value={editing.id} />
                  <Submit tone="stop" busy={t("saving")}>
                    {t("delete")}
                  </Submit>
                </SessionDeleteForm>
                <Link href={`${base}#session-${editing.id}`} prefetch={false} className="button">
                  {t("leave")}
                </Link>
                <Link href={`${base}#edit`} prefetch={false} className="button">
                  <Icon icon={Plus} size={18} />
                  {t("addSession")}
                </Link>
              </>
            ) : null}
          </EditPanel>
          <Link href={`/desk/courses/${course.id}/move`} prefetch={false} className="button">
            <Icon icon={CalendarClock} size={18} />
            {t("move")}
          </Link>
          {sessions.length > 0 ? proposal : null}
        </aside>
      ) : null}
    </div>
  );
}

/** What a day of the course is where nobody works on it: weekend or public holiday; else null. */
async function notWorkedIn(course: Course) {
  const t = await getTranslations("timetable");
  const cx = await currentContext();
  const days = new Map(
    daysNotWorked(cx, course.country, daysFrom(course.startsOn!, course.endsOn!)).map((d) => [d.day, d]),
  );
  return (day: string) => {
    const found = days.get(day);
    return found ? t(found.holiday ? "holiday" : "weekend") : null;
  };
}

async function SessionFields({
  course,
  session,
  cx,
}: {
  course: Course;
  session: Session | null;
  cx: Context;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const kinds = await getTranslations("sessionKind");
  const free = await notWorkedIn(course);
  const rooms = stillOffered(venueList(cx).find((v) => v.id === course.venueId)?.rooms ?? [], [
    session?.roomId ?? null,
  ]);
  return (
    <SessionForm
      key={session?.id ?? "new"}
      defaults={
        session
          ? {
              version: String(session.version),
              kind: session.kind,
              moduleId: session.moduleId === null ? "" : String(session.moduleId),
              title: session.title ?? "",
              day: session.day,
              startsAt: session.startsAt,
              endsAt: session.endsAt,
              roomId: session.roomId === null ? "" : String(session.roomId),
              trainerIds: session.trainers.map((p) => String(p.id)),
            }
          : { kind: "module", day: course.startsOn ?? "", startsAt: "09:00", endsAt: "10:30" }
      }
    >
      <Hidden name="courseId" value={course.id} />
      {session ? <Hidden name="sessionId" value={session.id} /> : null}
      <SelectField
        name="kind"
        label={t("kind")}
        options={sessionKinds.map((k) => ({ value: k, label: kinds(k) }))}
      />
      <SelectField
        name="moduleId"
        label={t("module")}
        empty={t("noModule")}
        options={course.tools.flatMap((tool) =>
          tool.modules.map((m) => ({
            value: String(m.id),
            label: moduleName(m, shownIn(m.title, locale)),
            group: shownIn(tool.title, locale),
          })),
        )}
      />
      <TextField name="title" label={t("ownTitle")} optional={t("optional")} />
      <SelectField
        name="day"
        label={t("day")}
        options={daysFrom(course.startsOn!, course.endsOn!).map((d) => ({
          value: d,
          label: [shortDay(d, locale), free(d)].filter(Boolean).join(" · "),
        }))}
      />
      <div className="grid gap-4 min-[24rem]:grid-cols-2">
        <TextField name="startsAt" type="time" label={t("startsAt")} />
        <TextField name="endsAt" type="time" label={t("endsAt")} />
      </div>
      {rooms.length > 0 || session?.roomId ? (
        <SelectField
          name="roomId"
          label={t("room")}
          empty={t("noRoom")}
          options={[
            ...rooms.map((r) => ({ value: String(r.id), label: r.name })),
            // Of another venue, where that of the course has changed meanwhile.
            ...(session?.roomId && !rooms.some((r) => r.id === session.roomId)
              ? [{ value: String(session.roomId), label: session.room ?? "" }]
              : []),
          ]}
        />
      ) : null}
      {course.trainers.length > 0 || session?.trainers.length ? (
        <ChoiceField
          name="trainerIds"
          many
          label={t("trainers")}
          options={[
            ...new Map([...course.trainers, ...(session?.trainers ?? [])].map((p) => [p.id, p])).values(),
          ].map((p) => ({ value: String(p.id), label: p.name }))}
        />
      ) : null}
      <div>
        <Submit busy={t("saving")}>{t("save")}</Submit>
      </div>
    </SessionForm>
  );
}
