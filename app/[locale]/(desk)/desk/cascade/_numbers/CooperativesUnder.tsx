import { useTranslations } from "next-intl";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";

/** Below a number of organisations: how many of them are cooperatives, and in a period how many of these it reached first. */
export function CooperativesUnder({
  numbers: { cooperatives, newCooperatives },
}: {
  numbers: Pick<CascadeNumbers, "cooperatives" | "newCooperatives">;
}) {
  const t = useTranslations("cascade");
  if (cooperatives === 0) return null;
  return (
    <>
      {t("cooperatives", { count: cooperatives })}
      {newCooperatives === null ? null : (
        <span className="block">{t("newCooperatives", { count: newCooperatives })}</span>
      )}
    </>
  );
}
