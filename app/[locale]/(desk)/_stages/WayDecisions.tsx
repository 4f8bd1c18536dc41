import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Written } from "@/app/_ui/Written";
import { lackingOnPaper } from "@/app/_words/certificate";
import { fullDay, list } from "@/lib/i18n/format";
import { dotBetween, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { WayPage } from "@/lib/stages/queries/deciding";
import {
  ApproveForm,
  ExceptionForm,
  LeaveForm,
  NotContinueForm,
  RecommendForm,
  RefuseForm,
  ResumeForm,
  ReturnForm,
  SuspendForm,
  WithdrawForm,
} from "./decideForms";
import { SendBack } from "./SendBack";
import { Keys } from "./WayKeys";
import { WithReason, Words } from "./Words";

/** What waits for an answer, and what the viewer may decide now; the server decides again. */
export async function WayDecisions({ page }: { page: WayPage }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const errors = await getTranslations("errors");
  const { open, may, conflict, ready, lacking } = page;
  const said = (codes: readonly string[]) => modulesSaid(codes, t("whole"), locale);
  const day = fullDay(page.until, locale);
  const untaught =
    page.neverTaught.length > 0 ? (
      <p className="text-attention">{t("neverTaught", { modules: said(page.neverTaught) })}</p>
    ) : null;
  const alone =
    page.missingAlone.length > 0 ? <p>{t("missingAlone", { modules: said(page.missingAlone) })}</p> : null;
  // The one module of a tool that is taught as one whole has no code.
  const modules = (codes: readonly string[]) => (
    <ChoiceField
      name="modules"
      label={t("modules")}
      options={codes.map((code) => ({ value: code, label: code || t("whole") }))}
      many
      columns
    />
  );
  const recommendation = open ? (
    <>
      <Keys page={page} />
      <Hidden name="recommendationId" value={open.id} />
    </>
  ) : null;
  return (
    <section className="card grid gap-4" aria-labelledby="decide">
      <h2 id="decide">{t("title")}</h2>
      <Doubts page={page} />
      {open ? (
        <div className="grid gap-1">
          <p>
            {t("waits", {
              name: open.by ? nameInSentence(open.by, locale) : "Cascade",
              day: fullDay(open.day, locale),
              modules: said(open.modules),
            })}
            {open.exception ? `${dotBetween}${t("byException")}` : null}
          </p>
          {open.exception && !page.missing ? <p>{t("noException")}</p> : null}
          <p className="whitespace-pre-line">
            <Written>{open.words ?? ""}</Written>
          </p>
        </div>
      ) : null}
      {page.question ? (
        <div className="grid gap-1">
          <p>
            {t("asked", {
              name: page.question.by ? nameInSentence(page.question.by, locale) : "Cascade",
              day: fullDay(page.question.day, locale),
            })}
          </p>
          <p className="whitespace-pre-line">
            <Written>{page.question.words ?? ""}</Written>
          </p>
        </div>
      ) : null}
      {conflict ? <p>{errors(conflict)}</p> : null}
      {page.certified && !open && !conflict ? <p>{t("certified")}</p> : null}
      {page.renewedInstead.length > 0 ? (
        <p>{t("renewedInstead", { modules: said(page.renewedInstead) })}</p>
      ) : null}
      {may.except ? <p>{may.recommend ? t("readyFor", { modules: said(ready) }) : t("notYet")}</p> : null}
      {may.recommend ? (
        <RecommendForm className="grid gap-3" defaults={{ modules: ready }}>
          <Keys page={page} />
          {modules(ready)}
          {alone}
          {untaught}
          <Words label={t("why")} hint={t("whyHint")} />
          <div>
            <Submit busy={t("saving")}>{t("recommend")}</Submit>
          </div>
        </RecommendForm>
      ) : null}
      {may.answer && open ? (
        <>
          <ApproveForm className="grid gap-3" defaults={{ modules: open.modules }}>
            {recommendation}
            {modules(open.modules)}
            {alone}
            {untaught}
            {page.missing || alone ? (
              <Words
                label={t("justification")}
                hint={t(page.missing ? "exceptionDecided" : "exceptionAlone")}
              />
            ) : null}
            <p className="quiet">{t("validUntil", { day })}</p>
            <div>
              <Submit busy={t("saving")}>{t("approve")}</Submit>
            </div>
          </ApproveForm>
          <SendBack returning={ReturnForm} refusing={RefuseForm} keys={recommendation} />
        </>
      ) : null}
      {may.except ? (
        <details>
          <summary className="button">{t("except")}</summary>
          <ExceptionForm className="grid gap-3 pt-3" defaults={{ modules: lacking }}>
            <Keys page={page} />
            <p>{t("exceptionHint")}</p>
            {modules(lacking)}
            {untaught}
            <Words label={t("justification")} />
            <div>
              <Submit tone="stop" busy={t("saving")}>
                {t("exceptNow")}
              </Submit>
            </div>
          </ExceptionForm>
        </details>
      ) : null}
      <Stops page={page} />
    </section>
  );
}

/** What ends or interrupts the way, or lets it go on. */
async function Stops({ page }: { page: WayPage }) {
  const t = await getTranslations("decide");
  const { may } = page;
  const forms = [
    ...(may.stop ? [{ key: "suspend", label: t("suspend"), now: t("suspendNow"), Form: SuspendForm }] : []),
    ...(may.stop && may.notContinue
      ? [{ key: "notContinue", label: t("notContinue"), now: t("notContinueNow"), Form: NotContinueForm }]
      : []),
    ...(may.withdraw
      ? [{ key: "withdraw", label: t("withdraw"), now: t("withdrawNow"), Form: WithdrawForm }]
      : []),
  ];
  return (
    <>
      {forms.map(({ key, label, now, Form }) => (
        <WithReason
          key={key}
          title={label}
          form={Form}
          keys={<Keys page={page} />}
          label={t("reason")}
          hint={t("told")}
          now={now}
          busy={t("saving")}
        />
      ))}
      {may.resume === null ? null : (
        <WithReason
          title={t("resumeOpen")}
          form={ResumeForm}
          keys={
            <>
              <Keys page={page} />
              <Hidden name="entryId" value={may.resume} />
            </>
          }
          label={t("reason")}
          hint={t("told")}
          now={t("resume")}
          busy={t("saving")}
          tone="quiet"
        />
      )}
    </>
  );
}

/**
 * What was struck out of that on which a certification rests, and which of its conditions it does not meet without: whoever decides
 * looks, and withdraws it or leaves it with a reason.
 */
async function Doubts({ page }: { page: WayPage }) {
  const locale = (await getLocale()) as Locale;
  const errors = await getTranslations("errors");
  const t = await getTranslations("decide");
  return page.doubts.map((one) => (
    <Notice key={one.id} tone="attention" title={t("doubtTitle")}>
      <p>
        {t("doubt", {
          kind: t(one.taken ? "takenUnsigned" : `kind.${one.kind}`),
          day: fullDay(one.of, locale),
          by: one.by ? nameInSentence(one.by, locale) : "Cascade",
          on: fullDay(one.day, locale),
          decided: list(
            one.decided.map(({ on }) => fullDay(on, locale)),
            locale,
          ),
        })}
      </p>
      {one.decided.map(({ on, modules, lacking }) =>
        lacking === null ? null : (
          <p key={`${on} ${modules}`}>
            {one.decided.length > 1 && modules
              ? `${modulesSaid(modules, t("whole"), locale)}${dotBetween}`
              : null}
            {lacking.length > 0
              ? t("doubtLacking", { conditions: lackingOnPaper({ lacking }, locale) ?? "" })
              : t("doubtMet")}
          </p>
        ),
      )}
      {page.may.leave && one.recommended ? <p>{errors("recommenderDecides")}</p> : null}
      {page.may.leave && !one.recommended ? (
        <>
          <p>{t("doubtDecide")}</p>
          <WithReason
            title={t("leave")}
            form={LeaveForm}
            keys={
              <>
                <Keys page={page} />
                <Hidden name="entryId" value={one.id} />
              </>
            }
            label={t("reason")}
            now={t("leaveNow")}
            busy={t("saving")}
            tone="quiet"
          />
        </>
      ) : null}
    </Notice>
  ));
}
