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
  useSyncExternalStore,
} from "react";
import { useForm } from "react-hook-form";
import type * as z from "zod/mini";
import type { FormAction, FormState } from "@/app/_server/action";
import { fullDay, shortDay } from "@/lib/i18n/format";
import { inLanguage, type Locale, readTexts } from "@/lib/i18n/rules";
import { splitParams, withParams } from "@/lib/result";
import { isCivilDay } from "@/lib/time/civil";
import { type Draft, forgetDraft, keepDraft, restoreDraft } from "./draft";
import { type Kept, readForm, rowVersion } from "./readForm";

/** What is said beside a field, with the way to what it speaks of where there is one. */
type FieldError = { text: string; href?: string; code?: string; params?: Record<string, string> };
type Fields = {
  /** Begins the ids of the fields, so that a list of faults can link to them. */
  formId: string;
  kept: Kept;
  errorOf: (name: string) => FieldError | null;
  /** Labels by field name, in the order of the fields, for the list of faults. */
  labels: Map<string, ReactNode>;
  pending: boolean;
  /** Looks at some fields before the form is sent; false where something is wrong with them, which is then said. */
  check: (names: string[]) => Promise<boolean>;
};
const Context = createContext<Fields | null>(null);
const useFields = () => {
  const fields = useContext(Context);
  if (!fields) throw new Error("a field stands in a form");
  return fields;
};

const never = () => () => {};
/** False on the server and while the page is taken over by the browser, true from then on. */
export const useInBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** A value in a message as people read it: days by the calendar, texts in the reader's language, names apart. */
function spoken(name: string, value: string, locale: Locale): string {
  if (isCivilDay(value)) return name === "weekday" ? shortDay(value, locale) : fullDay(value, locale);
  const text = readTexts(value);
  // Isolated, so that a name in another script does not turn the sentence around it.
  return text ? `\u2068${inLanguage(text, locale).text}\u2069` : value;
}

