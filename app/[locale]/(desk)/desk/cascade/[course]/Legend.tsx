import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { dotOf, mostDrawn } from "@/lib/cascade/rules/dots";

/** What the dots of workshops and the squares of trainings mean, of those that are drawn. `dots`: numbers of people, as `legendOf` has them. */
export async function Legend({ dots, tots }: { dots: readonly number[]; tots: boolean }) {
  const t = await getTranslations("cascade");
  return (
    <p className="cascade-key quiet empty:hidden">
      {dots.length > 0 ? <span>{t(dots.length > 1 ? "keyWorkshop" : "keyAlike")}</span> : null}
      {dots.map((people) => (
        <Key
          key={people}
          drawn={<circle cx="10" cy="10" r={dotOf(people, mostDrawn(dots))} className="drawn-chart" />}
        >
          {t("peopleCount", { count: people })}
        </Key>
      ))}
      {tots ? (
        <Key drawn={<rect x="3" y="3" width="14" height="14" rx="3" className="cascade-tot" />}>
          {t("keyTot")}
        </Key>
      ) : null}
    </p>
  );
}

const Key = ({ drawn, children }: { drawn: ReactNode; children: ReactNode }) => (
  <span className="inline-flex items-center gap-1.5">
    <svg aria-hidden width="20" height="20">
      {drawn}
    </svg>
    {children}
  </span>
);
