"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useLayoutEffect } from "react";
import { useFormContext } from "react-hook-form";
import { dotBetween, languageOfField } from "@/lib/i18n/rules";
import { useFrame } from "./frame";
import { ErrorLine, type FieldProps, Labelled } from "./Labelled";
import { Tick, Ticks } from "./ticks";
import { asText, useField, useNative } from "./useField";

type Input = FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "date" | "time" | "number" | "search";
  autoComplete?: string;
  inputMode?: "numeric" | "decimal" | "tel" | "email";
  list?: string;
  dir?: "auto" | "ltr";
};

/** One line of text. */
export function TextField({ name, label, hint, optional, type = "text", dir = "auto", ...more }: Input) {
  const field = useField(name, hint, label);
  const { unkept } = useFrame();
  if (type === "password") unkept.add(name);
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        {...field.props}
        {...useNative(name)}
        {...more}
        type={type}
        dir={type === "password" ? "ltr" : dir}
        lang={languageOfField(name)}
        defaultValue={asText(field.initial)}
        className="input"
      />
    </Labelled>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, rows = 3 }: FieldProps & { rows?: number }) {
  const field = useField(name, hint, label);
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <textarea
        {...field.props}
        {...useNative(name)}
        rows={rows}
        dir="auto"
        lang={languageOfField(name)}
        defaultValue={asText(field.initial)}
        className="input"
      />
    </Labelled>
  );
}

export type Option = { value: string; label: string; group?: string };

/** What is chosen can be kept also where it is no longer offered: else opening and saving a form would change it. */
const withChosen = (options: Option[], chosen: string[]): Option[] => [
  ...options,
  ...chosen
    .filter((value) => value !== "" && !options.some((o) => o.value === value))
    .map((value) => ({ value, label: value })),
];

/** Says what is chosen by its label, where it is named elsewhere than beside its field. */
function useSpoken(name: string, options: readonly Option[]) {
  useFrame().spoken.set(name, (said) =>
    [said]
      .flat()
      .map(asText)
      .map((value) => options.find((o) => o.value === value)?.label ?? value)
      .filter(Boolean)
      .join(dotBetween),
  );
}

/** One of a list. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  empty,
  onlyOffered = false,
  onChosen,
  autoComplete,
}: FieldProps & {
  options: Option[];
  empty?: string;
  autoComplete?: string;
  /** True where what is offered follows another field, so that what was chosen before may have to go. */
  onlyOffered?: boolean;
  /** Called once somebody has chosen. */
  onChosen?: (value: string) => void;
}) {
  const field = useField(name, hint, label);
  const native = useNative(name);
  const offered = onlyOffered ? options : withChosen(options, [asText(field.initial)]);
  useSpoken(name, offered);
  const groups = [...new Set(offered.map((o) => o.group))];
  const show = (o: Option) => (
    <option key={o.value} value={o.value}>
      {o.label}
    </option>
  );
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <select
        {...field.props}
        {...native}
        autoComplete={autoComplete}
        onChange={(event) => {
          void native.onChange(event);
          onChosen?.(event.target.value);
        }}
        defaultValue={asText(field.initial)}
        className="input"
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map((group) =>
          group === undefined ? (
            offered.filter((o) => o.group === undefined).map(show)
          ) : (
            <optgroup key={group} label={group}>
              {offered.filter((o) => o.group === group).map(show)}
            </optgroup>
          ),
        )}
      </select>
    </Labelled>
  );
}

/** Boxes or circles for a short list. */
export function ChoiceField({
  name,
  label,
  hint,
  optional,
  options,
  many = false,
  columns = false,
}: FieldProps & { options: Option[]; many?: boolean; columns?: boolean }) {
  const field = useField(name, hint, label);
  const chosen = Array.isArray(field.initial) ? field.initial.map(asText) : [asText(field.initial)];
  const offered = withChosen(options, chosen);
  useSpoken(name, offered);
  const groups = [...new Set(offered.map((o) => o.group))];
  const { id, ...props } = field.props;
  const boxes = groups.map((group) => (
    <div key={group ?? ""} className={columns ? "grid sm:grid-cols-2 gap-x-4" : "grid"}>
      {group ? <p className="quiet mt-2 sm:col-span-2">{group}</p> : null}
      {offered
        .filter((o) => o.group === group)
        .map((o) => {
          const own = o === offered[0] ? id : `${id}-${o.value}`;
          const one = { ...props, id: own, value: o.value, className: box };
          return (
            <label key={o.value} htmlFor={own} className="flex gap-2 items-start min-h-11 py-2">
              {many ? (
                <Tick {...one} />
              ) : (
                <Circle {...one} name={name} defaultChecked={chosen.includes(o.value)} />
              )}
              <span>{o.label}</span>
            </label>
          );
        })}
    </div>
  ));
  return (
    <fieldset className="scroll-mt-4 grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </legend>
      <ErrorLine id={id} error={field.error} />
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {many ? <Ticks name={name}>{boxes}</Ticks> : boxes}
    </fieldset>
  );
}

const box = "tick-box";

/** One of several circles of a name. */
function Circle({ name, ...props }: React.ComponentProps<"input"> & { name: string }) {
  return <input type="radio" {...props} {...useNative(name)} />;
}

/** A single box to tick. */
export function CheckField({ name, label, hint }: Omit<FieldProps, "optional">) {
  const field = useField(name, hint, label);
  const t = useTranslations("form");
  useFrame().spoken.set(name, (said) => t(said === true || said === "on" ? "isTicked" : "isUnticked"));
  return (
    <div className="form-field scroll-mt-4 grid gap-1">
      <ErrorLine id={field.id} error={field.error} />
      <label className="flex gap-2 items-start min-h-11 py-2">
        <input
          {...field.props}
          {...useNative(name)}
          type="checkbox"
          defaultChecked={field.initial === true || field.initial === "on"}
          className={box}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${field.id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** What isn't typed: keys and the like. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  const { register, setValue } = useFormContext();
  const { unkept } = useFrame();
  unkept.add(name);
  const said = String(value);
  // A page that comes anew may bring another one.
  useLayoutEffect(() => setValue(name, said), [setValue, name, said]);
  return <input type="hidden" {...register(name)} value={said} readOnly />;
}

/** The button that sends. Says what happens, and that it is happening. */
export function Submit({
  children,
  busy,
  tone = "main",
  name,
  value,
}: {
  children: ReactNode;
  busy: string;
  tone?: "main" | "quiet" | "stop";
  name?: string;
  value?: string;
}) {
  const { pending } = useFrame();
  const look = { main: "button-main", quiet: "button", stop: "button-stop" }[tone];
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending} className={look}>
      {pending ? busy : children}
    </button>
  );
}
