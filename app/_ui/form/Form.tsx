"use client";

import { type ReactNode, startTransition, useActionState, useId, useMemo, useState } from "react";
import { FormProvider, type Resolver } from "react-hook-form";
import type { FormAction, FormState } from "@/app/_actions/action";
import type { Said, Values } from "@/app/_actions/readPost";
import { fault as faultOf } from "@/lib/faults";
import type { Draft } from "./draft";
import { fromServer, listed } from "./errorText";
import { Hidden } from "./fields";
import { type Frame, FrameContext, type Kept } from "./frame";
import { Outcome } from "./Outcome";
import { begunAgain, cameWithField } from "./overtaken";
import { Summary } from "./Summary";
import { RestoredNotice, useDraft } from "./useDraft";
import { useErrorText } from "./useErrorText";
import { useFresh } from "./useFresh";
import { useInBrowser } from "./useInBrowser";
import { useSending } from "./useSending";
import { useValues } from "./useValues";
import { orWithoutAnswer } from "./withoutAnswer";

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
  /** True where one works on while it is saved: that it went well is said, and does not take the focus. */
  goesOn?: boolean;
  /** Called once it is about to be sent. */
  onSend?: () => void;
  /** Where a fault leads to, on the desk; a participant's page does without its code. */
  wayOn?: Frame["wayOn"];
};

type Props<T> = FormProps & {
  action: FormAction<T>;
  /** Shows what came of it. */
  result?: (value: T) => ReactNode;
  /** Checks the values before they are sent (`CheckedForm`); else the server alone does. */
  resolver?: Resolver;
};

/**
 * A form over its action; react-hook-form holds its values. Without JavaScript it posts the same fields by their names.
 * Whatever comes back, what was typed stays.
 */
export function Form<T>(props: Props<T>) {
  const action = useMemo(() => orWithoutAnswer(props.action), [props.action]);
  const [state, send, pending] = useActionState<FormState<T>, FormData | Values>(action, { status: "new" });
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
  const inBrowser = useInBrowser();
  const text = useErrorText();
  const fault = state.status === "fault" ? state.fault : null;
  const faults = fault?.fields;
  const [beginning] = useState(() =>
    state.status === "fault" && state.kept
      ? begunAgain(state.kept, defaults, state.fault.code === "stale")
      : { values: defaults, first: defaults, overtaken: null },
  );
  const values = useValues(beginning.values, faults, props.resolver);
  const { form, refused, check } = values;
  const [shared] = useState(() => ({
    labels: new Map<string, ReactNode>(),
    unkept: new Set<string>(["version"]),
    before: new Map<string, unknown>(),
    reveal: new Set<(field: Element) => void>(),
    spoken: new Map<string, (said: Said) => string>(),
    kept: { at: null, listeners: new Set<() => void>() } as Kept,
  }));
  const draft = useDraft(form, props.draft, { formId, ...shared }, state);
  const fresh = useFresh(form, { beginning, now: defaults, state, pending, moved: draft.moved });
  const { submit, offline, notice, answeredAt } = useSending(
    values,
    { state, pending, goesOn: props.goesOn ?? false },
    (sent) => {
      draft.sent();
      fresh.sent(sent);
      props.onSend?.();
      startTransition(() => send(sent));
    },
  );
  const version = fresh.overtaken ? fresh.first.version : (draft.restored?.version ?? fresh.first.version);
  const list = (
    <Summary
      fault={fault}
      overtaken={fault?.code === "stale" ? (fresh.overtaken ?? []) : []}
      asks={asks}
      turn={answeredAt === 0 && refused === 0 ? "" : `${answeredAt} ${refused}`}
    />
  );
  const frame: Frame = { formId, ...shared, faults: faults ?? noFaults, wayOn: props.wayOn, pending, check };
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
            className={`empty:hidden col-span-full w-full ${offline || state.status === "done" ? "sticky top-2 z-5" : ""}`}
          >
            {offline ? (
              <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
                {text(faultOf("noConnection"))}
              </p>
            ) : state.status === "done" ? (
              <Outcome state={state} done={props.done} result={props.result} />
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
