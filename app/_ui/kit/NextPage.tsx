import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";

/** The link to the rest of a long list. */
export function NextPage({ href }: { href: string }) {
  const t = useTranslations("frame");
  return (
    <p className="mt-4">
      <a href={href} className="button">
        {t("more")}
        <ArrowRight size={18} className="mirrored" />
      </a>
    </p>
  );
}
