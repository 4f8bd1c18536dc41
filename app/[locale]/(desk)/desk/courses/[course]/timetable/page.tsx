import { Plus } from "lucide";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { courseOfDesk } from "@/app/_server/course";
import { requireViewer } from "@/app/_server/viewer";
import { ChoiceField, Hidden, SelectField, Submit, TextField } from "@/app/_ui/Form";
import { shortDay, timeRange } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Empty, Names, Notice } from "@/app/_ui/parts";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { zoneCity } from "@/app/_ui/zoneNames";
import { mayInCourse } from "@/lib/access/queries";
import type { Viewer } from "@/lib/access/rules";
import { type Course, courseSessions, type Session } from "@/lib/courses/queries";
import { allows, sessionKinds } from "@/lib/courses/rules";
import { moduleName } from "@/lib/curriculum/rules";
import { inLanguage } from "@/lib/i18n/rules";
import { venueList } from "@/lib/programmes/queries";
import { stillOffered } from "@/lib/programmes/rules";
import { daysFrom } from "@/lib/time/civil";
import { ProposalForm, SessionDeleteForm, SessionForm } from "../../forms";

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ session?: string }>;
};

/** The timetable: days as columns on a desktop, a list by day on a phone; editing beside it. */
export default async function Timetable({ params, searchParams }: Props) {
  const { course: key } = await params;
  const viewer = await requireViewer("course.read", `/desk/courses/${encodeURIComponent(key)}/timetable`);
  const course = courseOfDesk(viewer, Number(key));
  if (!course) notFound();
  const { session: chosen } = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const sessions = courseSessions(viewer, course.id);
  const mayEdit = mayInCourse(viewer, "timetable.edit", course.id) && allows(course.state, "plan");
  const base = `/desk/courses/${course.id}/timetable`;
  const editing = mayEdit ? (sessions.find((s) => String(s.id) === chosen) ?? null) : null;
  const days = [...new Set(sessions.map((s) => s.day))];
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
  // First where there is nothing yet, last where it would replace what is there.
  const proposal = (
    <section className="card grid gap-4">
      <h2 className="text-base">{t("propose")}</h2>
      <ProposalForm defaults={{ startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: "60" }}>
        <p className="quiet">{t("proposeHint")}</p>
        {sessions.length > 0 ? <Notice tone="attention">{t("replaces")}</Notice> : null}
        <Hidden name="courseId" value={course.id} />
        <div className="grid gap-4 grid-cols-2">
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
        {sessions.length === 0 ? <Empty title={t("none")}>{mayEdit ? t("proposeHint") : null}</Empty> : null}
        <section aria-label={t("title")} tabIndex={0} className="md:overflow-x-auto">
          <ol className="grid gap-4 md:grid-flow-col md:auto-cols-[minmax(11rem,1fr)] pb-2">
            {days.map((day) => (
              <li key={day} className="grid gap-2 content-start">
                <h2 className="text-sm">{shortDay(day, locale)}</h2>
                <ul className="grid gap-2">
                  {sessions
                    .filter((s) => s.day === day)
                    .map((s) => (
                      <li
                        key={s.id}
                        id={`session-${s.id}`}
                        className={`rounded-card border border-line border-s-4 ${hue(s)} bg-surface p-2 text-sm ${editing?.id === s.id ? "outline-2 outline-accent" : ""}`}
                      >
                        <span className="tabular-nums quiet block">
                          <bdi>{timeRange(s.startsAt, s.endsAt, locale)}</bdi>
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
                            className="inline-flex items-center min-h-8"
                          >
                            {t("edit")}
                          </Link>
                        ) : null}
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {mayEdit ? (
        <aside id="edit" className="grid gap-6 content-start">
          {sessions.length === 0 ? proposal : null}
          <section className="card grid gap-4">
            <h2 className="text-base">{editing ? t("editSession") : t("addSession")}</h2>
            <SessionFields course={course} session={editing} viewer={viewer} />
            {editing ? (
              <>
                <SessionDeleteForm>
                  <Hidden name="courseId" value={course.id} />
                  <Hidden name="sessionId" value={editing.id} />
                  <Submit tone="stop" busy={t("saving")}>
                    {t("delete")}
                  </Submit>
                </SessionDeleteForm>
                <Link href={base} prefetch={false} className="button">
                  <Icon icon={Plus} size={18} />
                  {t("addSession")}
                </Link>
              </>
            ) : null}
          </section>
          {sessions.length > 0 ? proposal : null}
        </aside>
      ) : null}
    </div>
  );
}

async function SessionFields({
  course,
  session,
  viewer,
}: {
  course: Course;
  session: Session | null;
  viewer: Viewer;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const kinds = await getTranslations("sessionKind");
  const rooms = stillOffered(venueList(viewer).find((v) => v.id === course.venueId)?.rooms ?? [], [
    session?.roomId ?? null,
  ]);
  return (
    <SessionForm
      key={session?.id ?? "new"}
      done={t("saved")}
      resets={session === null}
      seen={t("seeSession")}
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
            label: moduleName(m, inLanguage(m.title, locale).text),
            group: inLanguage(tool.title, locale).text,
          })),
        )}
      />
      <TextField name="title" label={t("ownTitle")} optional={t("optional")} />
      <SelectField
        name="day"
        label={t("day")}
        options={daysFrom(course.startsOn!, course.endsOn!).map((d) => ({
          value: d,
          label: shortDay(d, locale),
        }))}
      />
      <div className="grid gap-4 grid-cols-2">
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
