import { useLocale, useTranslations } from "next-intl";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { Pieces } from "@/app/_ui/Pieces";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import type { WorkshopLine } from "@/lib/courses/queries";
import { approvalAspects, forWhom } from "@/lib/courses/rules/workshops";
import { list } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import type { HaltedTrainer } from "@/lib/stages/queries/halted";
import type { PlanLookedAt } from "@/lib/timetable/queries";
import { HaltedTrainers } from "../_stages/HaltedTrainers";
import { Decision } from "../desk/workshops/Decision";
import { Bar } from "./AwaitPicture";
import { OddAbout } from "./OddAbout";

/** A workshop to approve, as a row: the facts that a decision needs, the way to more, how many come, and the decision. */
export function Approval({
  workshop,
  what,
  main,
}: {
  workshop: WorkshopLine & { plan: PlanLookedAt | null; halted: readonly HaltedTrainer[] };
  /** What is to be done. */
  what: string;
  main: boolean;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("workshop");
  const { capacity, seatsTaken } = workshop;
  const registered = t("registered", { count: seatsTaken });
  return (
    <>
      <div className="waits-what">
        <p>{what}</p>
        <p>
          <a href={`/desk/courses/${workshop.id}`}>
            <Say text={workshop.title} />
          </a>
          {dotBetween}
          <Pieces>
            <CourseDates course={{ ...workshop, year: null, datesNote: null }} short />
            <CoursePlace course={workshop} />
            {t("by", { name: nameInSentence({ name: workshop.by, latinName: workshop.byLatin }, locale) })}
            {forWhom(workshop).map((said) => (
              <Written key={said}>{said}</Written>
            ))}
            <Say text={programmeCalled(workshop.programmeTitle)} />
          </Pieces>
        </p>
        <HaltedTrainers trainers={workshop.halted} />
        {workshop.plan ? <OddAbout plan={workshop.plan} /> : null}
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
      </div>
      <div className="waits-picture">
        <Bar
          value={seatsTaken}
          whole={capacity}
          said={`${t("expected", { count: capacity })}${dotBetween}${registered}`}
        />
      </div>
      <Decision course={workshop} main={main} />
    </>
  );
}
