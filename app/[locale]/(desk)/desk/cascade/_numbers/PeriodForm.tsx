import { useTranslations } from "next-intl";
import type { PeriodAsked } from "@/app/_server/periodAsked";
import { DayInput } from "@/app/_ui/form/DayInput";

/** Between which days the workshops that are counted began. Sent to the address with what it says besides. */
export function PeriodForm({
  path,
  kept,
  asked: { typed, faults },
}: {
  path: string;
  kept: Readonly<Record<string, string | null>>;
  asked: PeriodAsked;
}) {
  const t = useTranslations("cascade");
  const errors = useTranslations("errors");
  return (
    <form
      method="get"
      action={path}
      className="flex flex-wrap items-end gap-3 mb-3 print:hidden"
      aria-label={t("period")}
    >
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {(["from", "to"] as const).map((name) => (
        <div key={name} className="grid gap-1">
          <label htmlFor={`period-${name}`} className="font-semibold">
            {t(`periodDay.${name}`)}
          </label>
          {faults[name] ? (
            <p id={`period-${name}-error`} role="alert" className="text-stop text-sm font-semibold">
              {errors(faults[name])}
            </p>
          ) : null}
          <DayInput
            id={`period-${name}`}
            name={name}
            called={t(`periodDay.${name}`)}
            day={typed[name]}
            aria-invalid={faults[name] ? true : undefined}
            aria-describedby={faults[name] ? `period-${name}-error` : undefined}
          />
        </div>
      ))}
      <button type="submit" className="button">
        {t("periodShow")}
      </button>
    </form>
  );
}
