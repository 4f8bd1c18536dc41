import { useLocale, useTranslations } from "next-intl";
import { type RoleGiven, readsUntil, standingOf } from "@/lib/access/rules";
import { fullDay } from "@/lib/i18n/format";

type Ends = Pick<RoleGiven, "endsOn" | "programmeEndsOn">;

/** True where nothing is to be said of the end of a role: it has none, and its programme goes on. */
export const goesOn = (role: Ends, today: string): boolean =>
  standingOf(role, today) === "acts" && role.endsOn === null;

/** Until when a role holds, or that it has ended; nothing where it goes on. */
export function RoleEnd({
  role,
  today,
}: {
  role: Ends;
  /** The civil day, of the programme. */
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
