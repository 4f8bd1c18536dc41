import { getLocale, getTranslations } from "next-intl/server";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { Sparkline } from "@/app/_ui/kit/Sparkline";
import { type Stat, StatStrip } from "@/app/_ui/kit/StatStrip";
import { list, wholeNumber } from "@/lib/i18n/format";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import { monthOf } from "@/lib/programmes/rules/numbers";
import { peopleIn, together } from "@/lib/records/rules/numbers";

/** What a programme has come to, in five numbers. There are no targets where none are kept. */
export async function Indicators({
  numbers,
  programme,
  today,
}: {
  numbers: ProgrammeNumbers;
  programme: { startsOn: string | null; endsOn: string | null };
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  const { courses, quarters, trainers, certified, certifiedToday, reachedByName } = numbers;
  const number = (value: number) => wholeNumber(value, locale);
  const each = quarters.quarters.map(({ reached }) => peopleIn(reached));
  const reached = quarters.quarters.reduce(
    (sum, quarter) => together(sum, quarter.reached),
    together(quarters.before, quarters.undated),
  );
  const month = monthOf(programme, today);
  const stats: Stat[] = [
    {
      label: t("held"),
      value: number(courses.held),
      note: list([t("tot", { count: courses.tot }), t("user", { count: courses.user })], locale),
    },
    {
      label: t("reached"),
      value: number(peopleIn(reached)),
      note: (
        <>
          {t("reachedMeans")}
          {numbers.people > 0 ? (
            <span className="block">{t("peopleOnce", { count: numbers.people })}</span>
          ) : null}
        </>
      ),
      // One bar alone is no line of time.
      picture:
        each.filter((count) => count > 0).length > 1 ? (
          <span className="flex flex-wrap items-end gap-x-2">
            <Sparkline label={t("reachedEach", { numbers: list(each.map(number), locale) })} values={each} />
            <span aria-hidden className="text-xs text-muted">
              {t("byQuarter")}
            </span>
          </span>
        ) : null,
    },
    {
      label: t("certified"),
      value: number(certified),
      of: t("of", { count: number(reachedByName) }),
      note: t("certifiedMeans"),
      picture: (
        <GoalBar
          label={t("share", { count: certified, all: reachedByName })}
          value={certified}
          whole={reachedByName}
        />
      ),
    },
    {
      label: t("trainers"),
      value: number(trainers),
      note: t("trainersCertified", { count: certifiedToday }),
    },
    ...(month
      ? [
          {
            label: t("time"),
            value: number(month.month),
            of: t("ofMonths", { count: month.of }),
            picture: (
              <GoalBar
                label={t("monthOf", { month: month.month, of: month.of })}
                value={month.month}
                whole={month.of}
                tone="second"
              />
            ),
          } satisfies Stat,
        ]
      : []),
  ];
  return <StatStrip stats={stats} />;
}
