import { useLocale, useTranslations } from "next-intl";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { CourseBadge } from "@/app/_ui/StateBadges";
import { shortNear } from "@/app/_words/nearDays";
import type { CatalogueRow } from "@/lib/courses/queries";
import type { ShownState } from "@/lib/courses/rules";

type Placed = Pick<CatalogueRow, "admission" | "placesLeft" | "seatsTaken" | "capacity" | "applyBy">;

/** Places left in words: what somebody can expect who registers now. */
export function usePlacesLeft() {
  const t = useTranslations("catalogue");
  return ({ admission, placesLeft, capacity }: Pick<Placed, "admission" | "placesLeft" | "capacity">) =>
    admission === "selection"
      ? t("bySelection")
      : placesLeft > 0
        ? t("placesLeft", { count: placesLeft, capacity })
        : t("waitingList");
}

/** Places left in words and as a bar, and until when; where nobody can register, the state that says so. */
export function Places({
  course,
  state,
  today,
}: {
  course: Placed;
  state: ShownState;
  /** The civil day of the course. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("catalogue");
  const p = useTranslations("public");
  const left = usePlacesLeft();
  if (state !== "open")
    return (
      <p>
        <CourseBadge state={state} />
      </p>
    );
  const { seatsTaken, capacity } = course;
  return (
    <div className="catalogue-places">
      <p className="font-semibold">{left(course)}</p>
      {course.admission === "selection" ? <p className="quiet">{t("selectionHow", { capacity })}</p> : null}
      <GoalBar
        label={p("placesTaken", { taken: seatsTaken, capacity })}
        value={seatsTaken}
        whole={capacity}
      />
      {course.applyBy ? (
        <p className="quiet">
          {t(`lastDay.${course.admission}`, { day: shortNear(course.applyBy, today, locale) })}
        </p>
      ) : null}
    </div>
  );
}
