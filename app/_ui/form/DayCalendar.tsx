"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale } from "next-intl";
import { type RefObject, useId, useLayoutEffect, useRef } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from "react-aria-components/Calendar";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { formatLocale } from "@/lib/i18n/rules";
import type { Begins } from "./weekBegins";

export type CalendarProps = {
  /** The civil day that is chosen. */
  day: string | null;
  /** The one whose month is shown where none is chosen; else today's. */
  near: string | null;
  /** On which day a week begins where the days are told of a country whose weekend is known. */
  begins: Begins | undefined;
  title: string;
  close: string;
  beside: RefObject<HTMLElement | null>;
  onChoose: (day: string) => void;
  onClose: () => void;
};

/** Under the field where there is room, else over it; never beyond the edge of the window, whose pixels these are. */
function place(dialog: HTMLElement, beside: HTMLElement) {
  const field = beside.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const { clientWidth, clientHeight } = document.documentElement;
  const start = getComputedStyle(beside).direction === "rtl" ? field.right - width : field.left;
  const left = Math.max(8, Math.min(start, clientWidth - width - 8));
  const under = field.bottom + 4;
  const top = under + height <= clientHeight ? under : Math.max(8, field.top - height - 4);
  dialog.style.left = `${left}px`;
  dialog.style.top = `${Math.min(top, Math.max(8, clientHeight - height - 8))}px`;
}

type Picker = {
  "aria-label": string;
  value: string | number;
  onChange: (id: number) => void;
  items: { id: number; formatted: string }[];
};
/** The month or the year that is shown, to choose another. */
const Choice = (picker: Picker) => (
  <select
    aria-label={picker["aria-label"]}
    value={String(picker.value)}
    onChange={(event) => picker.onChange(Number(event.target.value))}
    className="input"
  >
    {picker.items.map((item) => (
      <option key={item.id} value={item.id}>
        {item.formatted}
      </option>
    ))}
  </select>
);

/** A month to choose a day from, on top of the page: by arrows, Page Up and Down, or by pressing it. Escape leaves it. */
export function DayCalendar({ day, near, begins, title, close, beside, onChoose, onClose }: CalendarProps) {
  const locale = useLocale();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    box.current!.showModal();
    place(box.current!, beside.current!);
  }, [beside]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: who presses beside it has Escape on a keyboard
    <dialog
      ref={box}
      className="day-calendar"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) box.current.close();
      }}
      // The form around it asks nothing of the month and year that are looked at.
      onChange={(event) => event.stopPropagation()}
    >
      <div className="day-month">
        <p id={id} className="day-title">
          {title}
        </p>
        {/* React Aria puts a style of its own into the page, which the page's policy refuses, unless it finds it there:
            it stands in days.css. */}
        <span id="react-aria-pressable-style" hidden />
        <I18nProvider locale={formatLocale(locale)}>
          <Calendar
            autoFocus
            aria-label={title}
            firstDayOfWeek={begins ?? (locale === "ar" ? "sun" : "mon")}
            defaultValue={day ? parseDate(day) : null}
            defaultFocusedValue={day ? undefined : near ? parseDate(near) : undefined}
            onChange={(chosen: CalendarDate) => {
              onChoose(chosen.toString());
              box.current!.close();
            }}
          >
            <div className="day-head">
              <Button slot="previous" className="day-turn">
                <ChevronLeft size={18} />
              </Button>
              <CalendarMonthPicker format="long">
                {(picker) => <Choice {...(picker as unknown as Picker)} />}
              </CalendarMonthPicker>
              <CalendarYearPicker visibleYears={24}>
                {(picker) => <Choice {...(picker as unknown as Picker)} />}
              </CalendarYearPicker>
              <Button slot="next" className="day-turn">
                <ChevronRight size={18} />
              </Button>
            </div>
            <CalendarGrid weekdayStyle="narrow">
              <CalendarGridHeader>
                {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="day-cell" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </I18nProvider>
        <button type="button" className="button" onClick={() => box.current!.close()}>
          {close}
        </button>
      </div>
    </dialog>
  );
}
