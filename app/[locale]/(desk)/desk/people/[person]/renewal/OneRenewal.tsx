import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { DayField } from "@/app/_ui/form/days";
import { CheckField, Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { PersonRenewal } from "@/lib/stages/queries/renewals";
import { renewalGates, windowSaid } from "@/lib/stages/rules/renewal";
import { type GateState, isStoppedStage } from "@/lib/stages/rules/stage";
import {
  MasterForm,
  MasterStepForm,
  RecommendRenewalForm,
  RenewForm,
} from "../../../../_stages/renewalForms";
import { Words } from "../../../../_stages/Words";
import { Waiting } from "./Waiting";

const steps = ["master_training", "master_examination"] as const;

/** A certification of somebody with one tool: its end, what renewing it takes, the way to master trainer. */
export function OneRenewal({
  personId,
  viewer,
  of,
  today,
  next,
}: {
  personId: number;
  /** Key of whoever looks. */
  viewer: number | null;
  of: PersonRenewal;
  today: string;
  /** What is to be done next, and where. */
  next: ReactNode;
}) {
  const locale = useLocale();
  const t = useTranslations("renewal");
  const s = useTranslations("stages");
  const d = useTranslations("decide");
  const errors = useTranslations("errors");
  const { renewal, standing, master, mayDecide } = of;
  const { opensOn, until, graceUntil } = renewal;
  const ends = { before: opensOn, open: until, grace: graceUntil, over: graceUntil };
  const held = renewal.until >= today;
  // What is stopped is neither valid nor renewed before it goes on.
  const stopped = isStoppedStage(standing.stage);
  const may = mayDecide && !stopped;
  // What becomes of what rests on something struck out is decided before it is renewed.
  const decides = may && !of.doubted;
  const modules = modulesSaid(renewal.modules, "", locale);
  // Other modules keep their own ends.
  const others = standing.ends.some(({ code }) => !renewal.modules.includes(code));
  const way = (
    <>
      <Hidden name="personId" value={personId} />
      <Hidden name="programmeId" value={of.programmeId} />
      <Hidden name="toolId" value={of.toolId} />
    </>
  );
  return (
    <article className="card grid gap-4">
      <h2 className="text-base flex flex-wrap gap-x-3">
        <ToolMark tool={of.tool} />
        <span>{s(`stage.${standing.stage}`)}</span>
        <span className="quiet font-normal">
          {stopped ? null : (
            <>
              {t(held ? "until" : "ended", { day: fullDay(renewal.until, locale) })}
              {dotBetween}
            </>
          )}
          <Say text={of.programme} />
        </span>
        <CertifiedMarks before={of.before} byException={standing.byException} doubted={of.doubted} />
      </h2>
      {stopped ? null : (
        <p>
          {t(`window.${windowSaid(renewal)}`, {
            day: fullDay(ends[renewal.window], locale),
            grace: renewal.graceUntil > renewal.until ? fullDay(renewal.graceUntil, locale) : "none",
          })}
        </p>
      )}
      {may && of.doubted ? (
        <Notice tone="attention">
          {errors("doubtFirst")}{" "}
          <Link href={`${of.way}#decide`} prefetch={false} className="inline-flex items-center min-h-11">
            {d("doubtOpen")}
          </Link>
        </Notice>
      ) : null}
      {next}
      {others ? <p>{t("modules", { modules })}</p> : null}
      <h3 className="text-sm">{t("since", { day: fullDay(renewal.since, locale) })}</h3>
      <Gates gates={renewal.gates} name={(gate) => t(`gate.${renewalGates.find((one) => one === gate)!}`)} />
      <Waiting
        personId={personId}
        waiting={of.renewed}
        missing={isMissing(renewal.gates)}
        may={decides}
        viewer={viewer}
      />
      {decides && (renewal.window === "open" || renewal.window === "grace") ? (
        <ByTwo
          title={t("renew")}
          waiting={of.renewed}
          towards="renewed"
          gates={renewal.gates}
          way={way}
          viewer={viewer}
          barred={of.ownSteps.renewed}
        >
          {(ground) => (
            <RenewForm className="grid gap-3 pt-3" defaults={{ words: "", exception: false }}>
              {way}
              <p className="quiet">{t("renewHint")}</p>
              {ground}
              <div>
                <Submit busy={t("saving")}>{t("renewNow")}</Submit>
              </div>
            </RenewForm>
          )}
        </ByTwo>
      ) : null}
      <h3 className="text-sm">{t("master")}</h3>
      {master.isMaster ? <p>{t("isMaster")}</p> : <MasterGates gates={master.gates} />}
      <Waiting
        personId={personId}
        waiting={of.master_approved}
        missing={isMissing(master.gates)}
        may={decides}
        viewer={viewer}
      />
      {may && !master.isMaster ? (
        <>
          <Fold title={t("step")}>
            <MasterStepForm className="grid gap-3 pt-3" defaults={{ kind: steps[0], day: "", words: "" }}>
              {way}
              <SelectField
                name="kind"
                label={t("stepKind")}
                options={steps.map((value) => ({ value, label: t(`steps.${value}`) }))}
              />
              <DayField name="day" label={t("stepDay")} />
              <Words label={t("stepWords")} />
              <div>
                <Submit busy={t("saving")}>{t("stepNow")}</Submit>
              </div>
            </MasterStepForm>
          </Fold>
          {decides && (master.certifiedUntil ?? "") >= today ? (
            <ByTwo
              title={t("approveMaster")}
              waiting={of.master_approved}
              towards="master_approved"
              gates={master.gates}
              way={way}
              viewer={viewer}
              barred={of.ownSteps.master_approved}
            >
              {(ground) => (
                <MasterForm className="grid gap-3 pt-3" defaults={{ words: "", exception: false }}>
                  {way}
                  <p className="quiet">{t("masterHint")}</p>
                  {ground}
                  <div>
                    <Submit busy={t("saving")}>{t("approveMasterNow")}</Submit>
                  </div>
                </MasterForm>
              )}
            </ByTwo>
          ) : null}
        </>
      ) : null}
    </article>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="button">{title}</summary>
      {children}
    </details>
  );
}

const isMissing = (gates: readonly GateState[]): boolean => gates.some(({ missing }) => missing > 0);

type Sent = PersonRenewal["renewed"];

/** A decision, by two persons where conditions are missing or none is set, else at once; nothing for whoever recommended what waits. */
function ByTwo({
  title,
  waiting: { open },
  towards,
  gates,
  way,
  viewer,
  barred,
  children,
}: {
  title: string;
  waiting: Sent;
  towards: "renewed" | "master_approved";
  gates: readonly GateState[];
  way: ReactNode;
  viewer: number | null;
  /** True where the viewer entered what it rests on: somebody else decides. */
  barred: boolean;
  children: (ground: ReactNode) => ReactNode;
}) {
  const t = useTranslations("renewal");
  const errors = useTranslations("errors");
  const missing = isMissing(gates);
  if (barred) return <p className="quiet">{errors("ownSteps")}</p>;
  if ((gates.length > 0 && !missing) || (open && open.enteredBy !== viewer))
    return <Fold title={title}>{children(<Ground missing={missing} />)}</Fold>;
  if (open) return null;
  return (
    <Fold title={title}>
      <RecommendRenewalForm className="grid gap-3 pt-3" defaults={{ words: "" }}>
        {way}
        <Hidden name="kind" value={towards} />
        <p>{t(missing ? "recommendExceptionHint" : "recommendHint")}</p>
        <Words label={t("words")} />
        <div>
          <Submit busy={t("saving")}>{t(missing ? "recommendExceptionNow" : "recommendNow")}</Submit>
        </div>
      </RecommendRenewalForm>
    </Fold>
  );
}

/** On what ground it is decided, and by exception where something is missing. */
function Ground({ missing }: { missing: boolean }) {
  const t = useTranslations("renewal");
  return (
    <>
      <Words label={t("words")} hint={t("wordsHint")} />
      {missing ? <CheckField name="exception" label={t("exceptionTick")} hint={t("exceptionHint")} /> : null}
    </>
  );
}

function MasterGates({ gates }: { gates: readonly GateState[] }) {
  const g = useTranslations("gates");
  return <Gates gates={gates} name={(gate) => g(`name.${gate}`)} />;
}

/** Conditions, each met or missing by how much. */
function Gates({ gates, name }: { gates: readonly GateState[]; name: (gate: GateState["gate"]) => string }) {
  const t = useTranslations("stages");
  const r = useTranslations("renewal");
  if (gates.length === 0) return <p className="quiet">{r("noGates")}</p>;
  return (
    <ul className="grid gap-1">
      {gates.map(({ gate, need, have, missing }) => (
        <li key={gate}>
          <span className={missing > 0 ? "font-semibold" : undefined}>
            {name(gate)}
            {need > 1 ? `${dotBetween}${t("of", { have, need })}` : null}
          </span>
          {dotBetween}
          {missing === 0 ? t("met") : t("missing", { count: missing })}
        </li>
      ))}
    </ul>
  );
}
