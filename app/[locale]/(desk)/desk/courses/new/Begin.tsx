import { getLocale, getTranslations } from "next-intl/server";
import { DayInput } from "@/app/_ui/form/DayInput";
import { shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import type { Source } from "./source";

/** Before the plan itself: the template or the course that it is made from, its first day, and its programme where there are many. */
export async function Begin({
  templates,
  programmes,
  programmeId,
  source,
}: {
  templates: readonly { id: number; name: string }[];
  /** To choose from; none where all are offered together in the plan. */
  programmes: readonly { id: number; title: Translated }[];
  programmeId: number | undefined;
  source: Source | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const c = await getTranslations("copy");
  const fromTemplate = !source?.copyOf && templates.length > 0;
  if (!source && !fromTemplate && programmes.length === 0) return null;
  const days = source !== null || fromTemplate;
  return (
    <form method="get" className="card flex flex-wrap gap-3 items-end mb-6" aria-label={c("begin")}>
      {source?.copyOf ? <input type="hidden" name="copy" value={source.copyOf} /> : null}
      {fromTemplate ? (
        <label className="field basis-60">
          <span>{c("template")}</span>
          <select name="template" defaultValue={source?.templateId ?? ""} className="input">
            <option value="">{c("nothing")}</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {programmes.length > 0 ? (
        <label className="field basis-60">
          <span>{t("programme")}</span>
          <select name="programme" defaultValue={programmeId} className="input">
            {programmes.map((p) => (
              <option key={p.id} value={p.id}>
                {shownIn(programmeCalled(p.title), locale)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {days ? (
        <div className="field basis-72">
          <label htmlFor="to">{c("firstDay")}</label>
          <DayInput
            key={source?.key}
            id="to"
            name="to"
            called={c("firstDay")}
            day={source?.asked ?? ""}
            aria-describedby="to-hint"
          />
        </div>
      ) : null}
      <button type="submit" className="button">
        {days ? c("fill") : t("chooseProgramme")}
      </button>
      {days ? (
        <p id="to-hint" className="quiet basis-full">
          {c("firstDayHint")}
        </p>
      ) : null}
    </form>
  );
}
