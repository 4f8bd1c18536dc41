import { useLocale, useTranslations } from "next-intl";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { WorkshopLine } from "@/lib/courses/queries";
import { approvalAspects } from "@/lib/courses/rules/workshops";
import { list } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { Decision } from "../desk/workshops/Decision";

/** A workshop to approve: the facts that a decision needs in one line, the way to more, and the decision. */
export function Approval({ workshop, main }: { workshop: WorkshopLine; main: boolean }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("workshop");
  return (
    <div className="grid gap-2 min-w-0">
      <p className="flex flex-wrap gap-2 items-center">
        <a href={`/desk/courses/${workshop.id}`} className="font-semibold">
          <Say text={workshop.title} />
        </a>
        <WorkshopBadges course={workshop} />
      </p>
      <p>
        {[
          <CourseDates key="dates" course={{ ...workshop, year: null, datesNote: null }} />,
          <CoursePlace key="place" course={workshop} />,
          t("by", { name: isolate(workshop.by, locale) }),
          t("expected", { count: workshop.capacity }),
          t("registered", { count: workshop.seatsTaken }),
          workshop.audience ? <Written key="audience">{workshop.audience}</Written> : null,
          <bdi key="programme">{workshop.programme}</bdi>,
        ]
          .filter((fact) => fact !== null)
          .flatMap((fact, i) => (i === 0 ? [fact] : [dotBetween, fact]))}
      </p>
      {workshop.changed.length > 0 ? (
        <p className="font-semibold">
          {t("changedSince", {
            what: list(
              approvalAspects
                .filter((aspect) => workshop.changed.includes(aspect))
                .map((aspect) => t(`aspect.${aspect}`)),
              locale,
            ),
          })}
        </p>
      ) : null}
      <Decision course={workshop} main={main} />
    </div>
  );
}
