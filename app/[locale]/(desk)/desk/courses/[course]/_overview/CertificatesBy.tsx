import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { MailTo } from "@/app/_ui/Mail";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import type { Course } from "@/lib/courses/queries";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";

/** Of a trainer's workshop: who issues its certificates, once it has ended for how many, and whom to ask. */
export async function CertificatesBy({
  course: { id, programmeId, state },
  certificates,
}: {
  course: Pick<Course, "id" | "programmeId" | "state">;
  certificates: { ready: number; issued: number } | null;
}) {
  const locale = (await getLocale()) as Locale;
  const o = await getTranslations("overview");
  const t = await getTranslations("workshop");
  const { name = null, phone = null, email = null } = contactOf(await currentContext(), programmeId) ?? {};
  const { ready, issued } = certificates ?? { ready: 0, issued: 0 };
  const who = (
    <Link href={`/desk/courses/${id}/participants`} prefetch={false} className="block">
      {t("certificatesWho")}
    </Link>
  );
  if (issued > 0 && ready === 0)
    return (
      <>
        {o("step.certified", { issued, ready })} {who}
      </>
    );
  return (
    <>
      {issued > 0 ? <span className="block">{o("step.certified", { issued, ready })}</span> : null}
      {state === "closed" && ready > 0 ? t("certificatesWait", { count: ready }) : t("certificates")}
      {state === "closed" ? who : null}
      {name ? (
        <span className="quiet block">{t("certificatesAsk", { contact: isolate(name, locale) })}</span>
      ) : null}
      {phone ? (
        <span className="quiet block">
          <PhoneNumber phone={phone} />
        </span>
      ) : null}
      {email ? (
        <span className="quiet block">
          <MailTo address={email} />
        </span>
      ) : null}
    </>
  );
}
