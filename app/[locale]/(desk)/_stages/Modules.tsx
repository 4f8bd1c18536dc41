import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { fullDay, hours } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import {
  type Learnt,
  type ModuleLedger,
  markOfModule,
  type Taught,
  type ToolLedger,
} from "@/lib/stages/rules/ledger";
import "./modules.css";

/** What somebody taught and completed of each tool, all courses together: a field for each module, and as a table. */
export async function Modules({ ledger, more }: { ledger: readonly ToolLedger[]; more?: ReactNode }) {
  const t = await getTranslations("personPage");
  const l = await getTranslations("ledger");
  return (
    <section className="card grid gap-4" aria-labelledby="modules">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="modules" className="text-base">
          {t("modules")}
        </h2>
        {ledger.length > 0 ? <p className="quiet">{t("together")}</p> : null}
      </div>
      {ledger.length === 0 ? <p className="quiet">{t("noModules")}</p> : null}
      {ledger.map((tool) => (
        <div key={tool.code} className="grid gap-2">
          <h3 className="text-sm flex flex-wrap gap-x-3">
            <ToolMark tool={tool} />
            {tool.complete ? <span className="quiet font-normal">{l("complete")}</span> : null}
          </h3>
          <ul className="module-marks" data-tone={toolTone(tool.code)}>
            {tool.modules.map((module) => (
              <Mark key={module.code} module={module} />
            ))}
          </ul>
        </div>
      ))}
      {ledger.length > 0 ? (
        <>
          <p className="quiet">{t("modulesKey")}</p>
          <LedgerTable ledger={ledger} />
        </>
      ) : null}
      {more}
    </section>
  );
}

/** The same as a table: of each module the courses in which it was taught and in which role, and where it was completed. */
async function LedgerTable({ ledger }: { ledger: readonly ToolLedger[] }) {
  const t = await getTranslations("personPage");
  return (
    <AsTable
      caption={t("modules")}
      heads={[t("module"), t("taught"), t("completed")]}
      rows={ledger.flatMap((tool) =>
        tool.modules.map((module) => [
          <span key="module">
            <ToolMark tool={tool} alone /> <bdi>{module.code}</bdi> <Say text={module.title} />
          </span>,
          <Lines key="taught">
            {module.taught.map((one) => (
              <TaughtLine key={`${one.courseId} ${one.role}`} one={one} />
            ))}
          </Lines>,
          <Lines key="completed">
            {module.learnt.map((one) => (
              <LearntLine
                key={one.by === "course" ? `c${one.courseId}` : `r${one.recognitionId}`}
                one={one}
              />
            ))}
          </Lines>,
        ]),
      )}
    />
  );
}

const Lines = ({ children }: { children: ReactNode[] }) =>
  children.length === 0 ? "–" : <ul className="grid gap-1">{children}</ul>;

async function TaughtLine({ one }: { one: Taught }) {
  const locale = await getLocale();
  const roles = await getTranslations("trainerRole");
  return (
    <li>
      {one.day ? `${fullDay(one.day, locale)}${dotBetween}` : null}
      <Say text={one.course} />
      {one.role ? `${dotBetween}${roles(one.role)}` : null}
    </li>
  );
}

/** Where a module was completed: the course with the time attended, or by what and by whom it was recognised. */
export async function LearntLine({ one }: { one: Learnt }) {
  const locale = await getLocale();
  const t = await getTranslations("ledger");
  const day = one.day ? `${fullDay(one.day, locale)}${dotBetween}` : null;
  if (one.by === "course")
    return (
      <li>
        {day}
        <Say text={one.course} />
        {one.minutes === null ? null : `${dotBetween}${hours(one.minutes, locale)}`}
      </li>
    );
  return (
    <li>
      {day}
      {t("recognised")}
      {dotBetween}
      <Written>{one.evidence}</Written>
      {one.recognisedBy ? (
        <>
          {dotBetween}
          <FirstName of={one.recognisedBy} />
        </>
      ) : null}
    </li>
  );
}

/** One module: filled where it was taught, tinted where it was completed, a dash where neither. */
async function Mark({ module }: { module: ModuleLedger }) {
  const t = await getTranslations("personPage");
  const { stand, times, year } = markOfModule(module);
  return (
    <li data-stand={stand}>
      {module.code ? <bdi className="module-code">{module.code}</bdi> : null}
      {stand === "none" ? (
        <span>
          <span aria-hidden>–</span>
          <span className="sr-only">{t("neither")}</span>
        </span>
      ) : (
        <span>
          {year ? <b>{year}</b> : null}
          <span>{stand === "taught" ? t("taughtTimes", { count: times }) : t("learnt")}</span>
        </span>
      )}
    </li>
  );
}
