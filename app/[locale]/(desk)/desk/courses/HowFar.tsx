import { useTranslations } from "next-intl";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { dayOfCourse } from "@/lib/courses/progress";
import type { CourseTableRow } from "@/lib/courses/queries";
import { isHeldNotEnded } from "@/lib/courses/rules";
import { dotBetween } from "@/lib/i18n/rules";

/** What counts in a course now: places while people register, days while it runs, certificates once it is over. */
export function HowFar({ course: c, today }: { course: CourseTableRow; today: string }) {
  const t = useTranslations("courseTable");
  if (c.countedBy === "numbers")
    return c.byNumbers === null ? t("onlyNumbers") : t("byNumbers", { count: c.byNumbers });
  if (c.state === "cancelled" || c.state === "draft") return null;
  if (c.state === "running") {
    if (isHeldNotEnded(c, today))
      return (
        <span>
          {t("heldNotEnded")} <span className="tbl-under">{t("people", { count: c.seatsTaken })}</span>
        </span>
      );
    const at = dayOfCourse(c.sessionDays, today, c);
    const under = t("people", { count: c.seatsTaken });
    // It was started before its first day.
    if (at === null) return under;
    return <Bar value={at.day} whole={at.of} words={t("days", { day: at.day, days: at.of })} under={under} />;
  }
  if (c.state === "closed")
    return (
      <Bar
        value={c.certified}
        whole={c.seatsTaken}
        words={t("withCertificate", { certified: c.certified, taken: c.seatsTaken })}
        short={t("certificates")}
      />
    );
  const under = [
    c.toDecide > 0 ? t("toDecide", { count: c.toDecide }) : null,
    c.waiting > 0 ? t("waiting", { count: c.waiting }) : null,
  ].filter(Boolean);
  return (
    <Bar
      value={c.seatsTaken}
      whole={c.capacity}
      words={t("places", { taken: c.seatsTaken, capacity: c.capacity })}
      under={under.join(dotBetween)}
      short={t("placesTaken")}
    />
  );
}

function Bar({
  value,
  whole,
  words,
  under,
  short,
}: {
  value: number;
  whole: number;
  words: string;
  under?: string;
  /** What the two numbers are of, where they stand for the words on one line; whoever hears them hears the words. */
  short?: string;
}) {
  return (
    <span className="how-far">
      <span aria-hidden className="how-far-bar">
        <GoalBar label={words} value={value} whole={whole} />
      </span>
      {short ? (
        <>
          <span aria-hidden>
            <span className="kept">
              <b>{value}</b> / {whole}
            </span>{" "}
            <span className="tbl-under">{short}</span>
          </span>
          <span className="sr-only">{words}</span>
        </>
      ) : (
        <span>{words}</span>
      )}
      {under ? <span className="tbl-under">{under}</span> : null}
    </span>
  );
}
