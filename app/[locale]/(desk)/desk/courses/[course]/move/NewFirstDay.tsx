import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DayInput } from "@/app/_ui/form/DayInput";
import { addDays } from "@/lib/time/civil";

/** Asks for the new first day: any, or one of those that people mostly move to. */
export async function NewFirstDay({
  base,
  startsOn,
  asked,
  chosen,
  fault,
}: {
  /** The address of the page. */
  base: string;
  startsOn: string;
  /** What was typed, and the day that it is. */
  asked: string;
  chosen: string | null;
  fault: string | null;
}) {
  const t = await getTranslations("move");
  const quick = [
    { to: addDays(startsOn, 1), label: t("nextDay") },
    { to: addDays(startsOn, 7), label: t("later", { weeks: 1 }) },
    { to: addDays(startsOn, 14), label: t("later", { weeks: 2 }) },
    { to: addDays(startsOn, 28), label: t("later", { weeks: 4 }) },
    { to: addDays(startsOn, -7), label: t("earlier") },
  ];
  return (
    <form method="get" action={base} className="card grid gap-4">
      <div className="grid gap-1">
        <label htmlFor="to" className="font-semibold">
          {t("firstDay")}
        </label>
        {fault ? (
          <p id="to-error" className="text-stop text-sm font-semibold">
            {fault}
          </p>
        ) : null}
        <DayInput
          key={asked}
          id="to"
          name="to"
          required
          called={t("firstDay")}
          day={chosen ?? startsOn}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? "to-error" : undefined}
        />
      </div>
      <div>
        <button type="submit" className={chosen ? "button" : "button-main"}>
          {t("show")}
        </button>
      </div>
      <nav aria-label={t("quick")}>
        <ul className="flex flex-wrap gap-2">
          {quick.map(({ to, label }) => (
            <li key={to}>
              <Link
                href={`${base}?to=${to}`}
                prefetch={false}
                className="button"
                aria-current={to === chosen ? "true" : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </form>
  );
}
