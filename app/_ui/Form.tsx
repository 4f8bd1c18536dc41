"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useForm } from "react-hook-form";
import type * as z from "zod/mini";
import type { FormAction, FormState } from "@/app/_server/action";
import { splitParams } from "@/lib/result";
import { isCivilDay } from "@/lib/time/civil";
import { fullDay } from "./format";
import { type Kept, readForm } from "./readForm";

/** What is said beside a field, with the way to what it speaks of where there is one. */
type FieldError = { text: string; href?: string };
type Fields = {
  kept: Kept;
  errorOf: (name: string) => FieldError | null;
  register: (name: string) => object;
  pending: boolean;
};
const Context = createContext<Fields | null>(null);
const useFields = () => {
  const fields = useContext(Context);
  if (!fields) throw new Error("a field stands in a form");
  return fields;
};

/** The message of an error code such as `tooLong?max=200`, in the reader's language; days in it as people read them. */
export function useErrorText() {
  const t = useTranslations("errors");
  const locale = useLocale();
  return (text: string) => {
    const { code, params } = splitParams(text);
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        isCivilDay(value) ? fullDay(value, locale) : value,
      ]),
    );
    return t.has(code as "required")
      ? t(code as "required", shown as never)
      : t("unexpected", { number: code });
  };
}

export type FormProps = {
  children: ReactNode;
  /** What the fields hold at first. */
  defaults?: Kept;
  /** Said once it went well and the page stays. */
  done?: string;
  className?: string;
  /** Empties the form after it went well, for adding one more. */
  resets?: boolean;
  label?: string;
};

type Props<S extends z.ZodMiniType, T> = FormProps & {
  schema: S;
  action: FormAction<T>;
  /** Shows what came of it. */
  result?: (value: T) => ReactNode;
};

/**
 * A form over the zod schema of its action. Checked in the browser before it is sent; works without JavaScript as well.
 * Whatever comes back, what was typed stays.
 */
export function Form<S extends z.ZodMiniType, T>(props: Props<S, T>) {
  const [state, send, pending] = useActionState<FormState<T>, FormData>(props.action as never, {
    status: "new",
  });
  return (
    <FormBody
      key={props.resets && state.status === "done" ? state.at : 0}
      {...props}
      state={state}
      send={send}
      pending={pending}
    />
  );
}

