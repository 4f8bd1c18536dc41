import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { Badge } from "@/app/_ui/kit/Badge";
import { Sparkline } from "@/app/_ui/kit/Sparkline";
import { Squares } from "@/app/_ui/kit/Squares";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import { countryName, fullDay, list, shortRange, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";
import { quartersUpTo } from "@/lib/programmes/rules/numbers";
import type { trainerRegister } from "@/lib/trainers/queries";
import type { ToolStand, TrainerOrder } from "@/lib/trainers/rules";

type Trainers = ReturnType<typeof trainerRegister>["trainers"];

/** So many tools have a column of their own. */
const mostColumns = 4;

/** The tools that most people on the page taught or completed a module of, in the order of the catalogue. */
function columnsOf(trainers: Trainers): ToolStand[] {
  const all = trainers.flatMap(({ tools }) => tools);
  const known = [...new Map(all.map((tool) => [tool.code, tool])).values()];
  const people = (code: string) => all.filter((tool) => tool.code === code).length;
  return known
    .sort((a, b) => people(b.code) - people(a.code))
    .slice(0, mostColumns)
    .sort((a, b) => a.position - b.position);
}

/** Trainers to compare: what each taught or completed of every tool, courses by quarter, certification. */
export async function TrainerTable({
  trainers,
  today,
  sorting,
}: {
  trainers: Trainers;
  /** The civil day. */
  today: string;
  /** The order now, and where another is; null where they stand by name alone. */
  sorting: { now: TrainerOrder | null; to: (order: TrainerOrder | null) => string } | null;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("trainers");
  const n = await getTranslations("trainerNumbers");
  const q = await getTranslations("programmeNumbers");
  const tools = columnsOf(trainers);
  const sorted = (order: TrainerOrder) =>
    sorting
      ? {
          sort: {
            href: sorting.to(sorting.now === order ? null : order),
            now: sorting.now === order ? ("descending" as const) : null,
          },
        }
      : {};
  return (
    <>
      <Table
        caption={t("title")}
        columns={[
          {
            key: "name",
            label: t("name"),
            ...(sorting
              ? { sort: { href: sorting.to(null), now: sorting.now ? null : ("ascending" as const) } }
              : {}),
          },
          ...tools.map((tool) => ({ key: tool.code, label: <ToolMark tool={tool} /> })),
          { key: "quarters", label: n("quarters") },
          { key: "courses", label: t("courses"), end: true, ...sorted("courses") },
          { key: "last", label: n("last"), ...sorted("last") },
          { key: "certification", label: t("certification") },
        ]}
      >
        <tbody>
          {trainers.map((p) => (
            <Row key={p.id}>
              <RowHead
                href={`/desk/people/${p.id}`}
                under={
                  <>
                    {p.organisation ? (
                      <>
                        <Written>{p.organisation}</Written>
                        {dotBetween}
                      </>
                    ) : null}
                    {p.country ? `${countryName(p.country, locale)}${dotBetween}` : null}
                    <bdi>{list(p.programmes.split(","), locale)}</bdi>
                  </>
                }
              >
                <PersonName name={p.name} latinName={p.latinName} />
              </RowHead>
              {tools.map(({ code }) => {
                const tool = p.tools.find((own) => own.code === code);
                return <Cell key={code}>{tool ? <Stand tool={tool} /> : null}</Cell>;
              })}
              <Cell label={n("quarters")}>
                <Sparkline
                  label={n("quartersEach", {
                    numbers: list(
                      p.quarters.map((count) => wholeNumber(count, locale)),
                      locale,
                    ),
                  })}
                  values={p.quarters}
                />
              </Cell>
              <Cell
                end
                label={t("courses")}
                under={p.userCourses > 0 ? n("ofUsers", { count: p.userCourses }) : null}
              >
                {p.courses}
              </Cell>
              <Cell label={p.lastOn ? n("last") : undefined}>
                {p.lastOn ? <span className="kept">{shortRange(p.lastOn, p.lastOn, locale)}</span> : null}
              </Cell>
              <Cell at="state">
                <Badge
                  tone={({ none: "neutral", expired: "attention", valid: "ok" } as const)[p.certification]}
                >
                  {t(`status.${p.certification}`, {
                    day: p.certifiedUntil ? fullDay(p.certifiedUntil, locale) : "",
                  })}
                </Badge>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="quiet mt-3">{n("key")}</p>
      <AsTable
        caption={n("quarters")}
        heads={[
          t("name"),
          ...quartersUpTo(today, 8).map(({ year, quarter }) =>
            q("quarterOf", { year: String(year), quarter }),
          ),
        ]}
        rows={trainers.map((p) => [
          <Written key="name">{p.name}</Written>,
          ...p.quarters.map((count) => wholeNumber(count, locale)),
        ])}
      />
    </>
  );
}

const fills = { taught: "full", completed: "half", none: "none" } as const;

/** How far somebody is with a tool, a square for each module, and in words below. */
async function Stand({ tool }: { tool: ToolStand }) {
  const locale = (await getLocale()) as Locale;
  const n = await getTranslations("trainerNumbers");
  const count = (stand: "taught" | "completed") => tool.modules.filter((m) => m.stand === stand).length;
  const said = (["taught", "completed"] as const)
    .filter((stand) => count(stand) > 0)
    .map((stand) => n(stand, { count: count(stand), of: tool.modules.length }))
    .join(dotBetween);
  return (
    <span className="grid gap-1 justify-items-start">
      <span className="md:hidden">
        <ToolMark tool={tool} />
      </span>
      <Squares
        label={`${inLanguage(tool.title, locale).text}: ${said}`}
        tone={toolTone(tool.code)}
        squares={tool.modules.map((m) => ({ key: m.code, fill: fills[m.stand] }))}
      />
      <span className="quiet" aria-hidden>
        {said}
      </span>
    </span>
  );
}
