"use client";

import { useTranslations } from "next-intl";
import type { RollRow } from "./RollLine";

/** Whose marks were left as somebody else had put them, when the roll was posted without JavaScript. */
export function TheirsStood({ rows, held }: { rows: readonly RollRow[]; held: readonly number[] }) {
  const t = useTranslations("roll");
  if (held.length === 0) return null;
  return (
    <ul role="alert" className="roll-stood">
      {rows
        .filter((row) => held.includes(row.id))
        .map((row) => (
          <li key={row.id}>
            {t("othersCount", { name: row.called, theirs: t(`state.${row.state ?? "none"}`) })}
          </li>
        ))}
    </ul>
  );
}