/** The message of an error code such as `tooLong?max=200`, in the reader's language; days in it as people read them. */
export function useErrorText() {
  const t = useTranslations("errors");
  const locale = useLocale() as Locale;
  return (text: string) => {
    const { code, params } = splitParams(text);
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, spoken(name, value, locale)]),
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
  /** True where it only asks: nothing is saved, so a fault does not say that nothing was. */
  asks?: boolean;
  /** Empties the form after it went well, for adding one more. */
  resets?: boolean;
  label?: string;
  /** Where what was typed is kept until it is sent; for long forms. */
  draft?: Draft;
  /** Called once it is about to be sent. */
  onSend?: () => void;
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
  /** Counts how often somebody began anew. */
  const [round, setRound] = useState(0);
  return (
    <FormBody
      key={`${props.resets && state.status === "done" ? state.at : 0} ${round}`}
      {...props}
      state={state}
      send={send}
      pending={pending}
      beginAnew={() => setRound(round + 1)}
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
  draft,
  asks = false,
  onSend,
  state,
  send,
  pending,
  beginAnew,
}: Props<S, T> & {
  state: FormState<T>;
  send: (form: FormData) => void;
  pending: boolean;
  beginAnew: () => void;
}) {
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement & HTMLParagraphElement>(null);
  /** What is about to be sent: with the button that was pressed, which may carry a value of its own. */
  const sent = useRef<FormData>(null);
  /** True from a submit until its answer: a second tap can come before `pending` is drawn. */
  const busy = useRef(false);
  const inBrowser = useInBrowser();
  const [labels] = useState(() => new Map<string, ReactNode>());
  const errorText = useErrorText();
  const [edited, setEdited] = useState<{ at: number; names: ReadonlySet<string> }>({
    at: 0,
    names: new Set(),
  });
  // The library holds the faults, not the values: fields are the browser's own, and what they hold is what was there
  // or was typed. Registered with it, a group of boxes of which one is ticked would have all ticked.
  const { handleSubmit, trigger, formState } = useForm({
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
  const { errors: found, isSubmitted } = formState;
  /** Counts refusals in the browser, each of which takes the reader to the list of faults. */
  const [refused, setRefused] = useState(0);
  /** True where it was sent without a connection: nothing left, and everything typed is still in its field. */
  const [offline, setOffline] = useState(false);
  const fault = state.status === "fault" ? state.fault : null;
  const answeredAt = state.status === "new" ? 0 : state.at;
  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);
  useEffect(() => {
    if (answeredAt === 0 && refused === 0) return;
    // An answer ends the wait also where `pending` was never drawn.
    busy.current = false;
    if (summary.current) {
      summary.current.scrollIntoView({ block: "start" });
      summary.current.focus({ preventScroll: true });
    } else notice.current?.focus({ preventScroll: true });
  }, [answeredAt, refused]);
  const kept = useKept(element, draft, state, defaults);
  /** The answer that is over: what another form of the page does may make untrue what was said of this one. */
  const [over, setOver] = useState(0);
  useEffect(() => {
    const onSubmit = (event: Event) => {
      if (event.target !== element.current) setOver(answeredAt);
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [answeredAt]);

  const errorOf = (name: string) => {
    const here = (found as Record<string, { message?: unknown } | undefined>)[name]?.message;
    if (typeof here === "string") return { text: errorText(here) };
    const said = fault?.fields?.[name];
    if (!said || (edited.at === answeredAt && edited.names.has(name))) return null;
    const { code, params } = splitParams(said);
    return { text: errorText(said), href: params.href, code, params };
  };
  /** Asked for once the fields are drawn, whose order it follows. */
  const faults = () =>
    [...new Set([...labels.keys(), ...Object.keys(found), ...Object.keys(fault?.fields ?? {})])].flatMap(
      (name) => {
        const error = errorOf(name);
        return error ? [{ name, text: error.text }] : [];
      },
    );
  const check = async (names: string[]) => {
    const good = await trigger(names);
    if (!good) setRefused((times) => times + 1);
    return good;
  };
  const list = (
    <FaultSummary
      fault={fault}
      faults={faults}
      formId={formId}
      labels={labels}
      text={errorText}
      asks={asks}
      container={summary}
    />
  );
  return (
    <Context.Provider value={{ formId, kept: kept.values, errorOf, labels, pending, check }}>
      <form
        ref={element}
        aria-label={label}
        className={className}
        noValidate
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy.current) return;
          setOffline(!navigator.onLine);
          if (!navigator.onLine) {
            notice.current?.focus();
            return;
          }
          busy.current = true;
          const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          sent.current = form;
          let leaves = false;
          void handleSubmit(() => {
            leaves = true;
            kept.sent();
            onSend?.();
            startTransition(() => send(form));
          })(event).finally(() => {
            sent.current = null;
            busy.current = leaves;
            if (!leaves) setRefused((times) => times + 1);
          });
        }}
        onChange={(event) => {
          const { name } = event.target as unknown as { name: string };
          setEdited((before) => ({
            at: answeredAt,
            names: new Set([...(before.at === answeredAt ? before.names : []), name]),
          }));
          const checked = Object.keys(found);
          if (isSubmitted) void trigger();
          else if (checked.length > 0) void trigger(checked);
          kept.typed();
        }}
      >
        {typeof kept.values.version === "string" ? (
          <input type="hidden" name={rowVersion} value={kept.values.version} readOnly />
        ) : null}
        {inBrowser ? list : null}
        <div
          ref={notice}
          tabIndex={-1}
          aria-live="polite"
          className="empty:hidden sticky top-2 z-5 col-span-full w-full"
        >
          {offline ? (
            <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
              {errorText("noConnection")}
            </p>
          ) : state.status === "done" && over !== answeredAt && (done || result) ? (
            <div className="rounded-card bg-ok-tint text-ok p-3">
              {done ? <p>{done}</p> : null}
              {result?.(state.value)}
            </div>
          ) : kept.restored ? (
            <RestoredNotice
              anew={() => {
                kept.forget();
                beginAnew();
              }}
            />
          ) : null}
        </div>
        {children}
        {/* Without JavaScript the labels are known only once the fields are drawn; it is shown first all the same. */}
        {inBrowser ? null : list}
      </form>
    </Context.Provider>
  );
}

