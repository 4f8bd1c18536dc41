import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, key, keyIn, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { readersDay } from "@/app/_server/zone";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { completionOf } from "@/lib/certificates/queries";
import { allows } from "@/lib/courses/rules";
import { listedParticipant, participants } from "@/lib/participants/queries";
import { holdsSeat } from "@/lib/registrations/rules";
import { peopleElsewhere } from "@/lib/timetable/queries";
import { InTwoCourses } from "../registrations/InTwoCourses";
import { CertificateStanding } from "./CertificateStanding";
import { Placed, TakenBack } from "./JustDone";
import { LeftParticipants } from "./LeftParticipants";
import { ParticipantLine } from "./ParticipantLine";
import { Places } from "./Places";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({ takenBack: key, placed: key, expected: key, after: text, left: text });

export const generateMetadata = async () => ({ title: (await getTranslations("participants"))("title") });

/** The participants of a trainer's own workshop: who has a place or waits, and how to reach them. */
export default async function Participants({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext(
    "participants.read",
    `/desk/courses/${encodeURIComponent(courseKey)}/participants`,
  );
  const course = courseOfDesk(cx, keyIn(courseKey));
  if (!course) notFound();
  const workshop = granted(() => gate.workshop(cx, "participants.read", course.id));
  const { takenBack, placed, expected, after, left } = await asked(searchParams);
  const found = participants(cx, workshop, { people: after, left });
  const t = await getTranslations("participants");
  const base = `/desk/courses/${course.id}/participants`;
  const open = allows(course.state, "decide");
  const gone = listedParticipant(cx, workshop, takenBack);
  const back = listedParticipant(cx, workshop, placed);
  const certificates =
    course.state === "closed" ? completionOf(cx, gate.courseFor(cx, "course.run", course)).known : [];
  return (
    <div className="grid gap-4 max-w-3xl">
      {gone?.state === "withdrawn" && open ? <TakenBack courseId={course.id} person={gone} /> : null}
      {back && holdsSeat(back.state) ? (
        <Placed person={back} expected={expected === course.capacity ? expected : null} />
      ) : null}
      {open ? null : <Notice>{t("over", { state: course.state })}</Notice>}
      <div className="flex flex-wrap gap-3 items-center">
        {open ? (
          <Link href={`${base}/new`} prefetch={false} className="button-main">
            {t("register")}
          </Link>
        ) : null}
        {open ? (
          <Link href={`${base}/list`} prefetch={false} className="button">
            {t("registerSeveral")}
          </Link>
        ) : null}
        <Link href={`/desk/courses/${course.id}/sheet`} prefetch={false} className="button">
          {t("sheet")}
        </Link>
        {allows(course.state, "plan") && gate.mayIn(cx, "timetable.edit", course) ? (
          <Link href={`/desk/courses/${course.id}/groups`} prefetch={false} className="button">
            {(await getTranslations("groups"))("title")}
          </Link>
        ) : null}
      </div>
      {found.taken + found.waiting === 0 ? (
        <Empty title={t("none")}>{open ? t("noneNext") : null}</Empty>
      ) : (
        <>
          <p className="sr-only">
            {t("counts", { taken: found.taken, capacity: course.capacity, waiting: found.waiting })}
          </p>
          <Places taken={found.taken} capacity={course.capacity} waiting={found.waiting} />
          {open ? (
            <InTwoCourses people={peopleElsewhere(cx, workshop).people} today={await readersDay(cx)} />
          ) : null}
          <ul id="participants" className="card py-0 [&>li:first-child]:border-t-0">
            {found.people.rows.map((p) => (
              <ParticipantLine
                key={p.id}
                courseId={course.id}
                participant={p}
                base={base}
                certificate={
                  <CertificateStanding
                    person={certificates.find(({ registrationId }) => registrationId === p.id)}
                  />
                }
              />
            ))}
          </ul>
          {found.people.next === null ? null : (
            <NextPage href={`${base}?after=${encodeURIComponent(found.people.next)}`} />
          )}
        </>
      )}
      <OnPaper courseId={course.id} of={["participants", "sheet"]} />
      {found.gone > 0 ? (
        <LeftParticipants courseId={course.id} {...found} unfolded={left !== null} open={open} base={base} />
      ) : null}
    </div>
  );
}
