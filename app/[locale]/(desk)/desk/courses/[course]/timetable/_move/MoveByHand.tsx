"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { letterOf } from "@/app/_ui/kit/letterOf";
import { sessionLink } from "@/app/_ui/kit/sessionLink";
import { timeRange } from "@/lib/i18n/format";
import { minutesOf } from "@/lib/time/civil";
import { carrySteps, clashAt, type InTheWay, isSoft, landing, stepped } from "@/lib/timetable/rules/carry";
import { sheetAt, stepOf } from "./sheetAt";
import { takeUpEvent } from "./takenUp";
import { type Movable, type MoveDay, type TakenElsewhere, useCarry } from "./useCarry";
import "./carry.css";

const linkOf = (id: number) => document.getElementById(sessionLink(id));
const theSheet = () => document.querySelector<HTMLElement>(".tt-sheets");

/** Moving sessions on the sheet: with the mouse, with keys, and by single taps. All of it ends in the one command. */
export function MoveByHand({
  courseId,
  sessions,
  names,
  days,
  inTheWay,
}: {
  courseId: number;
  sessions: readonly Movable[];
  /** What those are called who train them or are asked to, by their keys. */
  names: Readonly<Record<number, string>>;
  days: readonly MoveDay[];
  inTheWay: InTheWay<TakenElsewhere>;
}) {
  const t = useTranslations("carry");
  const text = useErrorText();
  const locale = useLocale();
  const carry = useCarry(courseId, sessions, days, inTheWay, names);
  const { carried, fault, pending } = carry;
  const now = useRef(carry);
  now.current = carry;
  useMouse(sessions, now);
  useKeysAndTaps(sessions, days, now);
  const session = carried ? carry.find(carried.id) : undefined;
  // Ctrl Z waits for it.
  useEffect(() => {
    document.documentElement.toggleAttribute("data-saving", pending);
    return () => document.documentElement.removeAttribute("data-saving");
  }, [pending]);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault) question.current?.focus({ preventScroll: true });
  }, [fault]);
  const day = carried ? document.getElementById(`day-${carried.place.day}`) : null;
  const clash = carried ? clashAt(carried.place, carried.id, sessions, inTheWay) : null;
  const tone = clash ? (isSoft(clash) ? "attention" : "stop") : undefined;
  return (
    <>
      <p role="status" className="sr-only" data-carry="said">
        {carry.said}
      </p>
      {carried && session && carried.by === "keys" ? (
        <div className="carry-bar" data-tone={tone}>
          <p aria-hidden>
            {clash ? <TriangleAlert size={18} className="carry-sign" /> : null}
            <b>{session.called}</b> {carry.whereMet(carried.id, carried.place)}
          </p>
          {carried.down ? null : (
            <>
              <button
                type="button"
                className="button-main"
                onClick={() => carry.putDown(carried.id, carried.place)}
              >
                {t("putDown")}
              </button>
              <button type="button" className="button" onClick={carry.putBack}>
                {t("putBack")}
              </button>
            </>
          )}
        </div>
      ) : null}
      {carry.back && !fault ? (
        <div className="carry-bar">
          <p aria-hidden>{carry.back}</p>
          <button type="button" className="button" onClick={carry.hideBack}>
            {t("close")}
          </button>
        </div>
      ) : null}
      {fault ? (
        <div ref={question} role="alert" tabIndex={-1} className="carry-bar" data-tone="stop">
          <p>{text(fault.fields ? (Object.values(fault.fields)[0] ?? fault) : fault)}</p>
          {fault.code === "dayNotWorked" ? (
            <button type="button" className="button-main" onClick={carry.anyway}>
              {t("anyway")}
            </button>
          ) : null}
          {fault.code === "rearrangeOutside" ? (
            <a href={`/desk/courses/${courseId}/edit`} className="button">
              {t("changeDates")}
            </a>
          ) : null}
          <button type="button" className="button" onClick={() => linkOf(carry.dismiss())?.focus()}>
            {t("leave")}
          </button>
        </div>
      ) : null}
      {carried && day
        ? createPortal(
            <div
              aria-hidden
              className="tt-ghost"
              data-down={carried.down || undefined}
              data-meets={tone}
              style={
                {
                  "--at": minutesOf(carried.place.startsAt),
                  "--for": minutesOf(carried.place.endsAt) - minutesOf(carried.place.startsAt),
                } as CSSProperties
              }
            >
              <bdi>{timeRange(carried.place.startsAt, carried.place.endsAt, locale)}</bdi>
              {clash ? (
                <span>
                  <TriangleAlert size={13} className="carry-sign" /> {t(`sign.${clash.kind}`)}
                </span>
              ) : null}
            </div>,
            day,
          )
        : null}
    </>
  );
}

