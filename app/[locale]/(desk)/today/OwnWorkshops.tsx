import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { StateBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { ownWorkshops } from "@/lib/courses/queries";
import { dotBetween } from "@/lib/i18n/rules";

/** The workshops that the viewer scheduled, each with how it stands. */
export function OwnWorkshops({
  workshops,
  refused = new Set(),
  today,
}: {
  workshops: ReturnType<typeof ownWorkshops>;
  /** Keys of those that a coordinator turned down. */
  refused?: ReadonlySet<number>;
  today: string;
}) {
  const t = useTranslations("workshop");
  return (
    <ul className="grid gap-2">
      {workshops.map((workshop) => (
        <li key={workshop.id} className="card flex flex-wrap gap-3 items-center justify-between">
          <span>
            <a href={`/desk/courses/${workshop.id}`} className="font-semibold">
              <Say text={workshop.title} />
            </a>
            <span className="quiet block">
              <CourseDates course={{ ...workshop, year: null, datesNote: null }} short />
            </span>
            {workshop.state === "cancelled" && workshop.stateReason ? (
              <span className="block">
                <span className="quiet">{t("turnDownReason")}</span>
                {dotBetween}
                <Written>{workshop.stateReason}</Written>
              </span>
            ) : null}
          </span>
          <span className="flex flex-wrap gap-1">
            <StateBadge course={{ ...workshop, countedBy: "people" }} today={today} />
            <WorkshopBadges course={workshop} turnedDown={refused.has(workshop.id)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
