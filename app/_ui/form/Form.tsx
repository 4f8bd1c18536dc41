"use client";

import {
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type FieldValues, FormProvider, type Resolver, type UseFormReturn, useForm } from "react-hook-form";
import type { FormAction, FormState } from "@/app/_actions/action";
import type { Said, Values } from "@/app/_actions/readPost";
import { fault as faultOf } from "@/lib/faults";
import type { Draft } from "./draft";
import { errorsOf, fromServer, listed, tooLongIn, useErrorText } from "./errorText";
import { Hidden } from "./fields";
import { type Frame, FrameContext } from "./frame";
import { begunAgain, cameWithField } from "./overtaken";
import { Summary } from "./Summary";
import { RestoredNotice, useDraft } from "./useDraft";
import { useFresh } from "./useFresh";

const never = () => () => {};
/** False on the server and while the page is taken over by the browser, true from then on. */
export const useInBrowser = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

export type FormProps = {
  children: ReactNode;
  /** What the fields hold at first. */
  defaults?: Values;
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

type Props<T> = FormProps & {
  action: FormAction<T>;
  /** Shows what came of it. */
  result?: (value: T) => ReactNode;
  /** Checks the values before they are sent (`CheckedForm`); else the server alone does. */
  resolver?: Resolver;
};

/** Nothing is checked here: the server says what is amiss. */
const unchecked: Resolver = (values) => ({ values, errors: {} });

/**
 * A form over its action; react-hook-form holds its values. Without JavaScript it posts the same fields by their names.
 * Whatever comes back, what was typed stays.
 */
export function Form<T>(props: Props<T>) {
  const [state, send, pending] = useActionState<FormState<T>, FormData | Values>(props.action, {
    status: "new",
  });
  /** Counts how often somebody began anew. */
  const [round, setRound] = useState(0);
  /** When it went well last: it is empty from then on, also while a later refusal is shown. */
  const [emptied, setEmptied] = useState(0);
  if (props.resets && state.status === "done" && state.at !== emptied) setEmptied(state.at);
  return (
    <FormBody
      key={`${emptied} ${round}`}
      {...props}
      state={state}
      send={send}
      pending={pending}
      beginAnew={() => setRound(round + 1)}
    />
  );
}

type BodyProps<T> = Props<T> & {
  state: FormState<T>;
  send: (sent: FormData | Values) => void;
  pending: boolean;
  beginAnew: () => void;
};

function FormBody<T>(props: BodyProps<T>) {
  const {
    children,
    defaults = {},
    className = "grid gap-5",
    label,
    asks = false,
    state,
    send,
    pending,
  } = props;
  const formId = useId();
  const notice = useRef<HTMLDivElement>(null);
  const inBrowser = useInBrowser();
  const text = useErrorText();
  const fault = state.status === "fault" ? state.fault : null;
  const faults = fault?.fields;
  /** What the button that was pressed says: part of what is sent. */
  const pressed = useRef<Values>({});
  const { resolver = unchecked } = props;
  const [beginning] = useState(() =>
    state.status === "fault" && state.kept
      ? begunAgain(state.kept, defaults, state.fault.code === "stale")
      : { values: defaults, first: defaults, overtaken: null },
  );
  const form = useForm({
    defaultValues: beginning.values as FieldValues,
    resolver: (values, context, options) => {
      const long = tooLongIn(values as Values);
      return long
        ? { values: {}, errors: errorsOf(long, text, "tooLong") }
        : resolver({ ...values, ...pressed.current }, context, options);
    },
    errors: useMemo(() => (faults ? errorsOf(faults, text) : undefined), [faults, text]),
    shouldUnregister: true,
    shouldFocusError: false,
  });
  const [shared] = useState(() => ({
    labels: new Map<string, ReactNode>(),
    unkept: new Set<string>(["version"]),
    before: new Map<string, unknown>(),
    reveal: new Set<(field: Element) => void>(),
    spoken: new Map<string, (said: Said) => string>(),
  }));
  /** Counts refusals in the browser, each of which takes the reader to the list of faults. */
  const [refused, setRefused] = useState(0);
  const check = useCallback(
    async (names: string[]) => {
      const good = await form.trigger(names);
      if (!good) setRefused((times) => times + 1);
      return good;
    },
    [form],
  );
  const answeredAt = state.status === "new" ? 0 : state.at;
  const draft = useDraft(form, props.draft, { formId, ...shared }, state);
  const fresh = useFresh(form, { beginning, now: defaults, state, pending, moved: draft.moved });
  const { submit, offline, answered } = useSending(form, {
    pressed,
    send: (values) => {
      draft.sent();
      fresh.sent(values);
      props.onSend?.();
      startTransition(() => send(values));
    },
    refuse: () => setRefused((times) => times + 1),
    notice,
  });
  useEffect(() => {
    if (!pending) answered();
  }, [pending, answered]);
  useEffect(() => {
    if (answeredAt === 0) return;
    // An answer ends the wait also where `pending` was never drawn.
    answered();
    if (state.status === "done") notice.current?.focus({ preventScroll: true });
  }, [answeredAt, state.status, answered]);
  const version = fresh.overtaken ? fresh.first.version : (draft.restored?.version ?? fresh.first.version);
  const list = (
    <Summary
      fault={fault}
      overtaken={fault?.code === "stale" ? (fresh.overtaken ?? []) : []}
      asks={asks}
      turn={answeredAt === 0 && refused === 0 ? "" : `${answeredAt} ${refused}`}
    />
  );
  const frame: Frame = { formId, ...shared, faults: faults ?? noFaults, pending, check };
  return (
    <FormProvider {...form}>
      <FrameContext value={frame}>
        <form
          id={formId}
          aria-label={label}
          className={className}
          noValidate
          action={send}
          onSubmit={submit}
          onChange={() => {
            // What was checked here is checked again as it is mended; what the server said stays until its field is touched.
            const names = listed(form.formState.errors).filter(({ type }) => type !== fromServer);
            if (names.length > 0) void form.trigger(names.map(({ name }) => name));
          }}
        >
          {version === undefined ? null : <Hidden name="version" value={String(version)} />}
          {version === undefined || inBrowser ? null : (
            <input type="hidden" name={cameWithField} value={JSON.stringify(fresh.first)} readOnly />
          )}
          {inBrowser ? list : null}
          <div
            ref={notice}
            tabIndex={-1}
            aria-live="polite"
            className="empty:hidden sticky top-2 z-5 col-span-full w-full"
          >
            {offline ? (
              <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
                {text(faultOf("noConnection"))}
              </p>
            ) : state.status === "done" ? (
              <Outcome formId={formId} state={state} done={props.done} result={props.result} />
            ) : draft.restored && state.status === "new" ? (
              <RestoredNotice
                anew={() => {
                  draft.forget();
                  props.beginAnew();
                }}
              />
            ) : null}
          </div>
          {children}
          {/* Without JavaScript the labels are known only once the fields are drawn; it is shown first all the same. */}
          {inBrowser ? null : list}
        </form>
      </FrameContext>
    </FormProvider>
  );
}

const noFaults = {};

/** Sends a form once: a second tap waits for the answer, and without a connection nothing leaves. */
function useSending(
  form: UseFormReturn,
  how: {
    pressed: React.RefObject<Values>;
    send: (values: Values) => void;
    refuse: () => void;
    notice: React.RefObject<HTMLElement | null>;
  },
) {
  /** True from a submit until its answer: a second tap can come before `pending` is drawn. */
  const busy = useRef(false);
  const [offline, setOffline] = useState(false);
  const answered = useCallback(() => {
    busy.current = false;
  }, []);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    setOffline(!navigator.onLine);
    if (!navigator.onLine) {
      how.notice.current?.focus();
      return;
    }
    busy.current = true;
    const { submitter } = event.nativeEvent as SubmitEvent;
    how.pressed.current =
      submitter instanceof HTMLButtonElement && submitter.name ? { [submitter.name]: submitter.value } : {};
    void form.handleSubmit(
      (values) => how.send(values),
      () => {
        busy.current = false;
        how.refuse();
      },
    )(event);
  };
  return { submit, offline, answered };
}

/** That it went well, until another form of the page is sent: that may make untrue what was said of this one. */
function Outcome<T>({
  formId,
  state,
  done,
  result,
}: {
  formId: string;
  state: Extract<FormState<T>, { status: "done" }>;
  done: string | undefined;
  result: ((value: T) => ReactNode) | undefined;
}) {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const onSubmit = (event: Event) => {
      if ((event.target as HTMLFormElement).id !== formId) setOver(state.at);
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [formId, state.at]);
  if (over === state.at || !(done || result)) return null;
  return (
    <div className="rounded-card bg-ok-tint text-ok p-3">
      {done ? <p>{done}</p> : null}
      {result?.(state.value)}
    </div>
  );
}
