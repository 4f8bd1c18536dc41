import { useTranslations } from "next-intl";
import { EndMarks, WayMarks } from "@/app/_ui/CertifiedMarks";
import { Badge } from "@/app/_ui/kit/Badge";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { fullDay, shortRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { certifiedOnDay } from "@/lib/stages/queries/certifiedOn";

type End = ReturnType<typeof certifiedOnDay>["rows"][number]["ends"][number];

/** Who was certified on a day: as what, for which modules, since and until when, and what was entered only later. */
export function CertifiedTable({
  rows,
  day,
  locale,
}: {
  rows: ReturnType<typeof certifiedOnDay>["rows"];
  day: string;
  locale: string;
}) {
  const t = useTranslations("renewal");
  const s = useTranslations("stages");
  // A tool that is one module has no code for it.
  const whole = useTranslations("decide")("whole");
  const kinds = useTranslations("decide.kind");
  const of = ({ codes }: End) => codes.map((code) => code || whole).join(" ");
  const short = (on: string) => shortRange(on, on, locale);
  return (
    <Table
      caption={t("asOf.list", { day: fullDay(day, locale) })}
      columns={[
        { key: "name", label: t("asOf.who") },
        { key: "stage", label: t("asOf.stage") },
        { key: "modules", label: t("asOf.modules") },
        { key: "since", label: t("asOf.since") },
        { key: "until", label: t("asOf.until") },
        { key: "programme", label: t("asOf.programme") },
      ]}
    >
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.personId} ${row.programmeId}`}>
            <RowHead
              href={`/desk/people/${row.personId}/renewal`}
              under={
                row.enteredLater === null && row.saidSince.length === 0 ? undefined : (
                  <>
                    {row.enteredLater === null ? null : (
                      <span className="block">
                        {t("asOf.enteredLater", { day: fullDay(row.enteredLater, locale) })}
                      </span>
                    )}
                    {row.saidSince.map((one) => (
                      <span key={one.id} className="block">
                        {t("asOf.saidSince", { what: kinds(one.kind), day: fullDay(one.enteredOn, locale) })}
                      </span>
                    ))}
                  </>
                )
              }
            >
              <PersonName name={row.person.name} latinName={row.person.latinName} inLine />
            </RowHead>
            <Cell at="state">
              <span className="flex flex-wrap gap-2">
                <Badge tone="ok">{s(`stage.${row.stage}`)}</Badge>
                <WayMarks way={row} several={row.ends.length > 1} />
              </span>
            </Cell>
            <Cell label={t("asOf.modules")}>
              {row.ends.map((one) => (
                <span key={one.codes.join()} className="block">
                  <bdi>{of(one)}</bdi>{" "}
                  {row.ends.length > 1 ? <EndMarks end={one} doubted={row.doubted} /> : null}
                </span>
              ))}
            </Cell>
            <Cell label={t("asOf.since")}>
              <ByEnd ends={row.ends} of={of} day={(one) => short(one.since)} />
            </Cell>
            <Cell label={t("asOf.until")}>
              <ByEnd ends={row.ends} of={of} day={(one) => short(one.until)} />
            </Cell>
            <Cell label={t("asOf.programme")}>
              <Say text={row.programme} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** A day of each end; where there are several, each with its modules, so that it is read by itself. */
function ByEnd({
  ends,
  of,
  day,
}: {
  ends: readonly End[];
  of: (one: End) => string;
  day: (one: End) => string;
}) {
  return ends.map((one) => (
    <span key={one.codes.join()} className="block">
      {ends.length > 1 ? (
        <>
          <bdi>{of(one)}</bdi>
          {dotBetween}
        </>
      ) : null}
      {day(one)}
    </span>
  ));
}
