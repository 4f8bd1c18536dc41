import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { Badge } from "@/app/_ui/kit/Badge";
import { Sparkline } from "@/app/_ui/kit/Sparkline";
import { Squares } from "@/app/_ui/kit/Squares";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import { FirstName, PersonName } from "@/app/_ui/PersonName";
import { Pieces } from "@/app/_ui/Pieces";
import { Written } from "@/app/_ui/Written";
import { languageName, list, narrowYearDay, wholeNumber } from "@/lib/i18n/format";
import { whereSaid } from "@/lib/i18n/governorates";
import { colon, dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";
import { quartersUpTo } from "@/lib/programmes/rules/numbers";
import type { trainerRegister } from "@/lib/trainers/queries";
import type { ToolStand, TrainerOrder } from "@/lib/trainers/rules";
import { Ways } from "./Ways";
import "./trainers.css";

type Trainers = ReturnType<typeof trainerRegister>["trainers"];

/** So many tools have a column of their own. */
const mostColumns = 4;

/** The tools that most people on the page taught or completed a module of, in the order of the catalogue. */
function columnsOf(trainers: Trainers): ToolStand[] {
  const all = trainers.flatMap(({ tools, ways }) => [
    ...tools,
    // Who was certified before, on evidence, has a way with a tool of which nothing else is known here.
    ...ways.map(({ tool }) => ({ ...tool, modules: [] })),
  ]);
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
  uncertified,
}: {
  trainers: Trainers;
  /** The civil day. */
  today: string;
  /** The order now, and where another is; null where they stand by name alone. */
  sorting: { now: TrainerOrder | null; to: (order: TrainerOrder | null) => string } | null;
  /** True where the list is of people without a certification, which no row says again. */
  uncertified: boolean;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("trainers");
  const n = await getTranslations("trainerNumbers");
  const q = await getTranslations("programmeNumbers");
  const tools = columnsOf(trainers);
  // Where nobody on the page has or had one, the tabs say so.
  const certified = !uncertified && trainers.some((p) => p.certification !== "none");
  // What nobody on the page has anything of is left out, unless they stand by it.
  const work = Boolean(sorting?.now) || trainers.some((p) => p.courses > 0 || p.lastOn);
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
    <div className="trainers">
      <p className="quiet mb-2">{n("key")}</p>
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
          // What the register is for stands where every screen shows it, however many tools there are.
          ...(certified ? [{ key: "certification", label: t("certification") }] : []),
          ...tools.map((tool) => ({ key: tool.code, label: <ToolMark tool={tool} />, wide: true })),
          ...(work
            ? [
                { key: "courses", label: t("courses"), end: true, ...sorted("courses") },
                { key: "last", label: n("last"), ...sorted("last") },
              ]
            : []),
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
                      <span className="trainers-organisation">
                        <Written>{p.organisation}</Written>
                      </span>
                    ) : null}
                    <span className="block">
                      <Pieces>
                        {whereSaid(p, locale).join(dotBetween) || null}
                        {p.languages.length > 0
                          ? list(
                              p.languages.map((language) => languageName(language, locale)),
                              locale,
                            )
                          : null}
                      </Pieces>
                    </span>
                  </>
                }
              >
                <PersonName name={p.name} latinName={p.latinName} inLine />
              </RowHead>
              {certified ? (
                <Cell
                  at="state"
                  under={
                    p.until
                      ? t(p.certification === "expired" ? "lastDay" : "status.valid", {
                          day: narrowYearDay(p.until, locale),
                        })
                      : null
                  }
                >
                  {p.certification === "none" ? null : (
                    <Badge
                      tone={
                        { valid: "ok", suspended: "stop", expired: "attention" }[p.certification] as
                          | "ok"
                          | "stop"
                          | "attention"
                      }
                    >
                      {t(p.certification === "valid" ? "valid" : `status.${p.certification}`)}
                    </Badge>
                  )}
                </Cell>
              ) : null}
              {tools.map(({ code }) => {
                const tool = p.tools.find((own) => own.code === code);
                const ways = p.ways.filter((way) => way.tool.code === code);
                return (
                  <Cell key={code} wide>
                    {tool ? <Stand tool={tool} worded={!ways.length} /> : null}
                    <Ways ways={ways} />
                  </Cell>
                );
              })}
              {work ? (
                <>
                  <Cell
                    end
                    wide
                    under={
                      p.quarters.some((count) => count > 0) ? (
                        <Sparkline
                          label={n("quartersEach", {
                            numbers: list(
                              p.quarters.map((count) => wholeNumber(count, locale)),
                              locale,
                            ),
                          })}
                          values={p.quarters}
                        />
                      ) : null
                    }
                  >
                    {p.courses}
                  </Cell>
                  <Cell wide>
                    {p.lastOn ? <span className="kept">{narrowYearDay(p.lastOn, locale)}</span> : null}
                  </Cell>
                </>
              ) : null}
              <OnPhone trainer={p} />
            </Row>
          ))}
        </tbody>
      </Table>
      <AsTable
        caption={n("quarters")}
        heads={[
          t("name"),
          ...quartersUpTo(today, 8).map(({ year, quarter }) =>
            q("quarterOf", { year: String(year), quarter }),
          ),
        ]}
        rows={trainers.map((p) => [
          <FirstName key="name" of={p} />,
          ...p.quarters.map((count) => wholeNumber(count, locale)),
        ])}
      />
    </div>
  );
}

