import { Video } from "lucide-react";
import { useTranslations } from "next-intl";

/** Where an online session is joined; the page behind it does not learn from where. `called` tells it from others beside it. */
export function JoinLink({ link, called }: { link: string; called: string }) {
  const t = useTranslations("online");
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-2 min-h-11 font-semibold"
    >
      <Video size={18} aria-hidden />
      {t("join")}
      <span className="sr-only"> {called}</span>
    </a>
  );
}
