import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { isPast, paperOf, statusOn } from "@/lib/certificates/rules";
import { minutesOnPaper } from "@/lib/certificates/rules/lacks";
import { presentOf } from "@/lib/completion/rules/counting";
import { hours, percent } from "@/lib/i18n/format";
import type { FollowedRegistration } from "@/lib/registrations/queries";
import { CertificateFile } from "./CertificateFile";
import { CertificateScope } from "./CertificateScope";
import { Serial } from "./Serial";
import { CertificateBadge } from "./StateBadges";
import { Written } from "./Written";

/**
 * How much somebody was present: of the sessions of which attendance was taken while the course goes on, with how much nobody
 * has taken yet and how much is to come; of the whole once it is over.
 */
export function AttendanceLine({
  registration,
  own = true,
}: {
  /** False where somebody else reads it. */
  own?: boolean;
  registration: Pick<
    FollowedRegistration,
    | "attendedMinutes"
    | "plannedMinutes"
    | "heldMinutes"
    | "unenteredMinutes"
    | "courseState"
    | "outlook"
    | "lacks"
  >;
}) {
  const locale = useLocale();
  const t = useTranslations("follow");
  const over = registration.courseState === "closed";
  const { attendedMinutes: minutes } = registration;
  const present = over && minutes === 0 ? null : presentOf({ ...registration, minutes }, over);
  if (!present) return <OutlookLine outlook={registration.outlook} own={own} />;
  const values = {
    hours: hours(minutes, locale),
    planned: hours(present.of, locale),
    percent: percent(present.percent, locale),
  };
  const left = [
    present.notTaken > 0 ? t("notTaken", { hours: hours(present.notTaken, locale) }) : null,
    present.toCome > 0 && !over ? t("toCome", { hours: hours(present.toCome, locale) }) : null,
  ].filter((said) => said !== null);
  return (
    <div>
      <p>{over ? t("attended", values) : t("attendedSoFar", values)}</p>
      {left.map((said) => (
        <p key={said} className="quiet">
          {said}
        </p>
      ))}
      {/* What stands on paper is known once no more is recorded, and nothing stands there for whoever gets none. */}
      {!over || registration.lacks.length > 0 || minutesOnPaper(minutes) === minutes ? null : (
        <p className="quiet">{t("onPaper", { hours: hours(minutesOnPaper(minutes), locale) })}</p>
      )}
      <OutlookLine outlook={registration.outlook} own={own} />
    </div>
  );
}

/** That somebody can no longer reach the minimum for a certificate, or will not if they miss more, as it is said to them. */
function OutlookLine({ outlook, own }: Pick<FollowedRegistration, "outlook"> & { own: boolean }) {
  const locale = useLocale();
  const t = useTranslations("attendance");
  if (!outlook) return null;
  const said = own ? "own" : "outlook";
  const needed = percent(outlook.needed, locale);
  return (
    <p className="flex items-start gap-2 rounded-card bg-attention-tint p-3 mt-2 text-attention">
      <TriangleAlert size={18} className="mt-0.5 shrink-0" />
      <span>
        {outlook.kind === "lost"
          ? t(`${said}.lost`, { needed, most: percent(outlook.most, locale) })
          : outlook.mayMiss === 0
            ? t(`${said}.nothing`, { needed })
            : t(`${said}.close`, { needed, mayMiss: hours(outlook.mayMiss, locale) })}
      </span>
    </p>
  );
}

/** The certificates of a registration, each with its file and its public proof. */
export function CertificateLinks({
  registration,
  today,
  token,
  first = false,
}: {
  registration: Pick<FollowedRegistration, "certificates">;
  today: string;
  token?: string;
  /** True where it is the first thing on the page: its file is the main button. */
  first?: boolean;
}) {
  const t = useTranslations("follow");
  const kind = useTranslations("certificateKind");
  if (registration.certificates.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {registration.certificates.map((c, i) => {
        const status = statusOn(c, today);
        return (
          <li key={c.serial} className="flex flex-wrap gap-x-3 gap-y-1 items-center">
            <div>
              <span className="font-semibold">{kind(paperOf(c.kind, c.master))}</span>
              {c.kind === "trainer_certification" ? <CertificateScope certificate={c} /> : null}
            </div>
            <CertificateBadge status={status} />
            <Serial serial={c.serial} />
            {isPast(status) ? null : (
              <CertificateFile
                certificate={c}
                label={t("download")}
                token={token}
                className={first && i === 0 ? "button-main" : "min-h-11 inline-flex items-center"}
              />
            )}
            <a href={`/verify/${c.serial}`} className="min-h-11 inline-flex items-center">
              {t("verify")}
            </a>
            {status === "revoked" && c.revocationReason ? (
              <p className="basis-full">
                {t("revokedBecause")} <Written>{c.revocationReason}</Written>
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
