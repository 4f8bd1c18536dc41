import { useTranslations } from "next-intl";
import { Badge } from "./kit/Badge";

/**
 * What is out of the ordinary in how somebody came to be certified: by a certification from before, by an exception; and that it is
 * decided on anew, as something on which it rests was struck out. It stands
 * wherever it is said that somebody is certified; nothing of whoever came to it as all do.
 */
export function CertifiedMarks({
  before,
  byException,
  doubted,
}: {
  before: boolean;
  byException: boolean;
  /** Said to those who work with trainers, not to the public, which reads what was decided. */
  doubted: boolean;
}) {
  const t = useTranslations("renewal");
  return (
    <>
      {before ? <Badge tone="neutral">{t("from")}</Badge> : null}
      {doubted ? <Badge tone="attention">{t("doubted")}</Badge> : null}
      {byException ? <Badge tone="attention">{t("exception")}</Badge> : null}
    </>
  );
}
