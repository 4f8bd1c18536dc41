import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { addressWith } from "@/app/_ui/kit/address";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import type { CascadeList } from "@/lib/cascade/queries";
import { wholeNumber } from "@/lib/i18n/format";
import { dotBetween, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { peopleIn } from "@/lib/records/rules/numbers";
import { CooperativesUnder } from "./_numbers/CooperativesUnder";
import { mostReached, Reach } from "./_numbers/Reach";
import { TrainersUnder } from "./_numbers/TrainersUnder";
import { womenSaid } from "./_numbers/womenSaid";

type Tot = CascadeList["first"][number];
/** What an address of a cascade says besides. */
type Said = Readonly<Record<string, string | null>>;

/** True where anything is known of what came of a training. */
const hasCascade = ({ numbers: n, generations }: Tot) =>
  n.practising + n.workshops + n.recordedWorkshops + n.people + peopleIn(n.recordedPeople) > 0 ||
  generations > 1;

/** First trainings of trainers: each with all that came of it; below them those of which nothing is known to have come yet. */
export async function Tots({ tots, said }: { tots: readonly Tot[]; said: Said }) {
  const t = await getTranslations("cascade");
  const grown = tots.filter(hasCascade);
  const others = tots.filter((tot) => !hasCascade(tot));
  return (
    <>
      {grown.length > 0 ? <TotTable tots={grown} said={said} /> : null}
      {others.length > 0 ? (
        <section className="grid gap-2 min-w-0">
          <h2>
            {t("withoutCascade")} <span className="quiet tabular-nums">({others.length})</span>
          </h2>
          <OtherTots tots={others} said={said} />
        </section>
      ) : null}
    </>
  );
}

function TotHead({ course, said }: { course: Tot; said: Said }) {
  return (
    <RowHead
      href={addressWith(`/desk/cascade/${course.id}`, said)}
      under={
        <>
          <CourseDates course={course} short />
          {dotBetween}
          <CoursePlace course={course} />
          {dotBetween}
          <Say text={programmeCalled(course.programmeTitle)} />
          <SharedWith course={course} dot />
        </>
      }
    >
      <Say text={course.title} />
    </RowHead>
  );
}

/** Trainings of which nothing came yet: how many completed them, by name and in numbers. */
async function OtherTots({ tots, said }: { tots: readonly Tot[]; said: Said }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const numbered = (count: number) => (count > 0 ? wholeNumber(count, locale) : "–");
  const recorded = ({ numbers }: Tot) => peopleIn(numbers.recordedTrainers);
  const inNumbers = tots.some((tot) => recorded(tot) > 0);
  return (
    <Table
      caption={t("withoutCascade")}
      columns={[
        { key: "tot", label: t("tot") },
        { key: "trainers", label: t("trainers"), end: true },
        ...(inNumbers ? [{ key: "recorded", label: t("trainersRecorded"), end: true }] : []),
      ]}
    >
      <tbody>
        {tots.map((course) => (
          <Row key={course.id}>
            <TotHead course={course} said={said} />
            <Cell end label={t("trainers")}>
              {numbered(course.numbers.trainers)}
            </Cell>
            {inNumbers ? (
              <Cell end label={t("trainersRecorded")}>
                {numbered(recorded(course))}
              </Cell>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

async function TotTable({ tots, said }: { tots: readonly Tot[]; said: Said }) {
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const number = (value: number) => wholeNumber(value, locale);
  const whole = mostReached(tots.map(({ numbers }) => numbers));
  const columns = [
    { key: "tot", label: t("tot") },
    { key: "trainers", label: t("trainers"), end: true },
    { key: "workshops", label: t("workshops"), end: true },
    { key: "reach", label: t("reach"), wide: true },
    { key: "people", label: t("people"), end: true },
    { key: "organisations", label: t("organisations"), end: true },
    { key: "generations", label: t("generations"), end: true },
  ];
  return (
    <Table caption={t("firstTots")} columns={columns}>
      <tbody>
        {tots.map((course) => (
          <Row key={course.id}>
            <TotHead course={course} said={said} />
            <Cell end label={t("trainers")} under={<TrainersUnder numbers={course.numbers} />}>
              {number(course.numbers.trainers)}
            </Cell>
            <Cell end label={t("workshops")}>
              {number(course.numbers.workshops)}
            </Cell>
            <Cell wide>
              <div className="min-w-24 print:min-w-12">
                <Reach of={shownIn(course.title, locale)} reach={course.numbers} whole={whole} />
              </div>
            </Cell>
            <Cell end label={t("people")} under={<PeopleUnder numbers={course.numbers} />}>
              {number(course.numbers.people)}
            </Cell>
            <Cell end label={t("organisations")} under={<CooperativesUnder numbers={course.numbers} />}>
              {number(course.numbers.organisations)}
            </Cell>
            <Cell end label={t("generations")}>
              {number(course.generations)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** Below a number of people: how often they attended, how many more records speak of, and how many women there are among these and those. */
async function PeopleUnder({ numbers: n }: { numbers: Tot["numbers"] }) {
  const t = await getTranslations("cascade");
  const recorded = peopleIn(n.recordedPeople);
  const women = n.people + recorded > 0 ? await womenSaid(n) : [];
  return (
    <>
      {t("attendances", { count: n.attendances })}
      {recorded > 0 ? <span className="block">{t("recordedPeople", { count: recorded })}</span> : null}
      {women.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  );
}