function FormBody<S extends z.ZodMiniType, T>({
  schema,
  children,
  defaults = {},
  done,
  className = "grid gap-5",
  result,
  label,
  state,
  send,
  pending,
}: Props<S, T> & { state: FormState<T>; send: (form: FormData) => void; pending: boolean }) {
  const element = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  /** What is about to be sent: with the button that was pressed, which may carry a value of its own. */
  const sent = useRef<FormData>(null);
  /** True from a submit until its answer: a second tap can come before `pending` is drawn. */
  const busy = useRef(false);
  const errorText = useErrorText();
  const [edited, setEdited] = useState<{ at: number; names: ReadonlySet<string> }>({
    at: 0,
    names: new Set(),
  });
  const { register, handleSubmit, formState } = useForm({
    // The browser's own reading of the form goes through the server's schema: the two cannot differ.
    resolver: () => {
      const parsed = schema.safeParse(readForm(sent.current ?? new FormData(element.current!)));
      if (parsed.success) return { values: {}, errors: {} };
      const errors: Record<string, { type: string; message: string }> = {};
      for (const issue of parsed.error.issues)
        errors[String(issue.path[0] ?? "")] ??= { type: "invalid", message: issue.message };
      return { values: {}, errors };
    },
  });
  const fault = state.status === "fault" ? state.fault : null;
  const answeredAt = state.status === "new" ? 0 : state.at;
  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);
  useEffect(() => {
    if (answeredAt === 0) return;
    // An answer ends the wait also where `pending` was never drawn.
    busy.current = false;
    const wrong = element.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (wrong ?? notice.current)?.focus();
  }, [answeredAt]);

  const kept: Kept = state.status === "fault" ? { ...defaults, ...state.kept } : defaults;
  if (fault?.changed?.version) kept.version = fault.changed.version;
  const errorOf = (name: string) => {
    const here = formState.errors[name]?.message;
    if (typeof here === "string") return { text: errorText(here) };
    const said = fault?.fields?.[name];
    if (!said || (edited.at === answeredAt && edited.names.has(name))) return null;
    return { text: errorText(said), href: splitParams(said).params.href };
  };
  return (
    <Context.Provider value={{ kept, errorOf, register: (name) => register(name), pending }}>
      <form
        ref={element}
        aria-label={label}
        className={className}
        noValidate
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy.current) return;
          busy.current = true;
          const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          sent.current = form;
          let leaves = false;
          void handleSubmit(() => {
            leaves = true;
            startTransition(() => send(form));
          })(event).finally(() => {
            sent.current = null;
            busy.current = leaves;
          });
        }}
        onChange={(event) => {
          const { name } = event.target as unknown as { name: string };
          setEdited((before) => ({
            at: answeredAt,
            names: new Set([...(before.at === answeredAt ? before.names : []), name]),
          }));
        }}
      >
        {typeof kept.version === "string" ? (
          <input type="hidden" name="version" value={kept.version} readOnly />
        ) : null}
        <div ref={notice} tabIndex={-1} aria-live="polite" className="empty:hidden">
          {fault ? (
            <FaultNotice fault={fault} form={element} text={errorText} />
          ) : state.status === "done" && (done || result) ? (
            <div className="rounded-card bg-ok-tint text-ok p-3">
              {done ? <p>{done}</p> : null}
              {result?.(state.value)}
            </div>
          ) : null}
        </div>
        {children}
      </form>
    </Context.Provider>
  );
}

/** Answers that tell how to go on; nothing was wrong with what was sent. */
const answers: ReadonlySet<string> = new Set(["alreadyRegistered"]);

type Fault = Extract<FormState, { status: "fault" }>["fault"];

