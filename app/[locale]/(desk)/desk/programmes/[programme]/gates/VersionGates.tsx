import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/rules";
import { type GateGroup, type Gates, gateGroups } from "@/lib/stages/rules/gates";
import { fieldsOf } from "./shown";

/** What a version of the conditions asks, to be read: each condition with what is asked of it, in the groups of the form. */
export function VersionGates({
  gates,
  number,
}: {
  gates: Gates;
  /** Of the version; null of what applies where none was set. */
  number: number | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("gates");
  const fields = fieldsOf(gates, locale);
  const said = (value: string) =>
    value === "yes" ? t("yes") : value === "no" || value === "0" ? t("no") : value;
  return (
    <details>
      <summary className="min-h-11 content-center">
        {number === null ? t("whatOwnAsks") : t("whatItAsks", { number })}
      </summary>
      <dl className="grid gap-3 pb-3">
        {(Object.keys(gateGroups) as GateGroup[]).map((group) => (
          <div key={group}>
            <dt className="font-semibold">{t(`group.${group}`)}</dt>
            <dd>
              <ul>
                {gateGroups[group].map((gate) => (
                  <li key={gate}>
                    <span className="quiet">{t(`name.${gate}`)}</span>{" "}
                    <span className="kept font-semibold">{said(fields[gate] ?? "")}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
