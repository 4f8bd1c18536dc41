import { useTranslations } from "next-intl";
import { addressIn } from "@/app/_server/shared";
import { CopyText } from "@/app/_ui/CopyText";
import type { CourseWords } from "@/app/_words/course";
import type { Locale } from "@/lib/i18n/rules";
import { SendButton } from "./SendButton";

/** Passes the course on, in the language in which it is read: by what the phone offers, by WhatsApp, or as a link to copy. */
export function Share({ slug, words, locale }: { slug: string; words: CourseWords; locale: Locale }) {
  const t = useTranslations("reach");
  const link = addressIn(`/courses/${slug}`, locale);
  const lines = [
    words.title,
    words.standing,
    t("course.dated", { dates: words.dates, place: words.place }),
    words.applyBy,
  ].filter(Boolean);
  const text = [...lines, link].join("\n");
  return (
    <section className="grid gap-3 print:hidden">
      <h2>{t("share.title")}</h2>
      <div className="flex flex-wrap gap-3">
        <SendButton title={words.title} text={lines.join("\n")} link={link} label={t("share.send")} />
        <a
          className="button"
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t("share.whatsApp")}
        </a>
        <CopyText text={link} label={t("share.copy")} done={t("share.copied")} />
      </div>
      <p className="quiet">
        {t("share.link")}{" "}
        <bdi dir="ltr" className="break-all select-all">
          {link}
        </bdi>
      </p>
    </section>
  );
}
