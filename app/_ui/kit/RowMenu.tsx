import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Popovers } from "./Popovers";
import "./popover.css";

/**
 * What can be done with one row, always to be seen at its end. What is dangerous comes last, after a rule. Each is a link or
 * a button within `li`.
 */
export function RowMenu({
  of,
  danger,
  children,
}: {
  /** What the row is of, for whoever hears the button alone. */
  of: string;
  /** Links or buttons that take something away. */
  danger?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("list");
  return (
    // It may stand open before React takes the page over: what somebody opened is no mismatch, and stays open. So in every fold.
    <details className="pop rowmenu" data-popover suppressHydrationWarning>
      <summary className="rowmenu-open" title={t("rowMenu", { name: of })}>
        <Ellipsis size={18} aria-hidden />
        <span className="sr-only">{t("rowMenu", { name: of })}</span>
      </summary>
      <ul className="pop-list pop-end">
        {children}
        {danger ? <li className="pop-rule" aria-hidden /> : null}
        {danger}
      </ul>
      <Popovers />
    </details>
  );
}

/** One entry of a menu. */
export function MenuItem({ stop = false, children }: { stop?: boolean; children: ReactNode }) {
  return <li className={stop ? "pop-item pop-stop" : "pop-item"}>{children}</li>;
}
