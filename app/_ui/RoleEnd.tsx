import { useLocale, useTranslations } from "next-intl";
import { type RoleGiven, readsUntil, standingOf } from "@/lib/access/rules";
import { fullDay } from "@/lib/i18n/format";

/** Until when a role holds, or that it has ended; nothing where it goes on. */
export function RoleEnd({
  role,
  today,
}: {
  role: Pick<RoleGiven, "endsOn" | "programmeEndsOn">;
  /** The civil day, of UTC. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("person");
  const standing = standingOf(role, today);
  const { endsOn, programmeEndsOn } = role;
  const said =
    standing === "reads"
      ? t("roleReads", { day: fullDay(readsUntil(programmeEndsOn!), locale) })
      : standing === "ended"
        ? t("roleEnded")
        : endsOn
          ? t("roleUntil", { day: fullDay(endsOn, locale) })
          : null;
  return said ? <span className="quiet block">{said}</span> : null;
}
