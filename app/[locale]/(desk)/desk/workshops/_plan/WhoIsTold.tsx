"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { list } from "@/lib/i18n/format";

/** Who hears of a workshop when it is sent. */
export type Hearers = {
  /** Who decides on it, as they are called, by the programme; of a workshop that is changed nobody. */
  approvers: Record<string, readonly string[]>;
  /** Trainers whom no mail reaches, and those who are in it or asked already. */
  byHand: readonly string[];
  there: readonly string[];
};

/** Before a workshop is sent: who is asked by e-mail, whom the trainer tells themselves, and who decides on it; nothing where nobody hears of it. */
export function WhoIsTold({
  hearers: { approvers, byHand, there },
  names,
  over,
}: {
  hearers: Hearers;
  /** What trainers are called. */
  names: Record<string, string>;
  /** True of one that was held already: nobody is asked any more. */
  over: boolean;
}) {
  const t = useTranslations("workshop.told");
  const locale = useLocale();
  const said = useWatch();
  const asked = over
    ? []
    : [said.trainerIds ?? []]
        .flat()
        .map(String)
        .filter((id) => id && !there.includes(id));
  const called = (ids: readonly string[]) =>
    list(
      ids.map((id) => names[id] ?? id),
      locale,
    );
  const mailed = asked.filter((id) => !byHand.includes(id));
  const told = asked.filter((id) => byHand.includes(id));
  const decide = approvers[String(said.programmeId ?? "")] ?? [];
  if (asked.length + decide.length === 0) return null;
  return (
    <section className="grid gap-1" aria-labelledby="told">
      <h3 id="told" className="text-base">
        {t("title")}
      </h3>
      <ul className="list-disc ps-5 grid gap-1">
        {mailed.length > 0 ? <li>{t("mailed", { names: called(mailed) })}</li> : null}
        {told.length > 0 ? <li>{t("byHand", { names: called(told) })}</li> : null}
        {decide.length > 0 ? <li>{t("decide", { names: list(decide, locale) })}</li> : null}
      </ul>
    </section>
  );
}
