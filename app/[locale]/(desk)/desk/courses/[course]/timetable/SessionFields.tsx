import { getLocale, getTranslations } from "next-intl/server";
import { TimeField } from "@/app/_ui/form/days";
import { CheckField, ChoiceField, Hidden, SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import { PanelSave } from "@/app/_ui/kit/PanelSave";
import { codesCalled } from "@/app/_words/canTeach";
import { namesApart } from "@/app/_words/namesApart";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { type SessionKind, sessionKinds, type TrainerRole } from "@/lib/courses/rules";
import { moduleName } from "@/lib/curriculum/rules";
import type { Group } from "@/lib/groups/queries";
import { languageName, shortDay } from "@/lib/i18n/format";
import { commas, courseLanguages, dotBetween, type Locale, nameFor, shownIn } from "@/lib/i18n/rules";
import { roomsElsewhere, roomsFor } from "@/lib/places/queries";
import { stillOffered } from "@/lib/programmes/rules";
import { daysFrom } from "@/lib/time/civil";
import { ownLink, type Session } from "@/lib/timetable/queries";
import { titleIn } from "@/lib/timetable/rules/titles";
import { teamKnown } from "@/lib/trainers/queries";
import { awayWords } from "./awayWords";
import { SessionForm } from "./forms";
import { notWorkedIn } from "./notWorked";
import { Stepped } from "./rearrangeParts";
import { thenWords } from "./thenWords";
import { venueAndTown } from "./venueAndTown";

/** What the form of a new session has at first. */
export type Begins = {
  day: string;
  startsAt: string;
  endsAt: string;
  kind: SessionKind;
  moduleId?: string;
  groupId?: string;
};

/** The form of a session: a new one, or the one that is changed. */
export async function SessionFields({
  course,
  groups,
  session,
  begins,
  stepped,
  cx,
}: {
  course: Course;
  groups: readonly Group[];
  session: Session | null;
  /** What a new one begins with. */
  begins?: Begins;
  /** Which of what is open somebody stepped to (`steppedWord`). */
  stepped: string | null;
  cx: Context;
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const kinds = await getTranslations("sessionKind");
  const roles = await getTranslations("trainerRole");
  const trainers = [
    ...new Map([...course.trainers, ...(session?.trainers ?? [])].map((p) => [p.id, p])).values(),
  ];
  const toCome = course.trainers.filter(({ done }) => !done);
  const people = await trainersToChoose(cx, course, trainers, session ?? (begins && { ...begins, id: null }));
  const free = await notWorkedIn(course);
  const days = daysFrom(course.startsOn!, course.endsOn!);
  const g = await getTranslations("groups");
  const o = await getTranslations("online");
  const others = roomsElsewhere(cx, course);
  const link = session ? ownLink(cx, session.id) : null;
  const rooms = stillOffered(roomsFor(cx, course), [session?.roomId ?? null]);
  return (
    <SessionForm
      key={session?.id ?? "new"}
      defaults={
        session
          ? sessionDefaults(session, locale, link)
          : {
              ...begins,
              // Where one person trains alone, nobody else can be meant.
              trainerIds: toCome.length === 1 ? [String(toCome[0]!.id)] : [],
            }
      }
    >
      <Hidden name="courseId" value={course.id} />
      {session ? <Hidden name="sessionId" value={session.id} /> : null}
      <Stepped word={stepped} />
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
        options={days.map((d) => ({
          value: d,
          label: [shortDay(d, locale), free(d)].filter(Boolean).join(dotBetween),
        }))}
      />
      {days.some((day) => free(day) !== null) ? <CheckField name="anyway" label={t("anyway")} /> : null}
      <div className="grid gap-4 min-[24rem]:grid-cols-2">
        <TimeField name="startsAt" label={t("startsAt")} />
        <TimeField name="endsAt" label={t("endsAt")} />
      </div>
      {session && session.entries > 0 ? <CheckField name="corrects" label={t("corrects")} /> : null}
      {rooms.length + others.length > 0 || session?.roomId ? (
        <SelectField
          name="roomId"
          label={t("room")}
          empty={t("noRoom")}
          options={[
            ...rooms.map((room) => ({
              value: String(room.id),
              label: room.name,
              group: others.length > 0 ? (course.venue ?? undefined) : undefined,
            })),
            ...others.map((room) => ({
              value: String(room.id),
              label: room.name,
              group: venueAndTown(room.venue, room.town),
            })),
            // One that is closed by now.
            ...(session?.roomId && ![...rooms, ...others].some((r) => r.id === session.roomId)
              ? [{ value: String(session.roomId), label: session.room ?? "" }]
              : []),
          ]}
        />
      ) : null}
      <details open={Boolean(session?.online || link || session?.interpretedInto)}>
        <summary>{o("more")}</summary>
        <div className="grid gap-4 mt-2">
          <CheckField name="online" label={o("online")} hint={o("onlineHint")} />
          <TextField
            name="link"
            dir="ltr"
            label={o("ownLink")}
            hint={o("ownLinkHint")}
            optional={t("optional")}
          />
          <ChoiceField
            name="interpretedInto"
            many
            label={o("interpretedInto")}
            options={courseLanguages.map((code) => ({ value: code, label: languageName(code, locale) }))}
          />
          <TextField name="interpreter" label={o("interpreter")} optional={t("optional")} />
        </div>
      </details>
      {groups.length > 0 ? (
        <SelectField
          name="groupId"
          label={g("forWhom")}
          empty={g("everybody")}
          options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      {course.trainers.length > 0 || session?.trainers.length ? (
        <>
          <ChoiceField name="trainerIds" many label={roles("fields.lead")} options={people} />
          {people.length > 1 || session?.trainers.some(({ role }) => role !== "lead") ? (
            <details open={session?.trainers.some(({ role }) => role !== "lead")}>
              <summary>{roles("others")}</summary>
              <ChoiceField name="coTrainerIds" many label={roles("fields.co_trainer")} options={people} />
              <ChoiceField name="apprenticeIds" many label={roles("fields.apprentice")} options={people} />
            </details>
          ) : null}
        </>
      ) : null}
      <PanelSave>
        <Submit busy={t("saving")}>{t("save")}</Submit>
      </PanelSave>
    </SessionForm>
  );
}

/**
 * Trainers of a course as choices: by name, of namesakes with what tells them apart, which of its modules they may not lead, when
 * they are away, and whether they are free or busy at the time of the session as it stands.
 */
async function trainersToChoose(
  cx: Context,
  course: Course,
  trainers: readonly (Session["trainers"][number] | Course["trainers"][number])[],
  at: Parameters<typeof thenWords>[2] | undefined,
) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("canTeach");
  const sheet = await getTranslations("timetableSheet");
  const edited = gate.course(cx, "timetable.edit", course.id);
  const ids = trainers.map(({ id }) => id);
  const away = await awayWords(cx, edited, ids);
  const then = at ? await thenWords(cx, edited, at, ids) : () => null;
  const known = teamKnown(cx, edited, ids);
  const names = namesApart(
    course.trainers.map((one) => ({ ...one, phoneEnd: known.get(one.id)?.phoneEnd ?? null })),
    locale,
  );
  return trainers.map((one) => {
    const lacking = codesCalled(known.get(one.id)!, locale);
    const said = [
      names.get(one.id) ?? nameFor(one, locale),
      known.get(one.id)!.disabled ? sheet("trainerGone") : null,
      lacking.length > 0 ? t("notFor", { lacking: commas(lacking, locale) }) : null,
      away(one.id),
      then(one.id),
    ];
    return { value: String(one.id), label: said.filter(Boolean).join(dotBetween) };
  });
}

/** Who has a role at a session, as its fields hold them. */
const inRole = ({ trainers }: Session, role: TrainerRole) =>
  trainers.filter((p) => p.role === role).map((p) => String(p.id));

/** The same as the form holds all of it. */
export const sessionDefaults = (session: Session, locale: Locale, link: string | null) => ({
  version: String(session.version),
  kind: session.kind,
  moduleId: session.moduleId === null ? "" : String(session.moduleId),
  title: titleIn(session.title, locale) ?? "",
  day: session.day,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  roomId: session.roomId === null ? "" : String(session.roomId),
  groupId: session.groupId === null ? "" : String(session.groupId),
  online: session.online,
  link: link ?? "",
  interpretedInto: session.interpretedInto ?? [],
  interpreter: session.interpreter ?? "",
  trainerIds: inRole(session, "lead"),
  coTrainerIds: inRole(session, "co_trainer"),
  apprenticeIds: inRole(session, "apprentice"),
});
