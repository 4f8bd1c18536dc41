import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { Written } from "@/app/_ui/Written";
import { fullDay, list, tenths, wholeNumber } from "@/lib/i18n/format";
import { nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import type { Observation as Row } from "@/lib/stages/queries/observing";
import { criteria } from "@/lib/stages/rules/rubric";

/** An observation as it is read: by whom, mean and lowest against what is asked for, what fell short, in words, and all points. */
export async function Observation({
  one,
  of,
  own = false,
  children,
}: {
  one: Row;
  /** Who was observed. */
  of: PersonsNames;
  /** True where they read it themselves. */
  own?: boolean;
  children?: ReactNode;
}) {
  const locale = await getLocale();
  const t = await getTranslations("observing");
  const r = await getTranslations("rubric");
  const name = nameInSentence(of, locale);
  return (
    <div className="grid gap-3">
      <p className="quiet">
        {t("by", { name: one.by ? nameInSentence(one.by, locale) : "–", day: fullDay(one.day, locale) })}
      </p>
      {one.ground ? (
        <p>
          {t("asCoordinator")} <Written>{one.ground}</Written>
        </p>
      ) : null}
      <p className="font-semibold">{t(one.reached ? "reached" : "notReached")}</p>
      <ul className="grid gap-1">
        <li>
          {t("mean", {
            mean: tenths(one.mean, locale),
            mark: tenths(one.asked.mark, locale),
            asks: one.asked.mean ? "yes" : "no",
          })}
        </li>
        <li>
          {t("lowest", {
            lowest: wholeNumber(one.lowest, locale),
            least: wholeNumber(one.asked.least, locale),
          })}
        </li>
        {one.below.length > 0 ? (
          <li>
            {t("below")}{" "}
            {list(
              one.below.map((criterion) => r(`${criterion}.title`)),
              locale,
            )}
          </li>
        ) : null}
      </ul>
      <dl className="grid gap-2">
        <div>
          <dt className="font-semibold">{t("strengths")}</dt>
          <dd className="whitespace-pre-line">
            <Written>{one.strengths}</Written>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{t("advice")}</dt>
          <dd className="whitespace-pre-line">
            <Written>{one.advice}</Written>
          </dd>
        </div>
      </dl>
      <AsTable
        caption={t("allPoints")}
        heads={[t("criterion"), t("pointsHead")]}
        rows={criteria.map((criterion, at) => [
          r(`${criterion}.title`),
          wholeNumber(one.points[at] ?? 0, locale),
        ])}
      />
      <Agreements one={one} />
      {one.signedOn || !own ? (
        <p className="quiet">
          {one.taken
            ? t("taken", {
                name: one.taken.by ? nameInSentence(one.taken.by, locale) : "–",
                day: fullDay(one.signedOn!, locale),
              })
            : one.signedOn
              ? t("signed", { name, day: fullDay(one.signedOn, locale) })
              : t(one.unsigned ? "unsigned" : "notSigned", { name })}
        </p>
      ) : null}
      {one.taken ? (
        <p className="whitespace-pre-line">
          <Written>{one.taken.words}</Written>
        </p>
      ) : null}
      <Remark one={one} of={of} />
      {children}
    </div>
  );
}

/** What whoever was observed remarked as they signed; nothing where they did not. */
export async function Remark({ one, of }: { one: Pick<Row, "remark">; of: PersonsNames }) {
  const locale = await getLocale();
  const t = await getTranslations("observing");
  if (!one.remark) return null;
  return (
    <div>
      <p className="font-semibold">{t("remark", { name: nameInSentence(of, locale) })}</p>
      <p className="whitespace-pre-line">
        <Written>{one.remark}</Written>
      </p>
    </div>
  );
}

/** How far the observers of one workshop agree: said with the observation that was written down later. */
export async function Agreements({ one }: { one: Pick<Row, "by" | "agreements" | "points"> }) {
  const locale = await getLocale();
  const t = await getTranslations("observing");
  return one.agreements.map(({ id, by, count }) => (
    <p key={id}>
      {t("agreement", {
        a: one.by ? nameInSentence(one.by, locale) : "–",
        b: by ? nameInSentence(by, locale) : "–",
        count: wholeNumber(count, locale),
        all: wholeNumber(one.points.length, locale),
      })}
    </p>
  ));
}
