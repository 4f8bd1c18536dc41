"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { RollRow } from "./RollLine";

/** The marks that the server did not take, with why, and the way to let go of them. Wrong minutes are said in their row. */
export function Refusals({
  rows,
  sheet,
  letGo,
}: {
  rows: readonly RollRow[];
  sheet: Sheet;
  letGo: (ids: readonly number[]) => void;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  const refusals = [...sheet.refused].filter(
    ([id, wrong]) => sheet.marks.has(id) && wrong.code !== "lateMinutes",
  );
  if (refusals.length === 0) return null;
  return (
    <div role="alert" className="roll-refused">
      <p>{t("notTaken", { count: refusals.length })}</p>
      <ul>
        {refusals.map(([id, wrong]) => {
          const row = rows.find((r) => r.id === id);
          const state = sheet.marks.get(id)?.state ?? "none";
          return (
            <li key={id}>
              {row ? <>{t("markedOne", { name: row.called, state: t(`state.${state}`) })}. </> : null}
              {errorText(wrong)}
            </li>
          );
        })}
      </ul>
      <button type="button" className="button" onClick={() => letGo(refusals.map(([id]) => id))}>
        {t("letGo")}
      </button>
    </div>
  );
}
