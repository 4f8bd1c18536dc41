"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useWatch } from "react-hook-form";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { Written } from "@/app/_ui/Written";
import { usualVersion } from "@/lib/curriculum/rules";
import { isolate } from "@/lib/i18n/rules";

export type OfferedTool = {
  /** The key of the version. */
  id: string;
  /** The key of the tool. */
  tool: string;
  /** The country whose variant it is, by its code; null where it is of none. */
  country: string | null;
  /** What it is called, with its country or version where the tool has several. */
  name: string;
  /** What its tool is called. */
  title: string;
  /** Its hours and modules. */
  note: string;
  modules: { id: string; code: string; name: string; minutes: number }[];
};

/**
 * Tools with their modules, other versions than the usual ones of the country folded: all modules of one by one box, single
 * ones below it. That box holds nothing of its own: it is ticked where all its modules are. Without JavaScript both kinds of
 * box are sent, and the server takes whatever either of them names.
 */
export function ToolFields({ tools }: { tools: OfferedTool[] }) {
  const locale = useLocale();
  const t = useTranslations("workshop");
  const label = t("modules");
  const modules = useField("moduleIds", null, label);
  const modulesTicked = useTicks("moduleIds");
  const sent = useTicks("wholeIds");
  const inBrowser = useInBrowser();
  const idsOf = (tool: OfferedTool) => tool.modules.map((m) => m.id);
  const several = tools.filter((tool) => tool.modules.length > 1);
  const put = (ids: readonly string[], on: boolean) => {
    sent.put(ids, false);
    modulesTicked.put(several.filter(({ id }) => ids.includes(id)).flatMap(idsOf), on);
  };
  const complete = several.filter((tool) => idsOf(tool).every((m) => modulesTicked.ticked.has(m)));
  const whole = {
    ...sent,
    put,
    ticked: inBrowser ? new Set(complete.map(({ id }) => id)) : sent.ticked,
  };
  const atStart = useEffectEvent(() => {
    if (sent.ticked.size > 0) put([...sent.ticked], true);
  });
  useEffect(() => atStart(), []);
  // The fault is said above, and beside the box of a whole tool: a fold with a fault in it would open, and push that away.
  const { id, ...props } = modules.props;
  const box = "tick-box";
  const country = useWatch({ name: "country" });
  const usual = [...new Set(tools.map(({ tool }) => tool))].flatMap(
    (one) =>
      usualVersion(
        tools.filter(({ tool }) => tool === one),
        country,
      ) ?? [],
  );
  const others = tools.filter((tool) => !usual.includes(tool));
  const othersTicked = others.some(
    (tool) => whole.ticked.has(tool.id) || idsOf(tool).some((m) => modulesTicked.ticked.has(m)),
  );
  const card = (tool: OfferedTool, folded: boolean) => {
    const ids = idsOf(tool);
    const some = ids.filter((m) => modulesTicked.ticked.has(m)).length;
    const first = tool === usual[0] ? id : `${id}-${tool.id}`;
    const said = folded ? {} : props;
    return (
      <div key={tool.id} className="card grid gap-1">
        {ids.length === 1 ? (
          <label htmlFor={first} className="flex gap-2 items-start min-h-11 py-2">
            <Tick {...said} id={first} group={modulesTicked} value={ids[0]!} className={box} />
            <span>
              <Written className="font-semibold">{tool.name}</Written>
              <span className="quiet block">{tool.note}</span>
            </span>
          </label>
        ) : (
          <>
            <label htmlFor={first} className="flex gap-2 items-start min-h-11 py-2">
              <Tick {...said} id={first} group={whole} value={tool.id} className={box} />
              <span>
                <span className="font-semibold">{t("whole", { tool: isolate(tool.name, locale) })}</span>
                <span className="quiet block">{tool.note}</span>
              </span>
            </label>
            <details open={some > 0 && !whole.ticked.has(tool.id) ? true : undefined}>
              <summary className="min-h-11 content-center quiet">{t("single")}</summary>
              {tool.modules.map((module) => (
                <label
                  key={module.id}
                  htmlFor={`${id}-${module.id}`}
                  className="flex gap-2 items-start min-h-11 py-2"
                >
                  <Tick id={`${id}-${module.id}`} group={modulesTicked} value={module.id} className={box} />
                  <Written>{module.name}</Written>
                </label>
              ))}
            </details>
          </>
        )}
      </div>
    );
  };
  return (
    <fieldset className="scroll-mt-4 grid gap-2" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">{label}</legend>
      <ErrorLine id={id} error={modules.error} />
      {usual.map((tool) => card(tool, false))}
      {others.length > 0 ? (
        <details open={othersTicked ? true : undefined}>
          <summary className="min-h-11 content-center">{t("otherVersions")}</summary>
          <div className="grid gap-2">{others.map((tool) => card(tool, true))}</div>
        </details>
      ) : null}
    </fieldset>
  );
}