/** What the fields hold at first, and what is kept of them until it is sent. */
function useKept(
  element: React.RefObject<HTMLFormElement | null>,
  draft: Draft | undefined,
  state: FormState,
  defaults: Kept,
) {
  const [restored, setRestored] = useState<{ version: string | null } | null>(null);
  /** Where the reader was when it was sent: who is elsewhere at the answer has been taken on. */
  const sentFrom = useRef<string>(null);
  const at = useRef(draft);
  at.current = draft;
  useEffect(() => {
    const form = element.current;
    if (at.current && form && state.status === "new") setRestored(restoreDraft(form, at.current));
    if (state.status !== "new") sentFrom.current = null;
    if (at.current && state.status === "done") {
      forgetDraft(at.current);
      setRestored(null);
    }
  }, [element, state]);
  useEffect(
    () => () => {
      if (at.current && sentFrom.current && sentFrom.current !== window.location.href)
        forgetDraft(at.current);
    },
    [],
  );
  // After a fault the form holds what was sent and nothing else: a box that was unticked is not ticked again.
  const values: Kept =
    state.status === "fault"
      ? { ...(defaults.version ? { version: defaults.version } : {}), ...state.kept }
      : { ...defaults };
  if (restored?.version) values.version = restored.version;
  if (state.status === "fault" && state.fault.changed?.version) values.version = state.fault.changed.version;
  return {
    values,
    restored: restored !== null && state.status === "new",
    typed: () => {
      if (draft && element.current) keepDraft(element.current, draft);
    },
    sent: () => {
      sentFrom.current = window.location.href;
    },
    forget: () => {
      if (draft) forgetDraft(draft);
    },
  };
}

function RestoredNotice({ anew }: { anew: () => void }) {
  const t = useTranslations("form");
  return (
    <div className="rounded-card bg-info-tint text-info p-3 flex flex-wrap gap-3 items-center justify-between">
      <p>{t("restored")}</p>
      <button type="button" className="button" onClick={anew}>
        {t("startAnew")}
      </button>
    </div>
  );
}

/** Answers that tell how to go on; nothing was wrong with what was sent. */
const answers: ReadonlySet<string> = new Set(["alreadyRegistered"]);

type Fault = Extract<FormState, { status: "fault" }>["fault"];

