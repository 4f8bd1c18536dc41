"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { placeOfDraft } from "@/app/_ui/form/draftPlaces";
import { Submit } from "@/app/_ui/form/fields";
import { keptDrafts } from "@/app/_ui/form/keptDrafts";
import { countMarks } from "../_marks/countMarks";
import { SignOutForm } from "./forms";

/** Why sending left something, and the page on which the first of it waits. */
type Left = { why: "noNetwork" | "notSent"; roll: string | null };

/** What this device keeps of an account that has not been sent. */
type Unsent = { marks: number; drafts: readonly string[] };

/**
 * The way out. Where this device keeps marks or texts that have not been sent, it says so first: marks stay for when one signs
 * in here again, texts go. Without JavaScript nothing is kept, and it signs out at once.
 */
export function SignOut({
  account,
  className,
  children,
}: {
  account: number;
  className?: string;
  /** What is written on the button. */
  children: ReactNode;
}) {
  const t = useTranslations("signOut");
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const [sending, setSending] = useState(false);
  const said = useRef<HTMLElement>(null);
  const asked = unsent !== null;
  const count = useCallback(
    (): Unsent => ({ marks: countMarks(account), drafts: keptDrafts(String(account)) }),
    [account],
  );
  useEffect(() => {
    if (!asked) return;
    said.current?.focus();
    // Marks may be on their way already, sent by the page itself: what is said of them stays true.
    const timer = setInterval(() => setUnsent(count()), 1000);
    return () => clearInterval(timer);
  }, [asked, count]);
  const send = async () => {
    setSending(true);
    setLeft(null);
    let roll: string | null = null;
    try {
      const { keeperOf } = await import("../_marks/rollKeeper");
      const keeper = keeperOf(account);
      await keeper.flush();
      const waits = keeper.all().find(({ marks }) => marks.size > 0);
      roll = waits ? `/desk/courses/${waits.courseId}/roll/${waits.sessionId}` : null;
    } catch {
      // Without a network what sends does not come either: what is left is said below.
    }
    const now = count();
    setUnsent(now);
    setSending(false);
    if (now.marks > 0)
      setLeft(navigator.onLine ? { why: "notSent", roll } : { why: "noNetwork", roll: null });
  };
  if (unsent === null)
    return (
      <div
        className={className}
        onSubmitCapture={(event) => {
          const found = count();
          if (found.marks + found.drafts.length === 0) return;
          event.preventDefault();
          event.stopPropagation();
          setUnsent(found);
        }}
      >
        <SignOutForm>
          <Submit tone="quiet" busy={t("signingOut")}>
            {children}
          </Submit>
        </SignOutForm>
      </div>
    );
  const rest = unsent.marks + unsent.drafts.length;
  return (
    <section ref={said} tabIndex={-1} aria-label={t("title")} className="card grid gap-3">
      {unsent.marks > 0 ? <p>{t("marks", { count: unsent.marks })}</p> : null}
      {unsent.drafts.length > 0 ? <p>{t("drafts", { count: unsent.drafts.length })}</p> : null}
      <ul className="empty:hidden">
        {unsent.drafts.map((key) => {
          const place = placeOfDraft(key);
          return place ? (
            <li key={key}>
              <a href={place.href} className="min-h-11 inline-flex items-center">
                {t(`forms.${place.form}`)}
              </a>
            </li>
          ) : null;
        })}
      </ul>
      {rest === 0 ? <p role="status">{t("allSent")}</p> : null}
      <div role="alert" className="empty:hidden">
        {left && unsent.marks > 0 ? (
          <p className="rounded-card bg-stop-tint text-stop p-3">
            {t(left.why)} {left.roll ? <a href={left.roll}>{t("openRoll")}</a> : null}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-3">
        {unsent.marks > 0 ? (
          <button type="button" className="button-main" onClick={send} disabled={sending}>
            {t(sending ? "sending" : "sendNow")}
          </button>
        ) : null}
        <SignOutForm>
          <Submit tone={rest > 0 ? "stop" : "quiet"} busy={t("signingOut")}>
            {rest > 0 ? t("allTheSame") : children}
          </Submit>
        </SignOutForm>
      </div>
    </section>
  );
}
