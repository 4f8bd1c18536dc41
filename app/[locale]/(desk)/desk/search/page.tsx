import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { asking, query, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { foundOf } from "@/app/_server/found";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PersonName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { SearchForm } from "@/app/_ui/SearchForm";
import { Serial } from "@/app/_ui/Serial";
import { StateBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { dayAt } from "@/lib/time/zone";

const asked = asking({ q: query });
type Props = { searchParams: SearchParams };

/** Names what is searched for, so that one of several searches is found again. */
export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("search");
  const { q } = await asked(searchParams);
  return { title: q.typed ? t("titleFor", { query: q.typed }) : t("title") };
}

/** One search for people, courses and certificates. */
export default async function Search({ searchParams }: Props) {
  const cx = await requireContext("people.read", "/desk/search");
  const { q: search } = await asked(searchParams);
  const { q } = search;
  const t = await getTranslations("search");
  const frame = await getTranslations("frame");
  const { people, courses, serial } = foundOf(cx, search);
  // Another programme's certificate is for everybody to verify; whose it is, its page says.
  if (serial && people.length === 0) redirect(`/verify/${serial}`);
  return (
    <div className="grid gap-6">
      <PageHead title={t("title")} />
      <SearchForm label={t("what")} hint={`${frame("findsPeople")} ${t("finds")}`} query={search} />
      {q && people.length + courses.length === 0 ? <Empty title={t("none")}>{t("noneNext")}</Empty> : null}
      {serial ? (
        <p>
          {t("certificate")}{" "}
          <Link href={`/verify/${serial}`} prefetch={false}>
            <Serial serial={serial} />
          </Link>
        </p>
      ) : null}
      {courses.length > 0 ? (
        <section className="grid gap-2">
          <h2>{t("courses")}</h2>
          <ul className="lines">
            {courses.map((c) => (
              <li key={c.id} className="flex flex-wrap gap-x-3 gap-y-1 items-center">
                <Link href={`/desk/courses/${c.id}`} prefetch={false}>
                  <Say text={c.title} />
                </Link>
                <StateBadge course={c} today={dayAt(cx.now, c.zone)} />
                <span className="quiet">
                  <CourseDates course={c} short />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {people.length > 0 ? (
        <section className="grid gap-2">
          <h2>{t("people")}</h2>
          <ul className="lines">
            {people.map((p) => (
              <li key={p.id} className="flex flex-wrap gap-x-4 gap-y-1 items-baseline">
                <Link href={`/desk/people/${p.id}`} prefetch={false}>
                  <PersonName name={p.name} latinName={p.latinName} />
                </Link>
                {p.organisation ? <Written className="quiet">{p.organisation}</Written> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
