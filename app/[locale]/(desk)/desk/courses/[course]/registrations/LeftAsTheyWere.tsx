import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { PersonName } from "@/app/_ui/PersonName";
import { Stamp } from "@/app/_ui/Stamp";
import { colon, dotBetween } from "@/lib/i18n/rules";
import type { happenedTo } from "@/lib/registrations/queries";

/** Who was not decided on with the others, because something had happened to them since the page was shown: what, and by whom. */
export function LeftAsTheyWere({ of, zone }: { of: ReturnType<typeof happenedTo>; zone: string }) {
  const locale = useLocale();
  const t = useTranslations("sinceThen");
  const states = useTranslations("registrationState");
  if (of.length === 0) return null;
  return (
    <div role="status">
      <Notice tone="attention" title={t("left", { count: of.length })}>
        <ul>
          {of.map(({ id, name, latinName, state, by, byLatin, own, at }) => (
            <li key={id}>
              <PersonName name={name} latinName={latinName} inLine />
              {colon(locale)}
              {states(state)}
              {by ? (
                <>
                  {dotBetween}
                  {own ? t("byYou") : <PersonName name={by} latinName={byLatin} inLine />}
                </>
              ) : null}
              {dotBetween}
              <Stamp at={at} zone={zone} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
