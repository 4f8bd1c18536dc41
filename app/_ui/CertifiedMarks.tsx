import { useTranslations } from "next-intl";
import { type DoubtedFor, isDoubted } from "@/lib/stages/rules/doubted";
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

/**
 * The marks of all that somebody is certified for with a tool. Where several ends are said of it, each with its modules, those of one
 * certification stand there instead (`EndMarks`).
 */
export function WayMarks({
  way: { before, byException, doubted },
  several,
}: {
  way: { before: boolean; byException: boolean; doubted: DoubtedFor };
  several: boolean;
}) {
  return (
    <CertifiedMarks
      before={before && !several}
      byException={byException}
      doubted={doubted !== null && !several}
    />
  );
}

/** The marks of one of several ends of a tool. */
export function EndMarks({
  end: { codes, before },
  doubted,
}: {
  end: { codes: readonly string[]; before: boolean };
  doubted: DoubtedFor;
}) {
  return <CertifiedMarks before={before} byException={false} doubted={isDoubted(doubted, codes)} />;
}
