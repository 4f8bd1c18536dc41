import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { readsUntil } from "@/lib/access/rules";
import { fullDay } from "@/lib/i18n/format";

/** That a programme has ended, until when it is still read, and how it goes on; nothing before. */
export function Ended({ endsOn, today }: { endsOn: string | null; today: string }) {
  const locale = useLocale();
  const t = useTranslations("programmes");
  if (endsOn === null || today <= endsOn) return null;
  const [day, until] = [fullDay(endsOn, locale), fullDay(readsUntil(endsOn), locale)];
  return (
    <Notice tone="attention">
      {t(today <= readsUntil(endsOn) ? "hasEnded" : "hasLongEnded", { day, until })}
    </Notice>
  );
}
