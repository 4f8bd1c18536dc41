import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { addressWith } from "@/app/_ui/kit/address";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, type Column, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { RowTick, TickAll } from "@/app/_ui/kit/ticked";
import { MailTo } from "@/app/_ui/Mail";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { PhoneNumber } from "@/app/_ui/PhoneNumber";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { dayNear } from "@/app/_words/nearDays";
import { moment } from "@/lib/i18n/format";
import { dotBetween, nameFor } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import type { Listed } from "./asked";
import { SameContacts } from "./SameContacts";

/** Registrations as rows; where decisions are open, each with its tick. */
export function RegistrationRows({
  course,
  list,
  show,
  open,
  today,
}: {
  course: { id: number; zone: string };
  list: Listed;
  /** The one that is open beside the list. */
  show: number | null;
  open: boolean;
  /** The civil day. */
  today: string;
}) {
  const locale = useLocale();
  const t = useTranslations("registrations");
  const more = useTranslations("decisions");
  const { rows, base, narrowed } = list;
  const sorted = (order: "name" | "registered", now: "ascending" | "descending") => ({
    href: addressWith(base, { ...narrowed, sort: narrowed.sort === order ? null : order }),
    now: narrowed.sort === order ? now : null,
  });
  const columns: Column[] = [
    ...(open
      ? [
          {
            key: "tick",
            label: <TickAll page={rows.map(({ id }) => String(id))} href={list.ticking("page")} />,
            box: true,
          },
        ]
      : []),
    { key: "person", label: t("person"), sort: sorted("name", "ascending") },
    { key: "organisation", label: t("organisation") },
    { key: "contact", label: t("contact"), spare: true },
    { key: "registered", label: t("registered"), spare: true, sort: sorted("registered", "descending") },
    { key: "state", label: t("state") },
    { key: "more", label: more("more"), quiet: true },
  ];
  return (
    <Table caption={t("title")} columns={columns} tight>
      <tbody>
        {rows.map((r) => (
          <Row key={r.id} chosen={r.id === show}>
            {open ? (
              <Cell at="tick">
                <RowTick value={String(r.id)} label={t("tickPerson", { name: nameFor(r, locale) })} />
              </Cell>
            ) : null}
            <RowHead
              href={list.showing(r.id)}
              linkId={`row-${r.id}`}
              scroll={false}
              under={
                <>
                  {r.latinName ? (
                    <>
                      <OtherName of={r} />
                      <span aria-hidden>{dotBetween}</span>
                    </>
                  ) : null}
                  <span className="sr-only">{t("number")} </span>
                  <NumberToQuote course={course.id} number={r.number} />
                </>
              }
            >
              <FirstName of={r} />
            </RowHead>
            <Cell wide under={r.position ? <Written>{r.position}</Written> : null}>
              {r.organisation ? <Written>{r.organisation}</Written> : null}
            </Cell>
            <Cell wide spare>
              {r.phone ? <PhoneNumber phone={r.phone} /> : r.email ? <MailTo address={r.email} /> : null}
            </Cell>
            <Cell wide spare>
              <span className="tbl-when">{moment(r.registeredAt, course.zone, locale)}</span>
            </Cell>
            <Cell at="narrow">
              {r.organisation ? (
                <>
                  <Written>{r.organisation}</Written>
                  {dotBetween}
                </>
              ) : null}
              <bdi className="kept">{dayNear(dayAt(r.registeredAt, course.zone), today, locale)}</bdi>
            </Cell>
            <Cell at="state">
              <span className="flex flex-wrap gap-1 items-center">
                <RegistrationBadge state={r.state} />
                {r.waitingNumber === null ? null : t("waitingNumber", { number: r.waitingNumber })}
              </span>
              <SameContacts courseId={course.id} others={list.same.get(r.id) ?? []} showing={list.showing} />
            </Cell>
            <Cell at="menu">
              <More registration={r} base={base} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function More({ registration: r, base }: { registration: Listed["rows"][number]; base: string }) {
  const t = useTranslations("decisions");
  return (
    <RowMenu of={nameFor(r, useLocale())}>
      <MenuItem>
        <Link href={`${base}/${r.id}`} prefetch={false}>
          {t("open")}
        </Link>
      </MenuItem>
      <MenuItem>
        <Link href={`/desk/people/${r.personId}`} prefetch={false}>
          {t("openPerson")}
        </Link>
      </MenuItem>
      {r.phone ? (
        <MenuItem>
          <a href={`https://wa.me/${r.phone.replace(/\D/g, "")}`} target="_blank" rel="noreferrer">
            {t("whatsapp")}
          </a>
        </MenuItem>
      ) : null}
    </RowMenu>
  );
}
