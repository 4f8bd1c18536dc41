import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { FirstName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { CascadeTrainer } from "@/lib/cascade/queries";
import { wholeNumber } from "@/lib/i18n/format";

/** Who of some trainers has not taught yet, of so many in all; by name for whoever may read the person. */
export async function Waiting({ trainers: all, of }: { trainers: readonly CascadeTrainer[]; of: number }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const trainers = all.filter(({ practised }) => !practised);
  if (trainers.length === 0) return null;
  const unnamed = trainers.filter(({ name }) => name === null).length;
  return (
    <div className="grid gap-2">
      <h3 className="cascade-waiting">
        <svg aria-hidden width="12" height="12">
          <circle cx="6" cy="6" r="4.5" className="cascade-none" />
        </svg>
        {t("notPractised")} <span className="quiet tabular-nums">({wholeNumber(of, locale)})</span>
      </h3>
      <ul className="cascade-names">
        {trainers.map(({ personId, name }) =>
          name ? (
            <li key={personId}>
              <Link href={`/desk/people/${personId}`} prefetch={false}>
                <FirstName of={name} />
              </Link>
              {name.organisation ? (
                <span className="quiet block">
                  <Written>{name.organisation}</Written>
                </span>
              ) : null}
            </li>
          ) : null,
        )}
        {unnamed > 0 ? <li className="quiet">{t("others", { count: unnamed })}</li> : null}
      </ul>
    </div>
  );
}
