"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useDock } from "./dock";

/** What a panel shows, and where its ways lead: all of them are addresses, so that it works without JavaScript. */
export type PanelProps = {
  /** What is shown, the same as `id` of the row's link: the focus goes back there. */
  row: string;
  /** Where one is in the list: "15 of 26". */
  place?: ReactNode;
  title: ReactNode;
  /** Beneath the title. */
  under?: ReactNode;
  previous?: string | undefined;
  next?: string | undefined;
  /** The list without a panel. */
  close: string;
  /** Buttons, stuck to the foot. */
  actions?: ReactNode;
  children: ReactNode;
};

/** How long a finger or a mouse does not reach the buttons of a row that came in the place of another; keys do. */
const freshMs = 1500;

/**
 * One row of a list in full, beside it (`BesidePanel`). It takes the focus when it opens or shows another row, gives it
 * back to the row when it is closed (to the first one where that is no longer listed), and Escape closes it.
 */
export function SidePanel({
  row,
  place,
  title,
  under,
  previous,
  next,
  close,
  actions,
  children,
}: PanelProps) {
  const t = useTranslations("parts");
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useDock(foot, Boolean(actions));
  const shown = useRef(row);
  /** When this row came in the place of another, by the page's clock. */
  const came = useRef(Number.NEGATIVE_INFINITY);
  useLayoutEffect(() => {
    if (shown.current !== row) came.current = performance.now();
    shown.current = row;
  }, [row]);
  /** What is pressed once more, for the row before, must not fall on this one's buttons in the same spot. */
  const keepOff = (event: MouseEvent) => {
    // A key presses without a finger or a mouse.
    if (event.detail === 0 || performance.now() - came.current > freshMs) return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    // Named here so that another row is one to arrive at.
    if (!row) return;
    heading.current?.focus({ preventScroll: true });
    // In the place of the list it begins at its head, however long it is; so does one as high as the window, whose head may
    // be above it where the list was read to its end.
    const alone = window.matchMedia("(max-width: 47.9rem)").matches;
    const above = (panel.current?.getBoundingClientRect().top ?? 0) < 0;
    panel.current?.scrollIntoView({ block: alone || above ? "start" : "nearest" });
  }, [row]);
  useEffect(
    () => () => {
      const list = document.querySelector<HTMLElement>(".beside-panel-list");
      (document.getElementById(shown.current) ?? list?.querySelector<HTMLElement>(".tbl-link"))?.focus();
    },
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // A dialog on top of it is closed first.
      if (event.target instanceof Element && event.target.closest(".dialog-modal")) return;
      event.preventDefault();
      router.push(close, { scroll: false });
    };
    // After whatever listens nearer: a menu that Escape closes says so.
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [close, router]);
  return (
    <aside ref={panel} className="panel" aria-labelledby="panel-title" data-kit="panel">
      <div className="panel-bar">
        <p className="panel-place">{place}</p>
        <PanelLink href={previous} label={t("previous")}>
          <ChevronLeft size={20} className="mirrored" />
        </PanelLink>
        <PanelLink href={next} label={t("next")}>
          <ChevronRight size={20} className="mirrored" />
        </PanelLink>
        <PanelLink href={close} label={t("closePanel")}>
          <X size={20} />
        </PanelLink>
      </div>
      {/* It scrolls by itself, so that the keyboard has to reach it. */}
      <section className="panel-body" tabIndex={0} aria-labelledby="panel-title">
        <div>
          <h2 ref={heading} id="panel-title" tabIndex={-1} className="panel-title">
            {title}
          </h2>
          {under ? <div className="quiet">{under}</div> : null}
        </div>
        {children}
      </section>
      {actions ? (
        <div ref={foot} className="panel-foot" onClickCapture={keepOff}>
          {actions}
        </div>
      ) : null}
    </aside>
  );
}

/** One of the ways at its head; where it leads nowhere its place stays empty, so that the others do not move. */
function PanelLink({
  href,
  label,
  children,
}: {
  href: string | undefined;
  label: string;
  children: ReactNode;
}) {
  if (href === undefined)
    return (
      <span className="panel-link" aria-hidden>
        {children}
      </span>
    );
  return (
    <Link href={href} scroll={false} prefetch={false} className="panel-link" aria-label={label}>
      {children}
    </Link>
  );
}
