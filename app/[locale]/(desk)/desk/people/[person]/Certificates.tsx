import { getLocale, getTranslations } from "next-intl/server";
import { CertificateFile } from "@/app/_ui/CertificateFile";
import { CertificateScope } from "@/app/_ui/CertificateScope";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import { isPast, paperOf, statusOn } from "@/lib/certificates/rules";
import { shortRange, wholeNumber } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/** The certificates that somebody holds or held, the newest first: what each is worth, its file and its public proof. */
export async function Certificates({
  registrations,
  today,
}: {
  registrations: readonly FollowedRegistration[];
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("personPage");
  const follow = await getTranslations("follow");
  const kinds = await getTranslations("certificateKind");
  const all = registrations
    .flatMap((r) => r.certificates.map((certificate) => ({ ...certificate, course: r.title })))
    // Of one day the one that took the place of another comes before it.
    .reverse()
    .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn));
  const day = (on: string) => shortRange(on, on, locale);
  if (all.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="certificates">
      <h2 id="certificates">
        {t("certificates")} <span className="quiet tabular-nums">{wholeNumber(all.length, locale)}</span>
      </h2>
      <Table
        caption={t("certificates")}
        columns={[
          { key: "kind", label: `${t("certificate")}${dotBetween}${t("state")}` },
          { key: "issued", label: t("issued") },
          { key: "file", label: t("file") },
        ]}
      >
        <tbody>
          {all.map((c) => {
            const status = statusOn(c, today);
            return (
              <Row key={c.serial}>
                <RowHead
                  under={
                    c.kind === "trainer_certification" ? (
                      <CertificateScope certificate={c} />
                    ) : (
                      <Say text={c.course} />
                    )
                  }
                >
                  {/* Beside the serial a column of its own would be wider than its page. */}
                  <span className="inline-flex flex-wrap gap-x-2 items-center">
                    <span className="font-semibold">{kinds(paperOf(c.kind, c.master))}</span>
                    <CertificateBadge status={status} />
                  </span>
                </RowHead>
                <Cell under={c.allUntil ? t("until", { day: day(c.allUntil) }) : null}>
                  <span className="kept">{day(c.issuedOn)}</span>
                </Cell>
                <Cell at="next" under={<Serial serial={c.serial} />}>
                  <span className="flex flex-wrap gap-x-3 items-center">
                    {isPast(status) ? null : <CertificateFile certificate={c} label={follow("download")} />}
                    <a href={`/verify/${c.serial}`}>
                      {follow("verify")}
                      <span className="sr-only"> {c.serial}</span>
                    </a>
                  </span>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
