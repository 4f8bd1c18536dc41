import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentContext, granted, ifGranted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { registrationDetail } from "@/lib/registrations/queries";
import { decisionsOn } from "@/lib/registrations/rules";
import { DecisionFields } from "../DecisionFields";
import { ConfirmForm, DecisionForm } from "../forms";
import { History } from "./History";
import { RegistrationFacts } from "./RegistrationFacts";

type Props = { params: Promise<{ course: string; registration: string }> };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = Number((await params).registration);
  const registration = ifGranted(() => gate.registration(cx, "registrations.read", key));
  return registration ? { title: registrationDetail(cx, registration)?.name } : {};
}

/** One registration: answers, decision, history. */
export default async function Registration({ params }: Props) {
  const { course: key, registration: id } = await params;
  const cx = await requireContext(
    "registrations.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations/${encodeURIComponent(id)}`,
  );
  const course = courseOfDesk(cx, Number(key));
  const registration = granted(() => gate.registration(cx, "registrations.read", Number(id)));
  if (!course || registration.courseId !== course.id) notFound();
  const r = registrationDetail(cx, registration);
  const t = await getTranslations("registrations");
  const possible = decisionsOn(r.state, course.state);
  return (
    <div className="grid gap-6 max-w-2xl">
      <div className="grid gap-2">
        <p>
          <RegistrationBadge state={r.state} />
        </p>
        <h2 data-arrive>
          <Link href={`/desk/people/${r.personId}`} prefetch={false}>
            <PersonName name={r.name} latinName={r.latinName} />
          </Link>
        </h2>
      </div>
      <RegistrationFacts course={course} registration={r} />
      {r.state === "to_confirm" && allows(course.state, "decide") ? (
        <ConfirmForm className="card grid gap-3">
          <p>{t("confirmHint")}</p>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="registrationIds" value={r.id} />
          <div>
            <Submit busy={t("saving")}>{t("confirmOne")}</Submit>
          </div>
        </ConfirmForm>
      ) : null}
      {possible.length > 0 ? (
        <DecisionForm className="card grid gap-4">
          <Hidden name="courseId" value={course.id} />
          <Hidden name="registrationIds" value={r.id} />
          <DecisionFields decisions={possible} />
        </DecisionForm>
      ) : null}
      <History history={r.history} zone={course.zone} />
    </div>
  );
}
