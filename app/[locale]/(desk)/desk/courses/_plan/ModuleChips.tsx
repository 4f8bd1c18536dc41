"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { Written } from "@/app/_ui/Written";
import { usualVersion } from "@/lib/curriculum/rules";
import { hours } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import "./module-chips.css";

/** A version of a tool with its modules, ready to read. */
export type PlanVersion = {
  id: string;
  /** Its country or number, where the tool has several. */
  name: string;
  /** The country whose variant it is, by its code; null where it is of none. */
  country: string | null;
  modules: {
    id: string;
    code: string;
    title: string;
    minutes: number;
    /** How long each of its activities is, in minutes: a timetable divides it between them. */
    activities: readonly number[];
  }[];
};
export type PlanTool = {
  id: string;
  name: string;
  mark: ReactNode;
  tone: string;
  versions: PlanVersion[];
};

/**
 * Modules as chips, a row for each tool; each group says whose modules they are. Of a tool that has several versions one is
 * shown, and chosen beside its name; those that something is ticked of stay in sight. Without JavaScript all of them stand
 * there.
 */
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
      {tools.map((tool, place) => (
        <ToolRow key={tool.id} tool={tool} group={group}>
          {(version, isFirst) =>
            version.modules.map((module, at) => {
              // What is wrong with all of them leads to the first box that is in sight.
              const own = place === 0 && isFirst && at === 0 ? id : `${id}-${module.id}`;
              return (
                <Chip
                  key={module.id}
                  id={own}
                  module={module}
                  box={<Tick {...props} id={own} group={group} value={module.id} />}
                />
              );
            })
          }
        </ToolRow>
      ))}
    </fieldset>
  );
}

/** What is chosen in the place of one version, to see them all. */
const everyVersion = "all";

/** Which versions of a tool are in sight, and how another one is chosen: what was ticked goes along by its code. */
function useVersions({ versions }: PlanTool, group: ReturnType<typeof useTicks>) {
  const inBrowser = useInBrowser();
  const country = useWatch({ name: "country" });
  const [byHand, setByHand] = useState<string | null>(null);
  const idsOf = (version: PlanVersion) => version.modules.map((module) => module.id);
  const ticked = versions.filter((version) => idsOf(version).some((one) => group.ticked.has(one)));
  const current =
    byHand ??
    (ticked.length > 1 ? everyVersion : ((ticked[0] ?? usualVersion(versions, country))?.id ?? everyVersion));
  const isShown = (version: PlanVersion) =>
    !inBrowser || current === everyVersion || version.id === current || ticked.includes(version);
  const choose = (id: string) => {
    setByHand(id);
    const to = versions.find((version) => version.id === id);
    if (!to) return;
    const others = ticked.filter((version) => version !== to);
    const codes = new Set(
      others.flatMap((version) =>
        version.modules.filter((module) => group.ticked.has(module.id)).map((module) => module.code),
      ),
    );
    group.put(others.flatMap(idsOf), false);
    group.put(
      to.modules.filter((module) => codes.has(module.code)).map((module) => module.id),
      true,
    );
  };
  return { current, isShown, choose, choosable: inBrowser && versions.length > 1 };
}

/** A tool with its version and modules. */
function ToolRow({
  tool,
  group,
  children,
}: {
  tool: PlanTool;
  group: ReturnType<typeof useTicks>;
  /** The boxes of a version; `isFirst` where it is the first in sight. */
  children: (version: PlanVersion, isFirst: boolean) => ReactNode;
}) {
  const t = useTranslations("planSteps");
  const locale = useLocale() as Locale;
  const { current, isShown, choose, choosable } = useVersions(tool, group);
  const shown = tool.versions.filter(isShown);
  return (
    <fieldset className="module-tool" data-tone={tool.tone}>
      <legend>{tool.mark}</legend>
      {choosable ? (
        <select
          className="input"
          aria-label={t("versionOf", { tool: isolate(tool.name, locale) })}
          value={current}
          onChange={({ target }) => choose(target.value)}
        >
          {tool.versions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={everyVersion}>{t("everyVersion")}</option>
        </select>
      ) : null}
      {tool.versions.map((version) => (
        <Version
          key={version.id}
          tool={tool}
          version={version}
          group={group}
          hidden={!isShown(version)}
          named={!choosable || shown.length > 1}
        >
          {children(version, version === shown[0])}
        </Version>
      ))}
    </fieldset>
  );
}

function Version({
  tool,
  version,
  group,
  hidden,
  named,
  children,
}: {
  tool: PlanTool;
  version: PlanVersion;
  group: ReturnType<typeof useTicks>;
  /** Out of sight; its boxes stay, for a box that goes takes its tick with it. */
  hidden: boolean;
  /** False where the choice above says which version it is. */
  named: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("planSteps");
  const inBrowser = useInBrowser();
  const ids = version.modules.map((module) => module.id);
  const all = ids.every((one) => group.ticked.has(one));
  return (
    <fieldset className="module-version" hidden={hidden}>
      <legend className={version.name && named ? "quiet" : "sr-only"}>
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
