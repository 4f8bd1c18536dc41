"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { Written } from "@/app/_ui/Written";
import { hours } from "@/lib/i18n/format";
import "./module-chips.css";

/** A version of a tool with its modules, ready to read. */
export type PlanVersion = {
  id: string;
  /** Its country or number, where the tool has several. */
  name: string;
  modules: { id: string; code: string; title: string; minutes: number }[];
};
export type PlanTool = {
  id: string;
  name: string;
  mark: ReactNode;
  tone: string;
  versions: PlanVersion[];
};

/** Modules as chips in a row of their tool and version; each group says whose modules they are. */
export function ModuleChips({
  tools,
  optional,
  hint,
}: {
  tools: PlanTool[];
  optional?: string;
  hint: string;
}) {
  const t = useTranslations("planSteps");
  const field = useField("moduleIds", hint, t("modules"));
  const group = useTicks("moduleIds");
  const { id, ...props } = field.props;
  const first = tools[0]?.versions[0]?.modules[0]?.id;
  return (
    <fieldset className="grid gap-2 min-w-0 scroll-mt-4" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold">
        {t("modules")}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </legend>
      <ErrorLine id={id} error={field.error} />
      <p id={`${id}-hint`} className="quiet">
        {hint}
      </p>
      {tools.map((tool) => (
        <fieldset key={tool.id} className="module-tool" data-tone={tool.tone}>
          <legend>{tool.mark}</legend>
          {tool.versions.map((version) => (
            <Version key={version.id} tool={tool} version={version} group={group}>
              {version.modules.map((module) => {
                const own = module.id === first ? id : `${id}-${module.id}`;
                return (
                  <Chip
                    key={module.id}
                    id={own}
                    module={module}
                    box={<Tick {...props} id={own} group={group} value={module.id} />}
                  />
                );
              })}
            </Version>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

function Version({
  tool,
  version,
  group,
  children,
}: {
  tool: PlanTool;
  version: PlanVersion;
  group: ReturnType<typeof useTicks>;
  children: ReactNode;
}) {
  const t = useTranslations("planSteps");
  const inBrowser = useInBrowser();
  const ids = version.modules.map((module) => module.id);
  const all = ids.every((one) => group.ticked.has(one));
  return (
    <fieldset className="module-version">
      <legend className={version.name ? "quiet" : "sr-only"}>
        {/* The tool is in the name too: a list of boxes is heard without the row above it. */}
        <span className="sr-only">
          <Written>{tool.name}</Written>{" "}
        </span>
        <Written>{version.name}</Written>
      </legend>
      <div className="module-chips">{children}</div>
      {inBrowser && ids.length > 1 ? (
        <button type="button" className="module-all" onClick={() => group.put(ids, !all)}>
          {all ? t("none") : t("all", { count: ids.length })}
          <span className="sr-only">
            {" "}
            <Written>{tool.name}</Written> <Written>{version.name}</Written>
          </span>
        </button>
      ) : null}
    </fieldset>
  );
}

function Chip({ id, module, box }: { id: string; module: PlanVersion["modules"][number]; box: ReactNode }) {
  const locale = useLocale();
  return (
    <label htmlFor={id} className="module-chip">
      {box}
      <span>
        {module.code ? <b>{module.code} </b> : null}
        <Written>{module.title}</Written>
      </span>{" "}
      <span className="chip-hours">{hours(module.minutes, locale)}</span>
    </label>
  );
}
