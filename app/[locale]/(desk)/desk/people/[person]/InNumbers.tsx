import { getLocale, getTranslations } from "next-intl/server";
import { type Stat, StatStrip } from "@/app/_ui/kit/StatStrip";
import { hours, wholeNumber } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { inNumbers } from "@/lib/people/rules/known";

/** A person in numbers, as far as there is something to count. */
export async function InNumbers({
  numbers,
  follows,
  doubts,
}: {
  numbers: ReturnType<typeof inNumbers>;
  /** True where they ever registered for a course. */
  follows: boolean;
  /** Certificates whose rule is no longer met. */
  doubts: number;
}) {
  const locale = await getLocale();
  const t = await getTranslations("personPage");
  const number = (value: number) => wholeNumber(value, locale);
  const stats: Stat[] = [
    ...(follows
      ? [
          { label: t("followed"), value: number(numbers.followed) },
          {
            label: t("certified"),
            value: number(numbers.certified),
            ...(doubts > 0 ? { note: t("doubts", { count: doubts }), short: true } : {}),
          },
          { label: t("attended"), value: hours(numbers.minutes, locale) },
        ]
      : []),
    ...(numbers.given > 0
      ? [
          {
            label: t("given"),
            value: number(numbers.given),
            note: [
              t("forUsers", { count: numbers.forUsers }),
              ...(numbers.coming > 0 ? [t("coming", { count: numbers.coming })] : []),
            ].join(dotBetween),
          },
          {
            label: t("inThem"),
            value: number(numbers.people),
            note: t("withCertificate", { count: numbers.peopleCertified }),
          },
        ]
      : []),
  ];
  return stats.length > 0 ? <StatStrip stats={stats} /> : null;
}
