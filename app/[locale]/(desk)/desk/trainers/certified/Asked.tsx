import { useLocale, useTranslations } from "next-intl";
import { DayInput } from "@/app/_ui/form/DayInput";
import type { Tool } from "@/lib/curriculum/queries";
import { countryName } from "@/lib/i18n/format";
import { inLanguage, type Locale } from "@/lib/i18n/rules";

/** Which day, tool, modules and country are asked for. Sent to the address, so that the answer has one. */
export function Asked({
  path,
  day,
  fault,
  tools,
  tool,
  modules,
  countries,
  country,
}: {
  path: string;
  /** What is asked for, or what was typed where that is no day. */
  day: string;
  /** What is wrong with the day that was typed. */
  fault: string | null;
  tools: readonly Tool[];
  tool: number | null;
  /** The codes of the tool's modules. */
  modules: readonly { code: string; chosen: boolean }[];
  countries: readonly string[];
  country: string | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("renewal.asOf");
  return (
    <form method="get" action={path} className="card grid gap-4 mb-6">
      <div className="grid gap-1">
        <label htmlFor="day" className="font-semibold">
          {t("day")}
        </label>
        {fault ? (
          <p id="day-error" className="text-stop text-sm font-semibold">
            {fault}
          </p>
        ) : null}
        <DayInput
          id="day"
          name="day"
          required
          called={t("day")}
          day={day}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? "day-error" : undefined}
        />
      </div>
      <div className="grid sm:grid-cols-2 gap-4">
        <div className="grid gap-1">
          <label htmlFor="tool" className="font-semibold">
            {t("tool")}
          </label>
          <select id="tool" name="tool" className="input" defaultValue={tool ?? undefined}>
            {tools.map(({ id, title }) => (
              <option key={id} value={id}>
                {inLanguage(title, locale).text}
              </option>
            ))}
          </select>
        </div>
        <div className="grid gap-1">
          <label htmlFor="country" className="font-semibold">
            {t("country")}
          </label>
          <select id="country" name="country" className="input" defaultValue={country ?? ""}>
            <option value="">{t("anyCountry")}</option>
            {countries.map((code) => (
              <option key={code} value={code}>
                {countryName(code, locale)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {modules.length > 0 ? (
        <fieldset className="grid gap-1" aria-describedby="modules-hint">
          <legend className="font-semibold">{t("modules")}</legend>
          <p id="modules-hint" className="quiet">
            {t("modulesHint")}
          </p>
          <div className="flex flex-wrap gap-x-6">
            {modules.map(({ code, chosen }) => (
              <label key={code} className="flex gap-2 items-start min-h-11 py-2">
                <input
                  type="checkbox"
                  name="modules"
                  value={code}
                  defaultChecked={chosen}
                  className="tick-box"
                />
                <bdi>{code}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div>
        <button type="submit" className="button-main">
          {t("show")}
        </button>
      </div>
    </form>
  );
}
