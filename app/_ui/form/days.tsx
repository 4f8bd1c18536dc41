"use client";

import { useLocale } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { fullDay } from "@/lib/i18n/format";
import { isCivilDay, isCivilTime, minutesOf } from "@/lib/time/civil";
import { timeOf } from "@/lib/time/timeOf";
import { readTime } from "@/lib/time/typed";
import { DayInput } from "./DayInput";
import { useFrame } from "./frame";
import { type FieldProps, Labelled } from "./Labelled";
import { asText, useField } from "./useField";
import { useInBrowser } from "./useInBrowser";

/**
 * What ties a field of text that means one value to its form: the form holds the value, the field what is typed. Without
 * react-hook-form's `useController`, which would come along with every form, also that of registration (1.2 KB).
 */
function useTold(name: string) {
  const { before } = useFrame();
  const { register, setValue } = useFormContext();
  const { onChange } = register(name);
  const tell = (value: string) => void onChange({ target: { name, value }, type: "change" });
  const early = (came: string, now: string) => {
    before.set(name, came);
    setValue(name, now);
  };
  return { value: asText(useWatch({ name })), tell, early };
}

/** Without JavaScript what is typed is posted as it is: this says by which rule to read it. */
function TypedAs({ listed, name }: { listed: "typedDays" | "typedTimes"; name: string }) {
  return useInBrowser() ? null : <input type="hidden" name={`${listed}[]`} value={name} readOnly />;
}

type DayProps = Omit<FieldProps, "label"> & {
  label: string;
  /** A day, or another field of one, whose month the calendar begins with while this one is empty. */
  near?: string;
};

/** A day. The form holds and sends it as yyyy-mm-dd; it is shown and typed as the page's language writes it. */
export function DayField({ name, label, hint, optional, near }: DayProps) {
  const locale = useLocale();
  const field = useField(name, hint, label);
  const { value, tell, early } = useTold(name);
  const watched = asText(useWatch({ name: near ?? name }));
  const nearby = near && isCivilDay(near) ? near : watched;
  useFrame().spoken.set(name, (said) =>
    isCivilDay(asText(said)) ? fullDay(asText(said), locale) : asText(said),
  );
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <DayInput
        {...field.props}
        name={name}
        called={label}
        day={value}
        near={nearby}
        onDay={(day, typedEarly) => (typedEarly ? early(asText(field.initial), day) : tell(day))}
      >
        <TypedAs listed="typedDays" name={name} />
      </DayInput>
    </Labelled>
  );
}

const quarter = 15;
/** The next quarter of an hour, or the one before, within the day. */
const turned = (time: string, by: 1 | -1) => {
  const at = (by > 0 ? Math.floor : Math.ceil)(minutesOf(time) / quarter) + by;
  return timeOf(Math.min(Math.max(at, 0) * quarter, 24 * 60 - quarter));
};

/** A time of day of 24 hours, HH:MM in every language; "9" and "9h30" are read too, and the arrows go by quarters of an hour. */
export function TimeField({ name, label, hint, optional }: FieldProps) {
  const field = useField(name, hint, label);
  const { value, tell, early } = useTold(name);
  const input = useRef<HTMLInputElement>(null);
  const mounted = useRef(false);
  const follow = () => {
    const { current } = input;
    if (!mounted.current && current!.value !== current!.defaultValue)
      early(asText(field.initial), readTime(current!.value));
    else if (readTime(current!.value) !== value) current!.value = value;
    mounted.current = true;
  };
  // In the commit that takes the field over: a press on the button may come before an effect, and sent what the field came with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what the form holds alone
  useLayoutEffect(follow, [value]);
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        {...field.props}
        ref={input}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="00:00"
        defaultValue={asText(field.initial)}
        className="input time-field"
        onChange={(event) => tell(readTime(event.target.value))}
        onBlur={(event) => {
          event.target.value = readTime(event.target.value);
        }}
        onKeyDown={(event) => {
          const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : null;
          const now = readTime(event.currentTarget.value);
          if (by === null || event.altKey || event.ctrlKey || event.metaKey || !isCivilTime(now)) return;
          event.preventDefault();
          tell(turned(now, by));
        }}
      />
      <TypedAs listed="typedTimes" name={name} />
    </Labelled>
  );
}
