import { getLocale, getTranslations } from "next-intl/server";
import { StatStrip } from "@/app/_ui/kit/StatStrip";
import { SexBar } from "@/app/_ui/SexBar";
import type { Course } from "@/lib/courses/queries";
import { headcountMeasures } from "@/lib/courses/rules";
import { wholeNumber } from "@/lib/i18n/format";
import { countedBySex, peopleIn, shownBySex } from "@/lib/records/rules/numbers";

/** The numbers of a recorded course side by side, with women and men where these are known. */
export async function RecordNumbers({ course }: { course: Course }) {
  const locale = await getLocale();
  const t = await getTranslations("record");
  const known = headcountMeasures.flatMap((measure) => {
    const people = countedBySex(course.headcounts, measure);
    return people ? [{ measure, people, shown: shownBySex(people) }] : [];
  });
  // One number alone stands in the table below.
  if (known.length < 2 && known.every(({ shown }) => shown === null)) return null;
  return (
    <StatStrip
      stats={known.map(({ measure, people, shown }) => ({
        label: t(`measure.${measure}`),
        value: wholeNumber(peopleIn(people), locale),
        picture: shown ? <SexBar people={shown} /> : undefined,
      }))}
    />
  );
}
