import { useLocale, useTranslations } from "next-intl";
import { PathOfStages, type Stage } from "@/app/_ui/kit/PathOfStages";
import { shortNear } from "@/app/_words/nearDays";
import { awaitsApproval } from "@/lib/courses/rules";
import { moment } from "@/lib/i18n/format";
import type { Followed } from "@/lib/registrations/queries";
import { courseTime, holdsSeat, mayLeadToCertificate, undecidedStates } from "@/lib/registrations/rules";

/** What happened and what happens when, as a line; nothing where the way ended before a place. */
export function Path({ registration, today }: { registration: Followed; today: string }) {
  const locale = useLocale();
  const t = useTranslations("follow");
  const { state, courseState, startsOn, endsOn, certificates, lacks } = registration;
  if (!mayLeadToCertificate(state, courseState)) return null;
  const undecided = (undecidedStates as readonly string[]).includes(state);
  const time = courseTime({ state: courseState, startsOn, endsOn }, today);
  // Neither its days nor the place are promised yet.
  const draft = courseState === "draft" || awaitsApproval({ ...registration, state: courseState });
  const seated = holdsSeat(state);
  const certified = certificates.some(({ revokedAt }) => revokedAt === null);
  const revoked = !certified && certificates.length > 0;
  const stages: Stage[] = [
    {
      state: "done",
      name: t("stage.registered"),
      under: moment(registration.registeredAt, registration.zone, locale),
    },
    {
      state: seated ? "done" : "here",
      name: undecided ? t("stage.decision") : t(draft && seated ? "stage.accepted" : "stage.place"),
      under: seated ? undefined : t("stage.decisionUnder"),
    },
    {
      state: !seated || time === "before" ? "toCome" : "done",
      name: t("stage.begins"),
      under: startsOn
        ? draft
          ? t("stage.planned", { day: shortNear(startsOn, today, locale) })
          : shortNear(startsOn, today, locale)
        : undefined,
    },
    {
      state: certified
        ? "done"
        : lacks.length > 0
          ? "stopped"
          : seated && time === "over"
            ? "here"
            : "toCome",
      name: t("stage.certificate"),
      under: certified
        ? undefined
        : revoked
          ? t("stage.certificateRevoked")
          : t(lacks.length > 0 ? "stage.noCertificate" : "stage.certificateUnder"),
    },
  ];
  return <PathOfStages label={t("path")} stages={stages} />;
}