function FaultNotice({
  fault,
  form,
  text,
}: {
  fault: Fault;
  form: React.RefObject<HTMLFormElement | null>;
  text: (code: string) => string;
}) {
  const t = useTranslations("errors");
  const params = fault.params
    ? `?${new URLSearchParams(Object.entries(fault.params).map(([k, v]) => [k, String(v)]))}`
    : "";
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    const found: Record<string, string> = {};
    for (const name of Object.keys(fault.changed ?? {})) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLElement && "labels" in field)
        found[name] = (field as HTMLInputElement).labels?.[0]?.firstChild?.textContent ?? "";
    }
    setLabels(found);
  }, [fault, form]);
  const changed = Object.entries(fault.changed ?? {}).filter(([name]) => name !== "version");
  if (answers.has(fault.code))
    return (
      <p role="status" className="rounded-card bg-info-tint text-info p-3">
        {text(fault.code + params)}
      </p>
    );
  return (
    <div role="alert" className="rounded-card bg-stop-tint text-stop p-3 grid gap-1">
      <p>{text(fault.code + params)}</p>
      {changed.length > 0 ? (
        <ul className="list-disc ps-5">
          {changed.map(([name, value]) => (
            <li key={name}>
              {labels[name] ? `${labels[name]}: ` : ""}
              <bdi>{value || "–"}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {fault.code === "signInNeeded" ? (
        <p>
          <a href="/sign-in?back=/signed-in" target="_blank" rel="noreferrer" className="text-stop">
            {t("signInInNewTab")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: string };

/** What a field of the form shows: its value, its error, and what ties them together. */
export function useField(name: string, hint: ReactNode) {
  const { kept, errorOf, register } = useFields();
  const id = useId();
  const error = errorOf(name);
  const described =
    [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ") || undefined;
  const value = kept[name];
  return {
    id,
    error,
    value,
    text: Array.isArray(value) ? (value[0] ?? "") : (value ?? ""),
    props: { ...register(name), id, "aria-invalid": error ? true : undefined, "aria-describedby": described },
  };
}

function Shell({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: Omit<FieldProps, "name"> & { id: string; error: FieldError | null; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {children}
      <ErrorLine id={id} error={error} />
    </div>
  );
}

/** What is wrong with a field. */
export function ErrorLine({ id, error }: { id: string; error: FieldError | null }) {
  const t = useTranslations("errors");
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="text-stop text-sm font-semibold">
      {error.text}
      {error.href ? (
        <>
          {" "}
          <a href={error.href} className="text-stop">
            {t("openRegistration")}
          </a>
        </>
      ) : null}
    </p>
  );
}

type Input = FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "date" | "time" | "number" | "search";
  autoComplete?: string;
  inputMode?: "numeric" | "tel" | "email";
  list?: string;
  dir?: "auto" | "ltr";
};

/** One line of text. */
export function TextField({ name, label, hint, optional, type = "text", dir = "auto", ...more }: Input) {
  const field = useField(name, hint);
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        {...field.props}
        {...more}
        type={type}
        dir={type === "password" ? "ltr" : dir}
        defaultValue={field.text}
        className="input"
      />
    </Shell>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, rows = 3 }: FieldProps & { rows?: number }) {
  const field = useField(name, hint);
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <textarea {...field.props} rows={rows} dir="auto" defaultValue={field.text} className="input" />
    </Shell>
  );
}

export type Option = { value: string; label: string; group?: string };

/** One of a list. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  empty,
}: FieldProps & { options: Option[]; empty?: string }) {
  const field = useField(name, hint);
  const groups = [...new Set(options.map((o) => o.group))];
  const show = (o: Option) => (
    <option key={o.value} value={o.value}>
      {o.label}
    </option>
  );
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <select {...field.props} defaultValue={field.text} className="input">
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map((group) =>
          group === undefined ? (
            options.filter((o) => o.group === undefined).map(show)
          ) : (
            <optgroup key={group} label={group}>
              {options.filter((o) => o.group === group).map(show)}
            </optgroup>
          ),
        )}
      </select>
    </Shell>
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
  const field = useField(name, hint);
  const chosen = Array.isArray(field.value) ? field.value : [field.value ?? ""];
  const groups = [...new Set(options.map((o) => o.group))];
  const { id, ...props } = field.props;
  return (
    <fieldset className="grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {groups.map((group) => (
        <div key={group ?? ""} className={columns ? "grid sm:grid-cols-2 gap-x-4" : "grid"}>
          {group ? <p className="quiet mt-2 sm:col-span-2">{group}</p> : null}
          {options
            .filter((o) => o.group === group)
            .map((o) => (
              <label key={o.value} className="flex gap-2 items-start min-h-11 py-2">
                <input
                  {...props}
                  type={many ? "checkbox" : "radio"}
                  value={o.value}
                  defaultChecked={chosen.includes(o.value)}
                  className="mt-1 size-5 shrink-0 accent-accent"
                />
                <span>{o.label}</span>
              </label>
            ))}
        </div>
      ))}
      <ErrorLine id={id} error={field.error} />
    </fieldset>
  );
}

/** A single box to tick. */
export function CheckField({ name, label, hint }: Omit<FieldProps, "optional">) {
  const field = useField(name, hint);
  return (
    <div className="grid gap-1">
      <label className="flex gap-2 items-start min-h-11 py-2">
        <input
          {...field.props}
          type="checkbox"
          defaultChecked={field.text === "on" || field.text === "true"}
          className="mt-1 size-5 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${field.id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      <ErrorLine id={field.id} error={field.error} />
    </div>
  );
}

/** What isn't typed: keys and the like. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} readOnly />;
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
  const { pending } = useFields();
  const look = { main: "button-main", quiet: "button", stop: "button-stop" }[tone];
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending} className={look}>
      {pending ? busy : children}
    </button>
  );
}
