"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import { NothingByEnter } from "@/app/_ui/form/enter";
import type { FormProps } from "@/app/_ui/form/Form";
import { Hidden } from "@/app/_ui/form/fields";
import { ToStart } from "@/app/_ui/form/ToStart";
import { Ticks, useTicked } from "@/app/_ui/form/ticks";
import { WhoseForm } from "@/app/_ui/form/WhoseForm";
import { BulkBar } from "@/app/_ui/kit/ticked";
import { ListOutcome } from "@/app/_ui/peopleList/ListOutcome";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { decisions, mayBecome, type RegistrationState, registrationStates } from "@/lib/registrations/rules";
import { confirmationSchema, decisionSchema, undoDecisionSchema } from "@/lib/registrations/schema";
import {
  confirmRegistrations,
  decideRegistrations,
  registerList,
  registerPerson,
  undoDecision,
} from "./actions";
import { DecisionActs } from "./DecisionActs";
import type { Tickable } from "./Sums";

type OnRegistrations = FormProps & { courseId: number };

/**
 * One decision on one registration or several; the page then says what was done. `seen` goes with it: the last change that
 * the page showed, so that nothing is decided over what a colleague did since.
 */
export const DecisionForm = ({ courseId, seen, children, ...props }: OnRegistrations & { seen: number }) => (
  <CheckedForm schema={decisionSchema} action={decideRegistrations} {...props}>
    <NothingByEnter />
    <Hidden name="courseId" value={courseId} />
    <Hidden name="seen" value={seen} />
    {children}
  </CheckedForm>
);

/** Undoes the decision that was just taken, and none that came after it. */
export const UndoDecisionForm = ({ courseId, at, children, ...props }: OnRegistrations & { at: number }) => (
  <CheckedForm schema={undoDecisionSchema} action={undoDecision} {...props}>
    <Hidden name="courseId" value={courseId} />
    <Hidden name="at" value={at} />
    {children}
  </CheckedForm>
);

/** Confirms what came at once from one address. */
export function ConfirmForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
      schema={confirmationSchema}
      action={confirmRegistrations}
      result={({ moved }) => <p>{t("decided", { count: moved })}</p>}
      {...props}
    />
  );
}

/** Registers somebody on their behalf. The server alone checks it, for it knows the phones of each country. */
export function RegisterPersonForm(props: FormProps) {
  const t = useTranslations("outcome");
  const locale = useLocale() as Locale;
  return (
    <WhoseForm
      action={registerPerson}
      resets
      result={({ person }) => (
        <>
          <ToStart />
          <p>{t("registered", { name: nameInSentence(person, locale) })}</p>
        </>
      )}
      {...props}
    />
  );
}

/** Registers the people of a list, once its rows were read. */
export const RegisterListForm = (props: FormProps) => (
  <WhoseForm
    action={registerList}
    resets
    result={(registered) => <ListOutcome {...registered} />}
    {...props}
  />
);

/** The list of registrations as such a form: what is ticked is decided together. */
export const TickedForm = ({ children, ...props }: OnRegistrations & { seen: number }) => (
  <DecisionForm {...props}>
    <Ticks name="registrationIds">{children}</Ticks>
  </DecisionForm>
);

/** What can be decided on those ticked, with how many they are. */
export function DecideTicked({ page, tickable }: { page: readonly string[]; tickable: readonly Tickable[] }) {
  const ticked = useTicked("registrationIds");
  const of = new Map(tickable.map(({ id, state }) => [id, state]));
  // A decision is on all of them: one that cannot be taken on somebody is not offered.
  const possible = decisions.filter((to) => ticked.every((id) => mayBecome(of.get(id) ?? "applied", to)));
  return (
    <BulkBar
      page={page}
      matching={tickable.map(({ id }) => id)}
      who={(ticked) => <Who tickable={tickable} ticked={ticked} />}
    >
      <DecisionActs decisions={possible} count={ticked.length} few />
    </BulkBar>
  );
}

/** Who is ticked, by state. */
function Who({ tickable, ticked }: { tickable: readonly Tickable[]; ticked: readonly string[] }): ReactNode {
  const t = useTranslations("decisions");
  const states = useTranslations("registrationState");
  const of = new Map(tickable.map(({ id, state }) => [id, state]));
  const count = (state: RegistrationState) => ticked.filter((id) => of.get(id) === state).length;
  return registrationStates
    .filter((state) => count(state) > 0)
    .map((state) => t("stateOf", { state: states(state), count: count(state) }))
    .join(dotBetween);
}
