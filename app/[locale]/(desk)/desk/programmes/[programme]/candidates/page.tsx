import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, asSaid, keyIn, keys, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { ChoiceField, Hidden, Submit } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { waysTogether } from "@/app/_words/waysTogether";
import * as gate from "@/lib/access/gate";
import { dotBetween, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { candidatesWithoutRole, trainersAmong } from "@/lib/stages/queries/withoutRole";
import { TrainersForm } from "./form";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

const asked = asking({ done: asSaid, given: keys, left: keys });

export const generateMetadata = async () => ({ title: (await getTranslations("roleMissing"))("title") });

/** Who on the way to trainer cannot schedule workshops in a programme for want of the role, to give it to those who are ticked. */
export default async function Candidates({ params, searchParams }: Props) {
  const { programme: programmeKey } = await params;
  const path = `/desk/programmes/${encodeURIComponent(programmeKey)}/candidates`;
  const cx = await requireContext("programmes.edit", path);
  const programme = granted(() => gate.programme(cx, "programmes.edit", keyIn(programmeKey)), path);
  const people = candidatesWithoutRole(cx, programme);
  const { done, given, left } = await asked(searchParams);
  const kept = people.filter(({ person }) => left.includes(person.id));
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("roleMissing");
  const errors = await getTranslations("errors");
  return (
    <div className="grid gap-4 max-w-2xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <Say text={programmeCalled(programme.title)} />
          </Link>
        }
      />
      {kept.length > 0 ? (
        <Notice tone="attention" title={t("left", { count: kept.length })}>
          <p>{errors("contactUnproven")}</p>
          <People people={kept.map(({ person }) => person)} />
        </Notice>
      ) : null}
      {done ? <Given people={trainersAmong(cx, programme, given)} left={left.length} /> : null}
      {people.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <>
          <p>{t("lead")}</p>
          <TrainersForm
            className="grid gap-3"
            defaults={{ personIds: people.length === 1 ? [String(people[0]!.person.id)] : [] }}
          >
            <Hidden name="programmeId" value={programme.id} />
            <ChoiceField
              name="personIds"
              label={t("who")}
              many
              options={people.map(({ person, quoted, ways }) => ({
                value: String(person.id),
                label: [
                  nameFor(person, locale),
                  ...(quoted ? [isolate(`${quoted.courseId}-${quoted.number}`, locale)] : []),
                  ...(person.organisation ? [isolate(person.organisation, locale)] : []),
                  ...waysTogether(ways, locale),
                ].join(dotBetween),
              }))}
            />
            <div>
              <Submit busy={t("saving")}>{t("give")}</Submit>
            </div>
          </TrainersForm>
          <details>
            <summary className="min-h-11 content-center">{t("people")}</summary>
            <People people={people.map(({ person }) => person)} />
          </details>
        </>
      )}
    </div>
  );
}

/** Who was just given the role, each leading to their page; that nobody was who did not have it already. */
async function Given({ people, left }: { people: ReturnType<typeof trainersAmong>; left: number }) {
  const t = await getTranslations("roleMissing");
  if (people.length === 0) return left > 0 ? null : <Notice>{t("givenBefore")}</Notice>;
  return (
    <Notice tone="ok" title={t("given", { count: people.length })}>
      <People people={people} />
    </Notice>
  );
}

/** People by name, each leading to their page. */
const People = ({ people }: { people: ReturnType<typeof trainersAmong> }) => (
  <ul>
    {people.map((person) => (
      <li key={person.id}>
        <Link
          href={`/desk/people/${person.id}`}
          prefetch={false}
          className="inline-flex items-center min-h-11"
        >
          <FirstName of={person} />
        </Link>
      </li>
    ))}
  </ul>
);
