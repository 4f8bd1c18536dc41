import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { CopyText } from "@/app/_ui/CopyText";
import { Fact } from "@/app/_ui/Fact";
import { Hidden, Submit, TextArea, TextField } from "@/app/_ui/Form";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { ReadyText, WaysToReach } from "@/app/_ui/ToTell";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { moment } from "@/lib/i18n/format";
import { localeNames } from "@/lib/i18n/rules";
import { participant } from "@/lib/participants/queries";
import { holdsSeat, mayBecome } from "@/lib/registrations/rules";
import { EditParticipantForm, GivePlaceForm, TakeBackForm } from "../forms";

/** One participant of a trainer's own workshop: their link to hand over, and what can be corrected or taken back. */
export default async function ParticipantPage({
  params,
}: {
  params: Promise<{ course: string; registration: string }>;
}) {
  const { course: key, registration: id } = await params;
  const cx = await requireContext(
    "participants.read",
    `/desk/courses/${encodeURIComponent(key)}/participants/${encodeURIComponent(id)}`,
  );
  const course = courseOfDesk(cx, Number(key));
  const registration = granted(() => gate.participant(cx, "participants.read", Number(id)));
  const p = participant(cx, registration);
  if (!course || !p || registration.courseId !== course.id) notFound();
  const locale = await getLocale();
  const t = await getTranslations("participants");
  const person = await getTranslations("person");
  const optional = person("optional");
  const open = allows(course.state, "decide");
  const message = holdsSeat(p.state) ? "registrationAccepted" : "registrationLink";
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
        <h1 className="text-lg">
          <PersonName name={p.name} latinName={p.latinName} />
        </h1>
      </div>
      <dl className="card grid gap-4 sm:grid-cols-2">
        <Fact label={t("number")}>
          <bdi dir="ltr" className="font-mono">
            {course.id}-{p.number}
          </bdi>
        </Fact>
        <Fact label={person("organisation")}>
          <Written>{p.organisation ?? "–"}</Written>
        </Fact>
        {!p.values && p.phone ? (
          <Fact label={person("phone")}>
            <a href={`tel:${p.phone}`}>
              <bdi dir="ltr">{p.shownPhone}</bdi>
            </a>
          </Fact>
        ) : null}
        <Fact label={person("language")}>{localeNames[p.language]}</Fact>
        <Fact label={t("registeredAt")}>{moment(p.registeredAt, course.zone, locale)}</Fact>
        {p.needs ? (
          <Fact label={t("needsTitle")}>
            <Written className="whitespace-pre-line">{p.needs}</Written>
          </Fact>
        ) : null}
      </dl>
      <section className="card grid gap-3">
        <h2 className="text-base">{t("share")}</h2>
        {p.values ? (
          <>
            <p className="quiet">{t("shareHint")}</p>
            <WaysToReach notice={{ ...p, message, values: p.values }} />
            <ReadyText notice={{ ...p, message, values: p.values }} />
            <p>
              <bdi dir="ltr" className="font-mono break-all select-all">
                {p.values.link}
              </bdi>
            </p>
            <CopyText text={p.values.link ?? ""} label={person("copy")} done={person("copied")} />
          </>
        ) : (
          <p className="quiet">{t("shareNot")}</p>
        )}
      </section>
      {open && !holdsSeat(p.state) ? (
        <GivePlaceForm className="card grid gap-3">
          <p>{t("givePlaceHint")}</p>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="registrationId" value={p.id} />
          <div>
            <Submit busy={t("saving")}>{t("givePlace")}</Submit>
          </div>
        </GivePlaceForm>
      ) : null}
      {p.mayMend && course.state !== "cancelled" ? (
        <section className="card grid gap-3">
          <h2 className="text-base">{t("mend")}</h2>
          <EditParticipantForm
            done={t("saved")}
            defaults={{
              version: p.version,
              name: p.name,
              latinName: p.latinName ?? "",
              phone: p.shownPhone ?? "",
              organisation: p.organisation ?? "",
              needs: p.needs ?? "",
            }}
          >
            <Hidden name="courseId" value={course.id} />
            <Hidden name="registrationId" value={p.id} />
            <TextField name="name" label={person("name")} hint={person("nameHint")} autoComplete="off" />
            <TextField
              name="latinName"
              label={person("latinName")}
              optional={optional}
              dir="ltr"
              autoComplete="off"
            />
            <TextField
              name="phone"
              type="tel"
              inputMode="tel"
              label={person("phone")}
              optional={optional}
              dir="ltr"
              autoComplete="off"
            />
            <TextField
              name="organisation"
              label={person("organisation")}
              optional={optional}
              autoComplete="off"
            />
            <TextArea name="needs" label={t("needsTitle")} optional={optional} rows={2} />
            <div>
              <Submit busy={t("saving")}>{person("save")}</Submit>
            </div>
          </EditParticipantForm>
        </section>
      ) : (
        <p className="quiet">{t("mendNot")}</p>
      )}
      {open && p.mayTakeBack && mayBecome(p.state, "withdrawn") ? (
        <TakeBackForm className="card grid gap-3">
          <h2 className="text-base">{t("takeBackTitle")}</h2>
          <p className="quiet">{t("takeBackHint")}</p>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="registrationId" value={p.id} />
          <div>
            <Submit tone="stop" busy={t("saving")}>
              {t("takeBack")}
            </Submit>
          </div>
        </TakeBackForm>
      ) : null}
    </div>
  );
}