/** Everything that is to be mended, with a link to each field; what else stood in the way in a sentence. */
function FaultSummary({
  fault,
  faults,
  formId,
  labels,
  text,
  asks,
  container,
}: {
  fault: Fault | null;
  faults: () => { name: string; text: string }[];
  formId: string;
  labels: ReadonlyMap<string, ReactNode>;
  text: (code: string) => string;
  asks: boolean;
  container: React.Ref<HTMLDivElement & HTMLParagraphElement>;
}) {
  const t = useTranslations("form");
  const toMend = faults();
  const said = fault && (fault.code !== "invalid" || !fault.fields) ? fault : null;
  const answer = said !== null && answers.has(said.code);
  const shown = toMend.length > 0 || said !== null;
  const mark = t("titleFault");
  useEffect(() => {
    if (!shown || answer) return;
    const title = document.title;
    document.title = `${mark} ${title}`;
    return () => {
      if (document.title === `${mark} ${title}`) document.title = title;
    };
  }, [shown, answer, mark]);
  if (!shown) return null;
  if (answer)
    return (
      <p
        ref={container}
        role="status"
        tabIndex={-1}
        className="-order-1 col-span-full w-full scroll-mt-4 rounded-card bg-info-tint text-info p-3"
      >
        {text(withParams(said.code, said.params ?? {}))}
      </p>
    );
  const changed = Object.entries(said?.changed ?? {}).filter(([name]) => name !== "version");
  return (
    <div
      ref={container}
      role="alert"
      tabIndex={-1}
      className="-order-1 col-span-full w-full scroll-mt-4 rounded-card border-2 border-stop bg-stop-tint text-stop p-3 grid gap-2"
    >
      {said ? <p>{text(withParams(said.code, said.params ?? {}))}</p> : null}
      {changed.length > 0 ? (
        <ul className="list-disc ps-5">
          {changed.map(([name, value]) => (
            <li key={name}>
              {labels.has(name) ? <>{labels.get(name)}: </> : null}
              <bdi>{value || "–"}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {said?.code === "signInNeeded" ? (
        <p>
          <a href="/sign-in?back=/signed-in" target="_blank" rel="noreferrer" className="text-stop">
            {t("signInInNewTab")}
          </a>
        </p>
      ) : null}
      {toMend.length > 0 ? (
        <>
          <h2 className="text-base">
            {t("faults", { count: toMend.length })}
            {asks ? null : ` ${t("nothingSaved")}`}
          </h2>
          <ul className="grid gap-1">
            {toMend.map(({ name, text: sentence }) => (
              <li key={name}>
                {labels.has(name) ? (
                  <a href={`#${formId}-${name}`} className="text-stop" onClick={toField}>
                    {labels.get(name)} – {sentence}
                  </a>
                ) : (
                  sentence
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Takes the reader to the field itself, not only to its place: folded parts open, the cursor is in it. */
function toField(event: React.MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  field.focus({ preventScroll: true });
  (field.closest("fieldset, .form-field") ?? field).scrollIntoView({ block: "start" });
}

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: string };

/**
 * What a field of the form shows: its value, its error, and what ties them together. With its label, by which the list
 * of faults names it and links to it.
 */
export function useField(name: string, hint: ReactNode, label?: ReactNode) {
  const { formId, kept, errorOf, labels } = useFields();
  if (label !== undefined) labels.set(name, label);
  const id = `${formId}-${name}`;
  const error = errorOf(name);
  const described =
    [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ") || undefined;
  const value = kept[name];
  return {
    id,
    error,
    value,
    text: Array.isArray(value) ? (value[0] ?? "") : (value ?? ""),
    props: { name, id, "aria-invalid": error ? true : undefined, "aria-describedby": described },
  };
}

/** What the form holds at first, or held when it was refused: for fields that depend on another. */
export function useKeptText() {
  const { kept, errorOf } = useFields();
  const text = (name: string) => {
    const value = kept[name];
    return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
  };
  return Object.assign(text, { faulty: (name: string) => errorOf(name) !== null });
}

/** For a form in steps: looks at the fields of one of them. */
export const useCheck = () => useFields().check;

function Shell({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: Omit<FieldProps, "name"> & { id: string; error: FieldError | null; children: ReactNode }) {
  return (
    <div className="form-field scroll-mt-4 grid gap-1 content-start">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </label>
      <ErrorLine id={id} error={error} />
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** What is wrong with a field. */
export function ErrorLine({ id, error }: { id: string; error: FieldError | null }) {
  const t = useTranslations("form");
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="text-stop text-sm font-semibold">
      {error.text}
      {error.href ? (
        <>
          {" "}
          <a href={error.href} className="text-stop">
            {error.code === "sessionWouldBeOutside" ? t("moveCourse") : t("openRegistration")}
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
  /** What a new row begins with, where the form has nothing to show. */
  initial?: string;
};

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  type = "text",
  dir = "auto",
  initial = "",
  ...more
}: Input) {
  const field = useField(name, hint, label);
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        {...field.props}
        {...more}
        type={type}
        dir={type === "password" ? "ltr" : dir}
        defaultValue={field.value === undefined ? initial : field.text}
        className="input"
      />
    </Shell>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, rows = 3 }: FieldProps & { rows?: number }) {
  const field = useField(name, hint, label);
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <textarea {...field.props} rows={rows} dir="auto" defaultValue={field.text} className="input" />
    </Shell>
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

/** One of a list. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  empty,
  onlyOffered = false,
  onChange,
}: FieldProps & {
  options: Option[];
  empty?: string;
  /** True where what is offered follows another field, so that what was chosen before may have to go. */
  onlyOffered?: boolean;
  onChange?: (event: React.ChangeEvent<HTMLSelectElement>) => void;
}) {
  const field = useField(name, hint, label);
  const offered = onlyOffered ? options : withChosen(options, [field.text]);
  const groups = [...new Set(offered.map((o) => o.group))];
  const show = (o: Option) => (
    <option key={o.value} value={o.value}>
      {o.label}
    </option>
  );
  return (
    <Shell id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <select {...field.props} onChange={onChange} defaultValue={field.text} className="input">
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
  const field = useField(name, hint, label);
  const chosen = Array.isArray(field.value) ? field.value : [field.value ?? ""];
  const offered = withChosen(options, chosen);
  const groups = [...new Set(offered.map((o) => o.group))];
  const { id, ...props } = field.props;
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
      {groups.map((group) => (
        <div key={group ?? ""} className={columns ? "grid sm:grid-cols-2 gap-x-4" : "grid"}>
          {group ? <p className="quiet mt-2 sm:col-span-2">{group}</p> : null}
          {offered
            .filter((o) => o.group === group)
            .map((o) => (
              <label key={o.value} className="flex gap-2 items-start min-h-11 py-2">
                <input
                  {...props}
                  id={o === offered[0] ? id : undefined}
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
    </fieldset>
  );
}

/** A single box to tick. */
export function CheckField({ name, label, hint }: Omit<FieldProps, "optional">) {
  const field = useField(name, hint, label);
  return (
    <div className="form-field scroll-mt-4 grid gap-1">
      <ErrorLine id={field.id} error={field.error} />
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
