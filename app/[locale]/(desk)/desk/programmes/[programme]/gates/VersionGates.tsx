import { useLocale, useTranslations } from "next-intl";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import {
  asksMean,
  type Gate,
  type GateGroup,
  type GatePreset,
  type Gates,
  gateGroups,
  leastOf,
  originOf,
  presets,
} from "@/lib/stages/rules/gates";
import { fieldsOf } from "./shown";

/** What a version of the conditions asks, to be read: each condition with what is asked of it, in the groups of the form. */
export function VersionGates({
  gates,
  number,
  preset,
}: {
  gates: Gates;
  /** The scheme whose name it bears: what it changed or set beside that is said. */
  preset: GatePreset;
  /** Of the version; null of what applies where none was set. */
  number: number | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("gates");
  const fields = fieldsOf(gates, locale);
  const scheme = fieldsOf(presets[preset], locale);
  const said = (gate: Gate, value: string) =>
    value === "yes"
      ? t("yes")
      : value === "no" || value === "0" || value === "" || (gate === "passMark" && !asksMean(gates))
        ? t("no")
        : value;
  /** What the scheme asks of a condition. */
  const asks = (gate: Gate) => {
    const [value, least] = [scheme[gate] ?? "", leastOf(preset, gate)];
    if (value === "" && least !== null) return t("atLeast", { least });
    return value === "yes" ? t("yes") : value === "no" ? t("no") : value;
  };
  const origin = (gate: Gate) => {
    const of = originOf(preset, gates, gate);
    return of === "changed"
      ? t("originChanged", { scheme: t(`preset.${preset}`), value: asks(gate) })
      : of === "set"
        ? t("originSet")
        : null;
  };
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
                    <span className="kept font-semibold">{said(gate, fields[gate] ?? "")}</span>
                    {origin(gate) ? <span className="quiet">{`${dotBetween}${origin(gate)}`}</span> : null}
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
