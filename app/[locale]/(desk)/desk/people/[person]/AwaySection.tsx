import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Written } from "@/app/_ui/Written";
import { timeWords } from "@/app/_words/away";
import * as trainers from "@/lib/access/trainerGate";
import type { Context } from "@/lib/acts/context";
import { awayOf } from "@/lib/away/queries";
import { dotBetween } from "@/lib/i18n/rules";
import { ifGranted } from "@/lib/result";
import { daysSomewhere } from "@/lib/time/zone";

/** When a trainer is away, and where that is entered; nothing of somebody who is no trainer in the viewer's programmes. */
export async function AwaySection({ cx, personId }: { cx: Context; personId: number }) {
  const trainer = ifGranted(() => trainers.trainer(cx, "away.edit", personId));
  if (!trainer) return null;
  const t = await getTranslations("away");
  const said = await timeWords();
  const times = awayOf(cx, trainer, daysSomewhere(cx.now)[0]);
  return (
    <section className="card grid gap-3" aria-labelledby="away">
      <h2 id="away" className="text-base">
        {t("title")}
      </h2>
      {times.length === 0 ? (
        <p className="quiet">{t("noneOf")}</p>
      ) : (
        <ul className="grid gap-1">
          {times.map(({ id, reason, ...time }) => (
            <li key={id}>
              {said(time)}
              {reason ? (
                <span className="quiet">
                  {dotBetween}
                  <Written>{reason}</Written>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/desk/people/${personId}/away`} prefetch={false} className="button">
          {t("change")}
        </Link>
      </p>
    </section>
  );
}
