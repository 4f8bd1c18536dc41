import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { fullDay } from "@/lib/i18n/format";
import { isolate, shownIn } from "@/lib/i18n/rules";
import type { ActionPlan } from "@/lib/stages/queries";
import { mostPlanned, type PlannedState } from "@/lib/stages/rules/plan";
import { Hidden, SelectField, TextField } from "./form/fields";

type Plan = Pick<ActionPlan, "tools" | "workshops">;
type Shown = Pick<Plan, "tools"> & {
  workshops: readonly (Plan["workshops"][number] & { state?: PlannedState })[];
};

/** The workshops that somebody plans, a line each; for the desk with what became of it. */
export function PlannedWorkshops({ tools, workshops }: Shown) {
  const locale = useLocale();
  const t = useTranslations("actionPlan");
  return (
    <ul className="grid gap-1">
      {workshops.map(({ number, toolId, day, place, audience, state }) => {
        const tool = tools.find(({ id }) => id === toolId);
        const said = {
          tool: tool ? isolate(shownIn(tool.title, locale), locale) : "",
          day: fullDay(day, locale),
          place: isolate(place, locale),
        };
        return (
          <li key={number}>
            {audience ? t("lineFor", { ...said, audience: isolate(audience, locale) }) : t("line", said)}
            {state ? (
              <span className={state === "overdue" ? "block font-semibold text-attention" : "block quiet"}>
                {t(`state.${state}`)}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What the form of a plan holds at first: what is planned, and room for one more, two at least. */
export const planDefaults = ({ tools, workshops }: Plan) => ({
  workshops: Array.from({ length: Math.min(mostPlanned, Math.max(2, workshops.length + 1)) }, (_, index) => {
    const { toolId, day, place, audience } = workshops[index] ?? {};
    return {
      toolId: String(toolId ?? tools[0]?.id ?? ""),
      ...{ day: day ?? "", place: place ?? "", audience: audience ?? "" },
    };
  }),
});

/**
 * The fields of a plan, a group for each workshop.
 * @param dayField how a day is asked for: public pages have the browser's own field, which is no script.
 */
export function PlanFields({
  plan,
  dayField,
}: {
  plan: Plan;
  dayField: (name: string, label: string) => ReactNode;
}) {
  const locale = useLocale();
  const t = useTranslations("actionPlan");
  const { tools } = plan;
  return planDefaults(plan).workshops.map((workshop, index) => {
    const name = (field: string) => `workshops.${index}.${field}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a workshop is its place in the plan
      <fieldset key={index} className="grid gap-3">
        <legend className="font-semibold">{t("workshop", { number: index + 1 })}</legend>
        {tools.length > 1 ? (
          <SelectField
            name={name("toolId")}
            label={t("tool")}
            options={tools.map(({ id, title }) => ({ value: String(id), label: shownIn(title, locale) }))}
          />
        ) : (
          <Hidden name={name("toolId")} value={workshop.toolId} />
        )}
        {dayField(name("day"), t("day"))}
        <TextField name={name("place")} label={t("place")} />
        <TextField
          name={name("audience")}
          label={t("audience")}
          hint={t("audienceHint")}
          optional={t("optional")}
        />
      </fieldset>
    );
  });
}
