import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { goesOn, RoleEnd } from "@/app/_ui/RoleEnd";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { nameFor } from "@/lib/i18n/rules";
import { programmeDays, programmeDetail, reviewOf } from "@/lib/programmes/queries";
import { ReviewForm } from "../../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("roleReview"))("title") });

const asked = asking({ members: text });
type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

/** Who has a role in a programme, since and until when, and when they signed in last: to be looked through twice a year. */
export default async function Roles({ params, searchParams }: Props) {
  const { programme: key } = await params;
  const path = `/desk/programmes/${encodeURIComponent(key)}/roles`;
  const cx = await requireContext("programmes.read", path);
  const may = granted(() => gate.programme(cx, "programmes.read", keyIn(key)), path);
  const programme = programmeDetail(cx, may, (await asked(searchParams)).members);
  const { last, due } = reviewOf(cx, may);
  const locale = await getLocale();
  const t = await getTranslations("roleReview");
  const roles = await getTranslations("programmeRole");
  const days = programmeDays(cx);
  const today = days.of(programme.id);
  const on = (instant: number) => fullDay(days.of(programme.id, instant), locale);
  return (
    <div className="grid gap-4">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <bdi>{programme.code}</bdi>
          </Link>
        }
      />
      <p className="quiet max-w-2xl">{t("lead")}</p>
      <Table
        caption={t("title")}
        columns={(["name", "role", "since", "until", "lastSignIn"] as const).map((column) => ({
          key: column,
          label: t(column),
        }))}
      >
        <tbody>
          {programme.members.map((m) => (
            <Row key={`${m.personId}${m.role}`}>
              <RowHead
                href={`/desk/people/${m.personId}?programme=${programme.id}`}
                under={m.latinName ? <OtherName of={m} /> : null}
              >
                <FirstName of={m} />
              </RowHead>
              <Cell>{roles(m.role)}</Cell>
              <Cell label={t("since")}>{on(m.since)}</Cell>
              <Cell
                label={
                  goesOn({ endsOn: m.endsOn, programmeEndsOn: programme.endsOn }, today)
                    ? undefined
                    : t("until")
                }
              >
                <RoleEnd role={{ endsOn: m.endsOn, programmeEndsOn: programme.endsOn }} today={today} />
              </Cell>
              <Cell label={t("lastSignIn")}>{m.lastSignInAt === null ? t("never") : on(m.lastSignInAt)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {programme.next === null ? null : (
        <NextPage href={`${path}?members=${encodeURIComponent(programme.next)}`} />
      )}
      <section className="grid gap-3 max-w-2xl">
        {due ? <Notice tone="attention">{t("due")}</Notice> : null}
        {last ? <p>{t("last", { day: on(last.at), name: nameFor(last, locale) })}</p> : null}
        {gate.mayInProgramme(cx, "programmes.edit", programme.id) ? (
          <ReviewForm done={t("done")}>
            <Hidden name="programmeId" value={programme.id} />
            <div>
              <Submit tone={due ? "main" : "quiet"} busy={t("saving")}>
                {t("lookedThrough")}
              </Submit>
            </div>
          </ReviewForm>
        ) : null}
      </section>
    </div>
  );
}
