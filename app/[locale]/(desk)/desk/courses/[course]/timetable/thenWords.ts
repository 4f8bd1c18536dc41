import { getLocale, getTranslations } from "next-intl/server";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { list, timeRange } from "@/lib/i18n/format";
import { isolate, shownIn } from "@/lib/i18n/rules";
import { trainersThen } from "@/lib/timetable/queries";

/** Says of a trainer that they are free at the time of a session, or what they teach then; null where they are away, which is said by itself. */
export async function thenWords(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  session: Parameters<typeof trainersThen>[2],
  trainerIds: readonly number[],
): Promise<(trainerId: number) => string | null> {
  const locale = await getLocale();
  const t = await getTranslations("canTeach");
  const then = trainersThen(cx, course, session, trainerIds);
  return (trainerId) => {
    const { busy, free } = then(trainerId);
    if (free) return t("free");
    if (busy.length === 0) return null;
    const said = busy.map(({ from, to, course: other }) => {
      const times = isolate(timeRange(from, to, locale), locale);
      return other
        ? t("busyThenIn", { times, course: isolate(shownIn(other, locale), locale) })
        : t("busyThen", { times });
    });
    return list(said, locale);
  };
}
