import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import * as gate from "@/lib/access/gate";
import { completionOf } from "@/lib/certificates/queries";
import { awaitsApproval } from "@/lib/courses/rules";
import { nameFor } from "@/lib/i18n/rules";
import { participant } from "@/lib/participants/queries";
import { ifGranted } from "@/lib/result";
import { CertificateStanding } from "../CertificateStanding";
import { Code, GivePlace, Mend, TakeBack } from "./Change";
import { ParticipantFacts } from "./ParticipantFacts";
import { Share } from "./Share";

type Props = { params: Promise<{ course: string; registration: string }> };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).registration);
  const registration = ifGranted(() => gate.participant(cx, "participants.read", key));
  const found = registration && participant(cx, registration);
  return found ? { title: nameFor(found, await getLocale()) } : {};
}

/** One participant of a trainer's own workshop: their link to hand over, and what can be corrected or taken back. */
export default async function ParticipantPage({ params }: Props) {
  const { course: key, registration: id } = await params;
  const cx = await requireContext(
    "participants.read",
    `/desk/courses/${encodeURIComponent(key)}/participants/${encodeURIComponent(id)}`,
  );
  const course = courseOfDesk(cx, keyIn(key));
  const registration = granted(() => gate.participant(cx, "participants.read", keyIn(id)));
  const p = participant(cx, registration);
  if (!course || !p || registration.courseId !== course.id) notFound();
  const t = await getTranslations("participants");
  const change = { courseId: course.id, participant: p };
  return (
    <div className="grid gap-6 max-w-2xl">
      <div className="grid gap-2">
        <p>
          <Link
            href={`/desk/courses/${course.id}/participants`}
            prefetch={false}
            className="min-h-11 inline-flex items-center"
          >
            {t("toList")}
          </Link>
        </p>
        <p>
          <RegistrationBadge state={p.state} />
        </p>
        {course.state === "closed" ? (
          <CertificateStanding
            person={completionOf(cx, gate.courseFor(cx, "course.run", course)).known.find(
              ({ registrationId }) => registrationId === p.id,
            )}
          />
        ) : null}
        <h2 data-arrive>
          <PersonName name={p.name} latinName={p.latinName} />
        </h2>
      </div>
      <ParticipantFacts course={course} participant={p} />
      <Share participant={p} awaits={awaitsApproval(course)} />
      <MoreMessages of={["person"]}>
        <Code participant={p} />
      </MoreMessages>
      {p.mayBeSeated ? <GivePlace {...change} /> : null}
      {p.mayMend ? <Mend {...change} /> : <p className="quiet">{t("mendNot")}</p>}
      {p.mayTakeBack ? <TakeBack {...change} /> : null}
    </div>
  );
}
