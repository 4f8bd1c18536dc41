import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Tick } from "@/app/_ui/form/ticks";
import { PersonName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { moment } from "@/lib/i18n/format";
import type { courseRegistrations } from "@/lib/registrations/queries";

type Row = ReturnType<typeof courseRegistrations>["rows"][number];

/** Registrations as rows; where decisions are open, each with its tick. */
export function RegistrationRows({
  course,
  rows,
  open,
  base,
}: {
  course: { id: number; zone: string };
  rows: readonly Row[];
  open: boolean;
  /** The address of the list. */
  base: string;
}) {
  const locale = useLocale();
  const t = useTranslations("registrations");
  return (
    <table className="rows">
      <thead>
        <tr>
          {open ? <th>{t("tick")}</th> : null}
          <th>{t("number")}</th>
          <th>{t("person")}</th>
          <th>{t("organisation")}</th>
          <th>{t("contact")}</th>
          <th>{t("registered")}</th>
          <th>{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.id}>
            {open ? (
              <td>
                <label className="inline-flex items-center gap-2 min-h-11 md:min-h-8 min-w-11">
                  <Tick value={String(r.id)} className="size-5 accent-accent" />
                  <span className="sr-only">{t("tickPerson", { name: r.name })}</span>
                </label>
              </td>
            ) : null}
            <td data-label={t("number")}>
              <bdi dir="ltr" className="font-mono whitespace-nowrap">
                {course.id}-{r.number}
              </bdi>
            </td>
            <td>
              <Link href={`${base}/${r.id}`} prefetch={false}>
                <PersonName name={r.name} latinName={r.latinName} />
              </Link>
            </td>
            <td data-label={t("organisation")}>
              {r.organisation ? <Written>{r.organisation}</Written> : null}
            </td>
            <td data-label={t("contact")}>
              <bdi dir="ltr">{r.phone ?? r.email}</bdi>
            </td>
            <td data-label={t("registered")}>{moment(r.registeredAt, course.zone, locale)}</td>
            <td data-label={t("state")}>
              <span className="flex flex-wrap gap-1">
                <RegistrationBadge state={r.state} />
                {r.waitingNumber === null ? null : t("waitingNumber", { number: r.waitingNumber })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
