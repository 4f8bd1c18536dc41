"use client";

import { CalendarDays } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import {
  type ComponentProps,
  type ComponentType,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { weekdayShort } from "@/lib/i18n/format";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";
import type { CalendarProps } from "./DayCalendar";
import { dayInField } from "./dayInField";
import { useInBrowser } from "./useInBrowser";
import { WeekBegins } from "./weekBegins";
import "./days.css";

type Props = Omit<ComponentProps<"input">, "type" | "defaultValue" | "value" | "className"> & {
  /** What it holds: a civil day, what was typed where that is none, or nothing. */
  day: string;
  /** What it is called, for whoever hears its button and calendar. */
  called: string;
  /** The day whose month the calendar shows while the field is empty. */
  near?: string;
  /** Called with what it holds now; `early` where it was typed before the scripts came. */
  onDay?: (day: string, early: boolean) => void;
};

/**
 * A day to type as people of the page's language write it, or to choose from a calendar, which is loaded as it is opened.
 * Its own browser's field would speak the browser's language. Without JavaScript it is a line of text, read by the same rule.
 */
export function DayInput({ day, called, near, onDay, children, ...props }: Props) {
  const locale = useLocale();
  const t = useTranslations("days");
  const inBrowser = useInBrowser();
  const begins = useContext(WeekBegins);
  const weekdayId = useId();
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [held, setHeld] = useState(day);
  const [Calendar, setCalendar] = useState<ComponentType<CalendarProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = (said: string) => (isCivilDay(said) ? dayInField(said, locale) : said);
  const take = (typed: string, early = false) => {
    setHeld(readDay(typed));
    onDay?.(readDay(typed), early);
  };
  const mounted = useRef(false);
  const follow = () => {
    const input = field.current!;
    if (!mounted.current && input.value !== input.defaultValue) take(input.value, true);
    else if (readDay(input.value) !== day) {
      input.value = shown(day);
      setHeld(day);
    }
    mounted.current = true;
  };
  // Only what comes from elsewhere (a draft, a newer state of the row) is put over what is typed.
  // In the commit that takes the field over, as a time is (`TimeField`).
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the day alone
  useLayoutEffect(follow, [day]);
  const open = () =>
    import("./DayCalendar").then(
      (loaded) => setCalendar(() => loaded.DayCalendar),
      () => setFailed(true),
    );
  const choose = (chosen: string) => {
    const input = field.current!;
    // As if it had been typed, so that whatever listens to the field and its form hears of it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input, shown(chosen));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const weekday = isCivilDay(held) ? weekdayShort(held, locale) : null;
  return (
    <div className={inBrowser ? "day-field day-field-opens" : "day-field"}>
      <input
        placeholder={t("typedAs")}
        autoComplete="off"
        {...props}
        ref={field}
        type="text"
        inputMode="numeric"
        defaultValue={shown(day)}
        onChange={(event) => take(event.target.value)}
        onBlur={(event) => {
          event.target.value = shown(readDay(event.target.value));
          props.onBlur?.(event);
        }}
        aria-describedby={
          [props["aria-describedby"], weekday ? weekdayId : null].filter(Boolean).join(" ") || undefined
        }
        className="input"
      />
      {weekday ? (
        <span id={weekdayId} className="day-weekday">
          {weekday}
        </span>
      ) : null}
      {inBrowser ? (
        <button
          ref={opener}
          type="button"
          className="day-open"
          aria-haspopup="dialog"
          aria-label={t("open", { field: called })}
          onClick={open}
        >
          <CalendarDays size={18} />
        </button>
      ) : null}
      {children}
      {failed ? (
        <p role="alert" className="day-failed">
          {t("noCalendar")}
        </p>
      ) : null}
      {Calendar ? (
        <Calendar
          day={isCivilDay(held) ? held : null}
          near={near && isCivilDay(near) ? near : null}
          begins={begins}
          title={t("choose", { field: called })}
          close={t("close")}
          beside={field}
          onChoose={choose}
          onClose={() => {
            setCalendar(null);
            opener.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
