import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { languageName, list } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";
import { Written } from "./Written";

type Placed = {
  room: string | null;
  /** Another venue than that of its course, with its town; null where it is at none. */
  venue: string | null;
  venuePlace: string | null;
  isOnline: boolean;
};

/** True where there is anything to say of where a session is, beside where its course is. */
export const hasPlace = ({ room, venue, isOnline }: Placed): boolean =>
  isOnline || venue !== null || room !== null;

/** The words of where a session is that is not online: its town and venue, where that is not its course's, and its room. */
export const placeParts = ({ venuePlace, venue, room }: Omit<Placed, "isOnline">): string[] =>
  [venuePlace, venue, room].flatMap((said) => said ?? []);

/** Where a session is: online, or its room, with the venue where that is not the one of its course. `after`: it goes on a line. */
export function SessionPlace({
  session,
  after = false,
  className,
}: {
  session: Placed;
  after?: boolean;
  className?: string;
}) {
  const t = useTranslations("online");
  if (!hasPlace(session)) return null;
  return (
    <>
      {after ? dotBetween : null}
      {session.isOnline ? (
        <span className={className}>{t("online")}</span>
      ) : (
        placeParts(session).map((said, nth) => (
          <Fragment key={said}>
            {nth > 0 ? dotBetween : null}
            <Written className={className}>{said}</Written>
          </Fragment>
        ))
      )}
    </>
  );
}

type Interpreted = { interpretedInto: readonly string[] | null; interpreter: string | null };

/** Into which languages somebody interprets at a session, and who; nothing where nobody does. */
export function Interpretation({ session }: { session: Interpreted }) {
  const locale = useLocale();
  const t = useTranslations("online");
  const { interpretedInto, interpreter } = session;
  if (!interpretedInto?.length) return null;
  const languages = list(
    interpretedInto.map((code) => languageName(code, locale)),
    locale,
  );
  return interpreter
    ? t("interpretationBy", { languages, name: isolate(interpreter, locale) })
    : t("interpretation", { languages });
}
