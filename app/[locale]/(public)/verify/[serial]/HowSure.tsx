import { BadgeCheck, FileCheck, Link, type LucideIcon, Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Contact } from "@/app/_ui/Contact";
import { processSettings } from "@/lib/env/settings";
import { dayOnPaper } from "@/lib/i18n/format";
import type { Named } from "./CertificateFacts";

/** How to be sure that the page and the paper are what they say, and whom to ask. */
export function HowSure({ named }: { named: Named }) {
  const locale = useLocale();
  const t = useTranslations("verify");
  const struck = Object.keys(named.struck).length > 0;
  return (
    <section className="how-sure">
      <h2>{t("sure.title")}</h2>
      <ul>
        <Way icon={Link}>
          {t("sure.link")}{" "}
          <bdi dir="ltr" className="font-semibold">{`${processSettings().publicUrl}/verify/`}</bdi>
        </Way>
        <Way icon={FileCheck}>
          {t("sure.paper", {
            signed: named.signatories.length > 0 ? "yes" : "no",
            struck: struck ? "yes" : "no",
          })}
        </Way>
        <Way icon={BadgeCheck}>{t("sure.checked", { day: dayOnPaper(named.checkedOn, locale) })}</Way>
        {named.contact ? (
          <Way icon={Phone}>
            <Contact label={t("ask")} contact={named.contact} />
          </Way>
        ) : null}
      </ul>
    </section>
  );
}

const Way = ({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) => (
  <li>
    <Icon size={18} aria-hidden />
    <div>{children}</div>
  </li>
);
