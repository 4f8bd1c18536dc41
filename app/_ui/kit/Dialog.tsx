"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react";
import { useInBrowser } from "../form/useInBrowser";
import "./dialog.css";

const CloseContext = createContext<() => void>(() => {});

/**
 * A question before what no undo can mend: a title that asks, what will happen with its numbers, and buttons that are
 * verbs. Without JavaScript it is a fold, with the same form in it.
 */
export function Dialog({
  trigger,
  look = "button",
  title,
  will,
  asked = false,
  children,
}: {
  /** What is written on the button that asks; it ends with … where the dialog asks further. */
  trigger: ReactNode;
  /** How that button looks. */
  look?: string;
  /** The question. */
  title: string;
  /** What will happen, a line each. */
  will: readonly ReactNode[];
  /** True where it was asked for on the way here: it is open at once. */
  asked?: boolean;
  /** The form that does it, with `DialogFoot` at its end; or that alone, where the dialog stands in the form. */
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const details = fold.current;
    const dialog = box.current;
    if (!details || !dialog) return;
    const follow = () => {
      if (!details.open || dialog.classList.contains("dialog-modal")) return;
      // It stands open in its fold for whoever has no scripts; with them it is put on top of the page.
      dialog.removeAttribute("open");
      dialog.classList.add("dialog-modal");
      dialog.showModal();
      heading.current?.focus();
    };
    const closed = () => {
      if (!dialog.classList.contains("dialog-modal")) return;
      dialog.classList.remove("dialog-modal");
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    const outside = (event: MouseEvent) => {
      if (event.target !== dialog) return;
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      if (x < left || x > right || y < top || y > bottom) dialog.close();
    };
    // Where it stands in the form that it asks about, what comes of that is shown on the page.
    const form = dialog.parentElement?.closest("form");
    const sent = () => {
      if (dialog.classList.contains("dialog-modal")) dialog.close();
    };
    follow();
    form?.addEventListener("submit", sent);
    details.addEventListener("toggle", follow);
    dialog.addEventListener("close", closed);
    dialog.addEventListener("mousedown", outside);
    return () => {
      form?.removeEventListener("submit", sent);
      details.removeEventListener("toggle", follow);
      dialog.removeEventListener("close", closed);
      dialog.removeEventListener("mousedown", outside);
    };
  }, []);
  return (
    <details ref={fold} open={asked} className="dialog-fold" data-kit="dialog">
      <summary className={look}>{trigger}</summary>
      <dialog ref={box} open className="dialog" aria-labelledby={id}>
        <h2 ref={heading} id={id} tabIndex={-1} className="dialog-title">
          {title}
        </h2>
        {will.length > 0 ? (
          <ul className="dialog-will">
            {will.map((line, i) => (
              // The lines stand in one order for as long as the dialog is there.
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
              <li key={i}>{line}</li>
            ))}
          </ul>
        ) : null}
        <CloseContext value={() => box.current?.close()}>{children}</CloseContext>
      </dialog>
    </details>
  );
}

/** The buttons of a dialog: the way back, and the verb that does it. */
export function DialogFoot({ children }: { children: ReactNode }) {
  const t = useTranslations("parts");
  const inBrowser = useInBrowser();
  const close = useContext(CloseContext);
  return (
    <div className="dialog-foot">
      {/* Without JavaScript the fold's own head closes it. */}
      {inBrowser ? (
        <button type="button" className="button" onClick={close}>
          {t("notNow")}
        </button>
      ) : null}
      {children}
    </div>
  );
}
