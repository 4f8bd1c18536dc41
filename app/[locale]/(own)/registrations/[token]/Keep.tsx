import { CalendarPlus, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";

/** How to find the page again: its link to send or to copy, and the days for one's calendar. */
export function Keep({
  title,
  address,
  calendar,
  ended,
}: {
  title: string;
  address: string;
  calendar: string | null;
  /** True where no certificate can come of it any more. */
  ended: boolean;
}) {
  const t = useTranslations("follow");
  const share = useTranslations("reach.share");
  return (
    <section className="grid gap-3">
      <h2>{t("keep")}</h2>
      <p className="quiet">{t(ended ? "keepEnded" : "keepAddress")}</p>
      <div className="flex flex-wrap gap-3">
        <a
          href={`https://wa.me/?text=${encodeURIComponent(`${title}\n${address}`)}`}
          target="_blank"
          rel="noreferrer"
          className="button"
        >
          <MessageCircle size={18} aria-hidden />
          {t("whatsapp")}
        </a>
        <CopyText text={address} label={t("copy")} done={t("copied")} />
        {calendar ? (
          <a href={calendar} className="button">
            <CalendarPlus size={18} aria-hidden />
            {t("calendar")}
          </a>
        ) : null}
      </div>
      {/* Without scripts it is to be read off, or selected. */}
      <p className="quiet print:hidden">
        {share("link")}{" "}
        <bdi dir="ltr" className="break-all select-all">
          {address}
        </bdi>
      </p>
    </section>
  );
}
