import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CertificateFile } from "@/app/_ui/CertificateFile";
import { CertificateScope } from "@/app/_ui/CertificateScope";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import { isPast, paperOf, statusOn } from "@/lib/certificates/rules";
import { nameToReissue } from "@/lib/certificates/rules/names";
import { shortRange, wholeNumber } from "@/lib/i18n/format";
import { nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/**
 * The certificates that somebody holds or held, the newest first: what each is worth, its file and its public proof. One that bears
 * a name from before says so to whoever may issue it anew.
 * @param issues the courses whose certificates the viewer may issue.
 */
export async function Certificates({
  person,
  registrations,
  issues,
  today,
}: {
  person: PersonsNames;
  registrations: readonly FollowedRegistration[];
  issues: ReadonlySet<number>;
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("personPage");
  const follow = await getTranslations("follow");
  const kinds = await getTranslations("certificateKind");
  const page = await getTranslations("certificatePage");
  const all = registrations
    .flatMap((r) =>
      r.certificates.map((certificate) => ({ ...certificate, course: r.title, courseId: r.courseId })),
    )
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
          { key: "kind", label: t("certificate") },
          { key: "status", label: t("state") },
          { key: "issued", label: t("issued") },
          { key: "file", label: t("file") },
          { key: "more", label: t("more"), quiet: true },
        ]}
      >
        <tbody>
          {all.map((c) => {
            const status = statusOn(c, today);
            const earlier = issues.has(c.courseId) ? nameToReissue(c, person, today) : null;
            return (
              <Row key={c.serial}>
                <RowHead
                  under={
                    <>
                      {c.kind === "trainer_certification" ? (
                        <CertificateScope certificate={c} />
                      ) : (
                        <Say text={c.course} />
                      )}
                      {earlier ? (
                        <span className="block">
                          {page("earlierName", { name: nameInSentence(earlier, locale) })}{" "}
                          <Link
                            href={`/desk/courses/${c.courseId}/certificates?certificate=${c.id}`}
                            prefetch={false}
                          >
                            {page("reissue.open")}
                          </Link>
                        </span>
                      ) : null}
                    </>
                  }
                >
                  <span className="font-semibold">{kinds(paperOf(c.kind, c.master))}</span>
                </RowHead>
                <Cell at="state">
                  <CertificateBadge status={status} />
                </Cell>
                <Cell under={c.expiresOn ? t("until", { day: day(c.expiresOn) }) : null}>
                  <span className="kept">{day(c.issuedOn)}</span>
                </Cell>
                <Cell at="next" under={<Serial serial={c.serial} />}>
                  {isPast(status) ? null : (
                    <span className="flex flex-wrap gap-x-3 items-center">
                      <CertificateFile certificate={c} label={follow("download")} />
                    </span>
                  )}
                </Cell>
                <Cell at="menu">
                  <RowMenu of={`${kinds(paperOf(c.kind, c.master))} ${c.serial}`}>
                    <MenuItem>
                      <a href={`/verify/${c.serial}`}>{follow("verify")}</a>
                    </MenuItem>
                  </RowMenu>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
