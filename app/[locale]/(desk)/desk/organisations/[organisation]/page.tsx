import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, pageKey, pageKeyOf, type SearchParams } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { Fact } from "@/app/_ui/Fact";
import { addressWith } from "@/app/_ui/kit/address";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import * as threads from "@/lib/access/threadGate";
import { threadOf } from "@/lib/cascade/queries";
import { countryName } from "@/lib/i18n/format";
import { dotBetween, type Locale, placeAndCountry } from "@/lib/i18n/rules";
import { organisationPage, peopleList } from "@/lib/people/queries";
import { ifGranted } from "@/lib/result";
import { PeopleTable } from "../../people/PeopleTable";
import { Thread } from "./_thread/Thread";
import { CoursesTable } from "./CoursesTable";

type Props = { params: Promise<{ organisation: string }>; searchParams: SearchParams };

/** Its name, for whoever may see it. */
export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).organisation);
  const organisation = ifGranted(() => gate.organisation(cx, key));
  return organisation ? { title: organisation.name } : {};
}

const asked = asking({ after: pageKey("people") });

/** One organisation: what is known of it, who belongs to it, the courses in which they took part, and those to come. */
export default async function Organisation({ params, searchParams }: Props) {
  const { organisation: key } = await params;
  const path = `/desk/organisations/${encodeURIComponent(key)}`;
  const cx = await requireContext("people.read", path);
  const known = granted(() => gate.organisation(cx, keyIn(key)), path);
  const reach = gate.reach(cx, "people.read");
  const o = organisationPage(cx, known, reach);
  const { after } = await asked(searchParams);
  const { people, next } = peopleList(cx, reach, {
    q: null,
    programme: null,
    organisation: o.id,
    after: after.at,
  });
  const t = await getTranslations("organisations");
  const locale = (await getLocale()) as Locale;
  const thread = threadOf(
    cx,
    granted(() => threads.followed(cx, "thread.read", o.id), path),
  );
  const h = await getTranslations("thread");
  const members = o.womenMembers !== null || o.menMembers !== null;
  const today = await readersDay(cx);
  return (
    <div className="grid gap-6">
      <PageHead title={<Written>{o.name}</Written>} />
      <dl className="card grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label={t("kind")}>
          {t(`kinds.${o.kind}`)}
          {thread.state ? `${dotBetween}${t(`states.${thread.state}`)}` : null}
        </Fact>
        <Fact label={t("place")}>
          {placeAndCountry(o.place, o.country && countryName(o.country, locale), locale) || t("unknown")}
        </Fact>
        {o.sector ? (
          <Fact label={t("sector")}>
            <Written>{o.sector}</Written>
          </Fact>
        ) : null}
        {members ? (
          <Fact label={t("members")}>
            {t("membersBoth", {
              women: o.womenMembers ?? t("unknown"),
              men: o.menMembers ?? t("unknown"),
            })}
          </Fact>
        ) : null}
        <Fact label={t("people")}>{o.people}</Fact>
        <Fact label={t("courses")}>{o.courses.length}</Fact>
      </dl>
      <section className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2>{h("became")}</h2>
          <Link href={`${path}/thread`} prefetch={false} className="button">
            {h("enter")}
          </Link>
        </div>
        <Thread thread={thread} courseLinks />
      </section>
      <section className="grid gap-3">
        <h2>{t("whoBelongs")}</h2>
        <ListNotes gone={[]} otherPage={after.foreign} />
        {people.length === 0 ? (
          <p className="quiet">{t("nobody")}</p>
        ) : (
          <PeopleTable people={people} caption={t("whoBelongs")} ofOne />
        )}
        {next ? <NextPage href={addressWith(path, { after: pageKeyOf("people", next) })} /> : null}
      </section>
      <section className="grid gap-3">
        <h2>{t("tookPart")}</h2>
        {o.courses.length === 0 ? (
          <p className="quiet">{t("noCourses")}</p>
        ) : (
          <CoursesTable
            caption={t("tookPart")}
            people={t("fromIt")}
            courses={o.courses.map((course) => ({ ...course, people: course.came }))}
            today={today}
          />
        )}
      </section>
      <section className="grid gap-3">
        <h2>{t("toCome")}</h2>
        {o.toCome.length === 0 ? (
          <p className="quiet">{t("noCourses")}</p>
        ) : (
          <CoursesTable
            caption={t("toCome")}
            people={t("expected")}
            courses={o.toCome.map((course) => ({ ...course, people: course.expected }))}
            today={today}
          />
        )}
      </section>
    </div>
  );
}
