import { useLocale } from "next-intl";
import { languageTold, runsIn } from "@/lib/i18n/rules";

/**
 * What somebody wrote as it is: a name, an organisation, a room, a reason. Set apart, whatever its direction; where its
 * letters tell another language than the page's, a screen reader is told too.
 */
export function Written({
  children,
  className,
}: {
  children: string | null | undefined;
  className?: string;
}) {
  const locale = useLocale();
  const told = languageTold(children ?? "");
  return (
    <bdi
      lang={told && told !== locale ? told : undefined}
      dir={runsIn(children ?? "", locale)}
      className={className}
    >
      {children}
    </bdi>
  );
}
