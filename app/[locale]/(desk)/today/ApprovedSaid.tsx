import { useLocale, useTranslations } from "next-intl";
import { moment } from "@/lib/i18n/format";
import { inLanguage, isolate, nameInSentence, type PersonsNames, type Translated } from "@/lib/i18n/rules";

type Approved = {
  title: Translated;
  by: PersonsNames | null;
  /** True where the viewer approved it themselves. */
  own: boolean;
  byHand: boolean;
  approvedAt: number;
  zone: string;
};

/** That a workshop is approved, and by whom; to whoever was about to turn it down (`refused`), that they did not, and since when. */
export function ApprovedSaid({ workshop, refused }: { workshop: Approved; refused: boolean }) {
  const locale = useLocale();
  const t = useTranslations("workshop");
  const { title, by, own, byHand, approvedAt, zone } = workshop;
  const course = isolate(inLanguage(title, locale).text, locale);
  const name = by ? nameInSentence(by, locale) : "";
  if (refused) {
    const who = own ? "own" : by ? "named" : "other";
    return t("notTurnedDown", { course, by: who, name, when: moment(approvedAt, zone, locale) });
  }
  if (own) return t("approvedNow", { course, byHand: byHand ? "yes" : "no" });
  return by ? t("approvedMeanwhile", { course, name }) : t("approvedAtOnce", { course });
}