const fills = { taught: "full", completed: "half", none: "none" } as const;

/** What a phone says of somebody below the name: the squares of all tools in one line, and how many courses, when the last. */
function OnPhone({ trainer: p }: { trainer: Trainers[number] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("trainers");
  const n = useTranslations("trainerNumbers");
  return (
    <>
      <Cell at="narrow">
        {p.tools.length > 0 ? (
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {p.tools.map((tool) => (
              <span key={tool.code} className="inline-flex gap-1 items-center">
                <ToolMark tool={tool} alone />
                <ToolSquares tool={tool} />
                <Ways ways={p.ways.filter((way) => way.tool.code === tool.code)} />
              </span>
            ))}
          </span>
        ) : null}
      </Cell>
      <Cell at="narrow">
        <span className="quiet">{t("courses")}</span> {p.courses}
        {p.lastOn ? (
          <>
            {dotBetween}
            <span className="quiet">{n("last")}</span> {narrowYearDay(p.lastOn, locale)}
          </>
        ) : null}
      </Cell>
    </>
  );
}

/** How far somebody is with a tool, in words. */
function useSaid() {
  const n = useTranslations("trainerNumbers");
  return ({ modules }: ToolStand) =>
    (["taught", "completed"] as const)
      .map((stand) => [stand, modules.filter((module) => module.stand === stand).length] as const)
      .filter(([, count]) => count > 0)
      .map(([stand, count]) => n(stand, { count, of: modules.length }))
      .join(dotBetween);
}

/** How far somebody is with a tool, a square for each module. */
function ToolSquares({ tool }: { tool: ToolStand }) {
  const locale = useLocale() as Locale;
  const said = useSaid();
  return (
    <Squares
      label={`${inLanguage(tool.title, locale).text}${colon(locale)}${said(tool)}`}
      tone={toolTone(tool.code)}
      squares={tool.modules.map((m) => ({ key: m.code, fill: fills[m.stand] }))}
    />
  );
}

/** The squares of a tool, and below in words (`worded`) where nothing else is said of it. */
function Stand({ tool, worded }: { tool: ToolStand; worded: boolean }) {
  const said = useSaid();
  return (
    <span className="grid gap-1 justify-items-start">
      <ToolSquares tool={tool} />
      {worded ? (
        <span className="quiet" aria-hidden>
          {said(tool)}
        </span>
      ) : null}
    </span>
  );
}
