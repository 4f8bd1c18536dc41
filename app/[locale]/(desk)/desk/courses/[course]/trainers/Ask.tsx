import { getLocale, getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField, Hidden, SelectField, Submit, TextArea } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { canTeachWords } from "@/app/_words/canTeach";
import { courseWords } from "@/app/_words/ofWorkshop";
import { type TrainerRole, trainerRoles } from "@/lib/courses/rules";
import type { Group } from "@/lib/groups/queries";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import type { CanTeach } from "@/lib/trainers/queries";
import { nameInSentence } from "../timetable/changes";
import { AskForm } from "./forms";

/** The form that asks trainers: whom, the fittest first with why, as what, and until when they are to answer. */
export async function Ask({
  course,
  session,
  atOnce,
  groups,
  role,
  people,
  trains,
  answerBy,
}: {
  course: { id: number; scheduledBy: number | null };
  /** The one session that is asked for; null for the whole course. */
  session: Session | null;
  /** How many sessions to come are at the same time as another one of the course. */
  atOnce: number;
  /** The groups of the course, one of which may be meant. */
  groups: readonly Group[];
  /** As what it begins with: as lead where somebody is to lead. */
  role: TrainerRole;
  people: readonly CanTeach[];
  /** Those who train the course. */
  trains: readonly number[];
  /** The day to answer by that it begins with. */
  answerBy: string;
}) {
  const locale = await getLocale();
  const t = await courseWords("asks", course);
  const roles = await getTranslations("trainerRole");
  const said = await canTeachWords(people);
  const of = await getTranslations("timetable");
  return (
    <section className="card grid gap-4 sm:p-6 max-w-2xl" aria-labelledby="ask">
      <h2 id="ask">{t("ask")}</h2>
      <p>
        {session
          ? of("sessionLine", {
              session: await nameInSentence(session),
              day: shortDay(session.day, locale),
              times: isolate(timeRange(session.startsAt, session.endsAt, locale), locale),
            })
          : t("wholeCourse")}
      </p>
      {session ? null : <p className="quiet">{t(groups.length > 1 ? "groupsHint" : "wholeCourseHint")}</p>}
      {session === null && atOnce > 0 ? (
        <Notice tone="attention">
          <p>{t("groupsAtOnce", { count: atOnce })}</p>
        </Notice>
      ) : null}
      {people.length === 0 ? (
        <p>{t("nobody")}</p>
      ) : (
        <AskForm className="grid gap-4" defaults={{ role, answerBy }}>
          <Hidden name="courseId" value={course.id} />
          {session ? <Hidden name="sessionId" value={session.id} /> : null}
          <ChoiceField
            name="trainerIds"
            many
            label={t("who")}
            options={people.map((one) => ({
              value: String(one.id),
              label: trains.includes(one.id) ? [said(one), t("trainsHere")].join(dotBetween) : said(one),
            }))}
          />
          <SelectField
            name="role"
            label={t("role")}
            options={trainerRoles.map((value) => ({ value, label: roles(`fields.${value}`) }))}
          />
          {session === null && groups.length > 1 ? (
            <SelectField
              name="groupId"
              label={t("forGroup")}
              hint={t("forGroupHint")}
              empty={t("groupTheyChoose")}
              options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          ) : null}
          <DayField name="answerBy" label={t("answerBy")} />
          <TextArea name="message" label={t("message")} optional={t("optional")} />
          <div>
            <Submit busy={t("saving")}>{t("send")}</Submit>
          </div>
        </AskForm>
      )}
    </section>
  );
}
