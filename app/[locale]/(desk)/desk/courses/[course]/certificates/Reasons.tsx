import { useTranslations } from "next-intl";
import { FirstName } from "@/app/_ui/PersonName";
import { Stamp } from "@/app/_ui/Stamp";
import { Written } from "@/app/_ui/Written";
import type { Completion } from "@/lib/certificates/queries";
import { dashBetween } from "@/lib/i18n/rules";

/** The reasons that were given for decisions about certificates, folded away. */
export function Reasons({ completion, zone }: { completion: Completion; zone: string }) {
  const t = useTranslations("certificates");
  if (completion.reasons.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center">{t("reasons")}</summary>
      <ul className="grid gap-1">
        {completion.reasons.map((stated) => (
          <li key={stated.id}>
            <span className="quiet">
              <Stamp at={stated.at} zone={zone} />
            </span>{" "}
            {t(`reasonKind.${stated.kind}`)}
            {stated.person ? (
              <>
                {dashBetween}
                <FirstName of={stated.person} />
              </>
            ) : null}
            {dashBetween}
            <Written>{stated.reason}</Written>
            {stated.by ? (
              <span className="quiet">
                {" "}
                (<FirstName of={stated.by} />)
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
