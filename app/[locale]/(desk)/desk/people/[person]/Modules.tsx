import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { fullDay } from "@/lib/i18n/format";
import type { PersonPage } from "@/lib/people/queries";
import type { ModuleMark } from "@/lib/people/rules/known";
import "./modules.css";
import { dotBetween } from "@/lib/i18n/rules";

/** What somebody taught and completed of each tool, all courses together: a field for each module, and as a table. */
export async function Modules({ person }: { person: PersonPage }) {
  const locale = await getLocale();
  const t = await getTranslations("personPage");
  const { tools, ledger } = person;
  const completed = (tool: string, code: string) =>
    ledger.filter((one) => one.toolCode === tool && one.code === code);
  return (
    <section className="card grid gap-4" aria-labelledby="modules">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="modules" className="text-base">
          {t("modules")}
        </h2>
        {tools.length > 0 ? <p className="quiet">{t("together")}</p> : null}
      </div>
      {tools.length === 0 ? <p className="quiet">{t("noModules")}</p> : null}
      {tools.map((tool) => (
        <div key={tool.code} className="grid gap-2">
          <h3 className="text-sm">
            <ToolMark tool={tool} />
          </h3>
          <ul className="module-marks" data-tone={toolTone(tool.code)}>
            {tool.modules.map((module) => (
              <Mark key={module.code} module={module} />
            ))}
          </ul>
        </div>
      ))}
      {tools.length > 0 ? (
        <>
          <p className="quiet">{t("modulesKey")}</p>
          <AsTable
            caption={t("modules")}
            heads={[t("module"), t("taught"), t("completed")]}
            rows={tools.flatMap((tool) =>
              tool.modules.map((module) => [
                <span key="module">
                  <ToolMark tool={tool} alone /> <bdi>{module.code}</bdi> <Say text={module.title} />
                </span>,
                module.taught > 0 ? (
                  <span key="taught">
                    {t("times", { count: module.taught })}
                    {module.taughtIn ? `${dotBetween}${module.taughtIn}` : null}
                  </span>
                ) : (
                  "–"
                ),
                completed(tool.code, module.code).length > 0 ? (
                  <ul key="completed">
                    {completed(tool.code, module.code).map((one) => (
                      <li key={`${one.moduleId}-${one.courseId}`}>
                        {one.endsOn ? `${fullDay(one.endsOn, locale)}${dotBetween}` : null}
                        <Say text={one.course} />
                      </li>
                    ))}
                  </ul>
                ) : (
                  "–"
                ),
              ]),
            )}
          />
        </>
      ) : null}
    </section>
  );
}

/** One module: filled where it was taught, tinted where it was completed, a dash where neither. */
async function Mark({ module: { code, taught, taughtIn, completed, completedIn } }: { module: ModuleMark }) {
  const t = await getTranslations("personPage");
  const stand = taught > 0 ? "taught" : completed ? "completed" : "none";
  const year = stand === "taught" ? taughtIn : completedIn;
  return (
    <li data-stand={stand}>
      {code ? <bdi className="module-code">{code}</bdi> : null}
      {stand === "none" ? (
        <span>
          <span aria-hidden>–</span>
          <span className="sr-only">{t("neither")}</span>
        </span>
      ) : (
        <span>
          {year ? <b>{year}</b> : null}
          <span>{stand === "taught" ? t("taughtTimes", { count: taught }) : t("learnt")}</span>
        </span>
      )}
    </li>
  );
}
