import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, keys, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Toast } from "@/app/_ui/kit/Toast";
import { PersonName } from "@/app/_ui/PersonName";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { groupsIn } from "@/lib/groups/queries";
import { isolate, nameFor } from "@/lib/i18n/rules";
import { courseRequests, mayBeAsked } from "@/lib/requests/queries";
import { atTheSameTime, leadsOf, usualAnswerBy } from "@/lib/requests/rules";
import { dayAt } from "@/lib/time/zone";
import { courseSessions } from "@/lib/timetable/queries";
import { whoCanTeach } from "@/lib/trainers/queries";
import { Ask } from "./Ask";
import { DoneTo, doneHere, UndoAnswer } from "./DoneTo";
import { Replace } from "./Replace";
import { Requests } from "./Requests";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({
  session: key,
  replace: key,
  done: oneOf(doneHere),
  ...{ waits: keys, trains: keys, byHand: keys, was: key, by: key, request: key },
});

export const generateMetadata = async () => ({ title: (await getTranslations("asks"))("toRequests") });

/** Who trains a course, who was asked and what they answered; below, the form that asks more, for it or for one session. */
export default async function CourseTrainers({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("trainers.ask", `/desk/courses/${encodeURIComponent(courseKey)}/trainers`);
  const course = courseOfDesk(cx, keyIn(courseKey));
  const asks = granted(() => gate.courseFor(cx, "trainers.ask", gate.course(cx, "trainers.ask", course.id)));
  const {
    session: sessionId,
    replace,
    done,
    waits,
    trains,
    byHand,
    was,
    by,
    request,
  } = await asked(searchParams);
  const locale = await getLocale();
  const t = await courseWords("asks", course);
  const sessions = courseSessions(cx, course);
  const session = sessions.find(({ id }) => id === sessionId) ?? null;
  const planned = allows(course.state, "plan");
  const mayBeReplaced = ({ id, done: all }: (typeof course.trainers)[number]) =>
    planned && !all && id !== course.scheduledBy;
  const replaced = course.trainers.find((person) => person.id === replace && mayBeReplaced(person));
  const groups = groupsIn(cx, course);
  const requests = courseRequests(cx, asks);
  const answer = requests.find(({ id, enteredBy }) => id === request && enteredBy !== null);
  const lacksLead = sessions.some(
    (s) =>
      s.endInstant > cx.now && leadsOf({ ...s, trainerIds: s.trainers.map(({ id }) => id) }).length === 0,
  );
  const begins = session?.day ?? course.startsOn;
  return (
    <div className="grid gap-6 min-w-0">
      <section className="grid gap-2" aria-labelledby="trainers">
        <h2 id="trainers">{t("trainers")}</h2>
        {course.trainers.length === 0 ? (
          <p className="quiet">{t("noTrainers")}</p>
        ) : (
          <ul>
            {course.trainers.map((person) => (
              <li key={person.id} className="flex flex-wrap gap-x-4 items-center">
                <PersonName {...person} inLine />
                {person.done ? <span className="quiet">{t("nothingToCome")}</span> : null}
                {mayBeReplaced(person) ? (
                  <Link
                    href={`/desk/courses/${course.id}/trainers?replace=${person.id}#replace`}
                    prefetch={false}
                    className="inline-flex items-center min-h-11"
                    aria-label={t("replaceOf", { name: isolate(nameFor(person, locale), locale) })}
                  >
                    {t("replace")}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      {replaced ? (
        <Replace
          courseId={course.id}
          person={replaced}
          sessions={
            sessions.filter((s) => s.startInstant > cx.now && s.trainers.some(({ id }) => id === replaced.id))
              .length
          }
          people={whoCanTeach(cx, asks, { sessionId: null, replaced: replaced.id })}
        />
      ) : null}
      <Requests
        requests={requests}
        course={course}
        sessions={sessions}
        planned={planned}
        groups={groups}
        viewer={cx.viewer.personId}
        zone={course.zone}
      />
      {planned && begins !== null ? (
        <>
          {mayBeAsked(cx, asks, { sessionId: session?.id ?? null, groupId: null }) ? (
            <Ask
              key={session?.id ?? "course"}
              course={course}
              session={session}
              atOnce={atTheSameTime(sessions.filter((s) => s.endInstant > cx.now)).length}
              groups={groups}
              role={session || lacksLead ? "lead" : "co_trainer"}
              people={whoCanTeach(cx, asks, { sessionId: session?.id ?? null })}
              trains={course.trainers.map(({ id }) => id)}
              answerBy={usualAnswerBy(dayAt(cx.now, course.zone), begins)}
            />
          ) : (
            <p className="quiet">{t("over")}</p>
          )}
          {session ? (
            <p>
              <Link href={`/desk/courses/${course.id}/trainers`}>{t("wholeCourse")}</Link>
            </p>
          ) : null}
        </>
      ) : null}
      {done ? (
        <Toast
          of={`${done} ${cx.now}`}
          undo={done === "entered" && answer ? <UndoAnswer request={answer} /> : null}
        >
          <DoneTo
            cx={cx}
            course={asks}
            done={done}
            replaced={[was ?? 0, by ?? 0]}
            left={{ waits, trains, byHand }}
            answer={answer}
          />
        </Toast>
      ) : null}
    </div>
  );
}
