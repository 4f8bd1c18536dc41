import { getLocale, getTranslations } from "next-intl/server";
import { apartInWords } from "@/app/_ui/apart";
import { outlookSaid } from "@/app/_ui/outlook";
import type { Roll } from "@/lib/attendance/queries";
import { clockTime, dayAndMonth, fullDay } from "@/lib/i18n/format";
import { nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { dayAt } from "@/lib/time/zone";
import type { RollRow } from "./RollLine";

/** The people of a roll as its sheet shows them, with what is said of each ready to read. */
export async function rollRows({ session, people }: Roll): Promise<RollRow[]> {
  const locale = await getLocale();
  const t = await getTranslations("rolls");
  const said = await outlookSaid();
  const apartSaid = await apartInWords();
  const enteredAt = (at: number) =>
    dayAt(at, session.zone) === session.day
      ? clockTime(at, locale, session.zone)
      : dayAndMonth(dayAt(at, session.zone), locale);
  return inOrderAsRead(people, (person) => nameFor(person, locale)).map((person) => ({
    id: person.registrationId,
    name: person.name,
    called: nameFor(person, locale),
    latinName: person.latinName,
    apart: apartSaid(person.apart),
    organisation: person.organisation,
    needs: person.needs,
    state: person.state,
    lateMinutes: person.state === "late" ? person.lateMinutes : null,
    entered:
      person.enteredAt === null
        ? null
        : t("entered", {
            by: person.enteredBy ? nameFor(person.enteredBy, locale) : t("somebody"),
            at: enteredAt(person.enteredAt),
          }),
    outlook: person.outlook && said(person.outlook).short,
    joined:
      person.joinedLater && person.placeSince !== null
        ? t("joined", { day: fullDay(dayAt(person.placeSince, session.zone), locale) })
        : null,
  }));
}
