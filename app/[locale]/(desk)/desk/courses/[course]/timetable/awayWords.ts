import { getLocale, getTranslations } from "next-intl/server";
import { timeWords } from "@/app/_words/away";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { awayInCourse } from "@/lib/away/queries";
import { list } from "@/lib/i18n/format";

/** Says of a trainer when they are away in the days of a course; null where they are not. */
export async function awayWords(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  trainerIds: readonly number[],
): Promise<(trainerId: number) => string | null> {
  const locale = await getLocale();
  const t = await getTranslations("away");
  const words = await timeWords();
  const times = awayInCourse(cx, course, trainerIds);
  return (trainerId) => {
    const own = times.get(trainerId);
    if (!own) return null;
    const said = own.map(words);
    return t("then", { when: list(said, locale) });
  };
}