type Now = { current: ReturnType<typeof useCarry> };

/** The mouse drags, once it has come to the sheet: what that takes is loaded then. */
function useMouse(sessions: readonly Movable[], now: Now) {
  useEffect(() => {
    const sheet = theSheet();
    if (!sheet || !window.matchMedia("(hover: hover) and (pointer: fine)").matches) return;
    let end: (() => void) | null = null;
    let gone = false;
    const load = async () => {
      const { letDrag } = await import("./dragging");
      if (gone) return;
      end = letDrag(
        sheet,
        sessions.filter(({ held }) => !held),
        linkOf,
        {
          over: (id, place) => now.current.over(id, place, "mouse"),
          drop: (id, place) => (place ? now.current.putDown(id, place) : now.current.putBack()),
        },
      );
    };
    if (sheet.matches(":hover")) void load();
    else sheet.addEventListener("pointerenter", load, { once: true });
    return () => {
      gone = true;
      sheet.removeEventListener("pointerenter", load);
      end?.();
    };
  }, [sessions, now]);
}

/** Keys on a session of the sheet, a tap on a place of it, and what asks from elsewhere to take one up. */
function useKeysAndTaps(sessions: readonly Movable[], days: readonly MoveDay[], now: Now) {
  const carriedId = now.current.carried?.id;
  useEffect(() => {
    const sheet = theSheet();
    if (!sheet) return;
    const onTakeUp = (event: Event) => {
      const id = (event as CustomEvent<number>).detail;
      now.current.take(id);
      linkOf(id)?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const { carried, fault, back } = now.current;
      if (event.key === "Escape" && !carried && (fault || back)) {
        event.preventDefault();
        if (fault) linkOf(now.current.dismiss())?.focus();
        else now.current.hideBack();
        return;
      }
      const link = (event.target as Element).closest?.<HTMLElement>(".tt-block");
      if (!carried) {
        const on = sessions.find(({ id }) => link?.id === sessionLink(id));
        if (!on || event.shiftKey || letterOf(event) !== "m") return;
        event.preventDefault();
        now.current.take(on.id);
        return;
      }
      if (carried.down) return;
      if (event.key === "Escape") {
        event.preventDefault();
        now.current.putBack();
        linkOf(carried.id)?.focus();
      }
      if (link?.id !== sessionLink(carried.id)) return;
      if (event.key === "Enter") {
        event.preventDefault();
        now.current.putDown(carried.id, carried.place);
        return;
      }
      const step = stepOf(event, getComputedStyle(sheet).direction === "rtl");
      if (!step) return;
      event.preventDefault();
      const place = stepped(
        carried.place,
        step,
        days.map(({ day }) => day),
      );
      if (place) now.current.over(carried.id, place, "keys");
      else now.current.sayEdge();
    };
    const onTap = (event: MouseEvent) => {
      const { carried } = now.current;
      if (!carried || carried.down || !sheet.contains(event.target as Node)) return;
      // Enter on a link clicks it too; a tap has a place.
      if (event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const at = sheetAt(sheet, event.clientX, event.clientY);
      if (!at) return;
      const step = carrySteps.usual;
      const tapped = Math.floor(at.minute / step) * step;
      now.current.putDown(carried.id, landing(carried.place, at.day, tapped, step));
    };
    window.addEventListener(takeUpEvent, onTakeUp);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onTap, true);
    return () => {
      window.removeEventListener(takeUpEvent, onTakeUp);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onTap, true);
    };
  }, [sessions, days, now]);
  // What is in the hand is seen where it was, and where it goes.
  useEffect(() => {
    const row = carriedId === undefined ? null : document.getElementById(`session-${carriedId}`);
    row?.setAttribute("data-carried", "");
    document.documentElement.toggleAttribute("data-carrying", row !== null);
    return () => {
      row?.removeAttribute("data-carried");
      document.documentElement.removeAttribute("data-carrying");
    };
  }, [carriedId]);
  const { carried } = now.current;
  useEffect(() => {
    // The mouse is where it is: what moves under it lands elsewhere.
    if (carried?.by === "keys") document.querySelector(".tt-ghost")?.scrollIntoView({ block: "nearest" });
  }, [carried]);
}
