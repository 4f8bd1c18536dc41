import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CertifiedMarks } from "@/app/_ui/CertifiedMarks";
import { DayField } from "@/app/_ui/form/days";
import { CheckField, Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Written } from "@/app/_ui/Written";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import type { PersonRenewal } from "@/lib/stages/queries/renewals";
import type { GateState } from "@/lib/stages/rules/stage";
import {
  MasterForm,
  MasterStepForm,
  RecommendRenewalForm,
  RenewForm,
} from "../../../../_stages/renewalForms";
import { Words } from "../../../../_stages/Words";

const renewalGates = ["renewalWorkshopsPerYear", "renewalRefresher", "renewalExamination"] as const;
const steps = ["master_training", "master_examination"] as const;

/** A certification of somebody with one tool: its end, what renewing it takes, the way to master trainer. */
export function OneRenewal({
  personId,
  viewer,
  of,
  today,
}: {
  personId: number;
  /** Key of whoever looks. */
  viewer: number | null;
  of: PersonRenewal;
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("renewal");
  const s = useTranslations("stages");
  const { renewal, standing, master, mayDecide } = of;
  const ends = {
    before: renewal.opensOn,
    open: renewal.until,
    grace: renewal.graceUntil,
    over: renewal.graceUntil,
  };
  const held = renewal.until >= today;
  const may = mayDecide && !["suspended", "withdrawn", "not_continued"].includes(standing.stage);
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
          {t(held ? "until" : "ended", { day: fullDay(renewal.until, locale) })}
          {dotBetween}
          <bdi>{of.programme}</bdi>
        </span>
        <CertifiedMarks before={of.before} byException={standing.byException} />
      </h2>
      <p>{t(`window.${renewal.window}`, { day: fullDay(ends[renewal.window], locale) })}</p>
      <h3 className="text-sm">{t("since", { day: fullDay(renewal.since, locale) })}</h3>
      <Gates gates={renewal.gates} name={(gate) => t(`gate.${renewalGates.find((one) => one === gate)!}`)} />
      {may && (renewal.window === "open" || renewal.window === "grace") ? (
        <Fold title={t("renew")}>
          <ByTwo of={of} towards="renewed" gates={renewal.gates} way={way} viewer={viewer}>
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
        </Fold>
      ) : null}
      <h3 className="text-sm">{t("master")}</h3>
      {master.isMaster ? <p>{t("isMaster")}</p> : <MasterGates gates={master.gates} />}
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
          {held ? (
            <Fold title={t("approveMaster")}>
              <ByTwo of={of} towards="master_approved" gates={master.gates} way={way} viewer={viewer}>
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
            </Fold>
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

/**
 * A decision by two persons: where conditions are missing, or none is set, one recommends first and another decides on it; else it
 * is decided at once.
 */
function ByTwo({
  of,
  towards,
  gates,
  way,
  viewer,
  children,
}: {
  of: PersonRenewal;
  towards: "renewed" | "master_approved";
  gates: readonly GateState[];
  way: ReactNode;
  viewer: number | null;
  children: (ground: ReactNode) => ReactNode;
}) {
  const locale = useLocale();
  const t = useTranslations("renewal");
  const missing = gates.some((gate) => gate.missing > 0);
  if (gates.length > 0 && !missing) return children(<Ground missing={false} />);
  const open = of.open[towards];
  if (open === null)
    return (
      <RecommendRenewalForm className="grid gap-3 pt-3" defaults={{ words: "" }}>
        {way}
        <Hidden name="kind" value={towards} />
        <p>{t(missing ? "recommendExceptionHint" : "recommendHint")}</p>
        <Words label={t("words")} />
        <div>
          <Submit busy={t("saving")}>{t(missing ? "recommendExceptionNow" : "recommendNow")}</Submit>
        </div>
      </RecommendRenewalForm>
    );
  return (
    <div className="grid gap-2 pt-3">
      <p>
        {t(missing ? "exceptionRecommended" : "recommended", {
          name: open.by ? nameInSentence(open.by, locale) : "Cascade",
        })}
      </p>
      <p className="whitespace-pre-line">
        <Written>{open.words ?? ""}</Written>
      </p>
      {open.enteredBy === viewer ? (
        <p className="quiet">{t(missing ? "exceptionYours" : "recommendedYours")}</p>
      ) : (
        children(<Ground missing={missing} />)
      )}
    </div>
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
