import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Fact } from "@/app/_ui/Fact";
import { Hidden, Submit } from "@/app/_ui/Form";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { moment } from "@/lib/i18n/format";
import { inLanguage } from "@/lib/i18n/rules";
import { registrationDetail } from "@/lib/registrations/queries";
import { decisions, mayBecome } from "@/lib/registrations/rules";
import { DecisionFields } from "../DecisionFields";
import { ConfirmForm, DecisionForm } from "../forms";

/** One registration: answers, decision, history. */
export default async function Registration({
  params,
}: {
  params: Promise<{ course: string; registration: string }>;
}) {
  const { course: key, registration: id } = await params;
  const cx = await requireContext(
    "registrations.read",
    `/desk/courses/${encodeURIComponent(key)}/registrations/${encodeURIComponent(id)}`,
  );
  const course = courseOfDesk(cx, Number(key));
  const registration = granted(() => gate.registration(cx, "registrations.read", Number(id)));
  if (!course || registration.courseId !== course.id) notFound();
  const r = registrationDetail(cx, registration);
  const locale = await getLocale();
  const t = await getTranslations("registrations");
  const states = await getTranslations("registrationState");
  const possible = allows(course.state, "decide") ? decisions.filter((to) => mayBecome(r.state, to)) : [];
  const answerText = (value: string, q: (typeof course.questions)[number]) =>
    q.kind === "text"
      ? value
      : q.kind === "yes_no"
        ? t(value === "yes" ? "yes" : "no")
        : inLanguage(q.options[Number(value)] ?? { own: "en" }, locale).text;
  return (
    <div className="grid gap-6 max-w-2xl">
      <div className="grid gap-2">
        <p>
          <RegistrationBadge state={r.state} />
        </p>
        <h1 className="text-lg">
          <Link href={`/desk/people/${r.personId}`} prefetch={false}>
            <PersonName name={r.name} latinName={r.latinName} />
          </Link>
        </h1>
      </div>
      <dl className="card grid gap-4 sm:grid-cols-2">
        <Fact label={t("number")}>
          <bdi dir="ltr" className="font-mono">
            {course.id}-{r.number}
          </bdi>
        </Fact>
        <Fact label={t("organisation")}>
          <Written>{r.organisation ?? "–"}</Written>
        </Fact>
        <Fact label={t("contact")}>
          <bdi dir="ltr">{[r.phone, r.email].filter(Boolean).join(" · ") || "–"}</bdi>
        </Fact>
        {r.needs ? (
          <Fact label={t("needs")}>
            <Written>{r.needs}</Written>
          </Fact>
        ) : null}
        <Fact label={t("consent")}>
          {r.consentAt === null
            ? t("noConsent")
            : t("consentGiven", {
                at: moment(r.consentAt, course.zone, locale),
                version: r.consentVersion ?? "",
              })}
          {" · "}
          {r.photoConsent ? t("photosYes") : t("photosNo")}
        </Fact>
        {course.questions
          .filter((q) => r.answers[q.id])
          .map((q) => (
            <Fact key={q.id} label={<Say text={q.label} />}>
              <Written className="whitespace-pre-line">{answerText(r.answers[q.id]!, q)}</Written>
            </Fact>
          ))}
      </dl>
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
      <section className="grid gap-2">
        <h2 className="text-base">{t("history")}</h2>
        <ol className="grid gap-1">
          {r.history.map((change) => (
            <li key={change.id}>
              <span className="quiet">{moment(change.at, course.zone, locale)}</span> {states(change.toState)}
              {change.by ? (
                <>
                  {" · "}
                  <Written>{change.by}</Written>
                </>
              ) : null}
              {change.reason ? (
                <>
                  {" – "}
                  <Written>{change.reason}</Written>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
