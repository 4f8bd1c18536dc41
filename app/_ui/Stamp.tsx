import { useLocale } from "next-intl";
import { moment } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { zoneCity } from "@/lib/i18n/zoneNames";

/** When something was done (an instant in ms), by the clock of a zone, and whose clock that is: its reader may be elsewhere. */
export function Stamp({ at, zone }: { at: number; zone: string }) {
  const locale = useLocale() as Locale;
  return (
    <bdi className="kept">
      {moment(at, zone, locale)} ({isolate(zoneCity(zone, locale), locale)})
    </bdi>
  );
}
