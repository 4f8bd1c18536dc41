import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { TrainerRole } from "@/lib/courses/rules";
import { trainerRoles } from "@/lib/courses/rules";
import { dotBetween } from "@/lib/i18n/rules";

/** How many sessions somebody taught as lead, as co-trainer and as apprentice: those that there are, in a line. */
export function TaughtAs({ taught }: { taught: Readonly<Record<TrainerRole, number>> }) {
  const t = useTranslations("trainerRole");
  return trainerRoles
    .filter((role) => taught[role] > 0)
    .map((role, place) => (
      <Fragment key={role}>
        {place > 0 ? dotBetween : null}
        {t(`taught.${role}`, { count: taught[role] })}
      </Fragment>
    ));
}
