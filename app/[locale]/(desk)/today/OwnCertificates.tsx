import { useTranslations } from "next-intl";
import { CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Say } from "@/app/_ui/Say";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/** So many courses with a certificate are shown, the newest first. */
const most = 3;

/** The certificates that the viewer has, with their files: what one comes for once a course is over. */
export function OwnCertificates({
  registrations,
  today,
}: {
  registrations: FollowedRegistration[];
  today: string;
}) {
  const t = useTranslations("today");
  return (
    <section className="grid gap-3" aria-labelledby="certificates">
      <h2 id="certificates">{t("certificates")}</h2>
      <ul className="grid gap-2">
        {registrations.slice(0, most).map((registration) => (
          <li key={registration.id} className="card grid gap-2">
            <p>
              <a href={`/registrations/${registration.token}`} className="font-semibold">
                <Say text={registration.title} />
              </a>
            </p>
            <CertificateLinks registration={registration} today={today} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/my">{t("toCertificate")}</a>
      </p>
    </section>
  );
}
