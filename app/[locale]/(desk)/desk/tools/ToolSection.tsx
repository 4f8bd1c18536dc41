import { Pencil } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { toolTone } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import type { Tool } from "@/lib/curriculum/queries";
import { hours, list, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale, labelled } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { PublishedTitle, Retired, ToolName, VersionName } from "./parts";

/** One tool of the catalogue: what it is, and its versions with their modules. */
export async function ToolSection({
  tool,
  editable,
  taught,
}: {
  tool: Tool;
  editable: boolean;
  /** In how many courses each module is taught, by its key. */
  taught: ReadonlyMap<number, number>;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("tools");
  return (
    <section className="grid gap-3 border-t border-line-strong pt-4" aria-labelledby={`tool-${tool.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 id={`tool-${tool.id}`} className="min-w-0">
          <ToolName tool={tool} /> {tool.retiredAt === null ? null : <Retired />}
        </h2>
        {editable ? (
          <Link href={`/desk/tools/${tool.id}`} prefetch={false} className="button">
            <Pencil size={18} aria-hidden />
            {t("edit")}
            <span className="sr-only">
              {" "}
              <Say text={tool.title} />
            </span>
          </Link>
        ) : null}
      </div>
      <p>
        <Say text={tool.description} />
      </p>
      <p className="quiet">
        <Say text={tool.audience} />
        {tool.programmeTitle ? (
          <>
            {dotBetween}
            <Say text={programmeCalled(tool.programmeTitle)} />
          </>
        ) : null}
        {tool.otherNames.length > 0 ? (
          <span className="block">{labelled(t("otherNames"), list(tool.otherNames, locale), locale)}</span>
        ) : null}
      </p>
      {tool.manualUrl ? (
        <p>
          <a href={tool.manualUrl} target="_blank" rel="noreferrer">
            {t("manual")}
          </a>
        </p>
      ) : null}
      {tool.versions.map((version, place) => (
        <details key={version.id} open={place === 0 && tool.retiredAt === null}>
          <summary className="min-h-11 content-center font-semibold">
            <VersionName version={version} /> {version.retiredAt === null ? null : <Retired />}{" "}
            <span className="quiet font-normal">
              {hours(
                version.modules.reduce((sum, m) => sum + m.minutes, 0),
                locale,
              )}
            </span>
          </summary>
          <Modules tool={tool} version={version} taught={taught} />
        </details>
      ))}
    </section>
  );
}

/** The modules of a version: how long each is planned for, and in how many courses it is taught. */
async function Modules({
  tool,
  version,
  taught,
}: {
  tool: Tool;
  version: Tool["versions"][number];
  taught: ReadonlyMap<number, number>;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("tools");
  const longest = Math.max(1, ...version.modules.map((m) => m.minutes));
  return (
    <Table
      caption={`${inLanguage(tool.title, locale).text}, ${t("version", { label: version.label })}`}
      columns={[
        { key: "module", label: t("module") },
        { key: "time", label: t("time") },
        { key: "courses", label: t("courses"), end: true },
      ]}
    >
      <tbody>
        {version.modules.map((m) => (
          <Row key={m.id}>
            <RowHead>
              {m.code ? (
                <>
                  <bdi>{m.code}</bdi>{" "}
                </>
              ) : null}
              <span className="font-normal">
                <PublishedTitle text={m.title} />
              </span>{" "}
              {m.retiredAt === null ? null : <Retired />}
            </RowHead>
            <Cell>
              <span className="grid gap-1 min-w-24 max-w-56">
                {hours(m.minutes, locale)}
                {version.modules.length > 1 ? (
                  <GoalBar
                    label={hours(m.minutes, locale)}
                    value={m.minutes}
                    whole={longest}
                    tone={toolTone(tool.code)}
                  />
                ) : null}
              </span>
            </Cell>
            <Cell end label={t("courses")}>
              {wholeNumber(taught.get(m.id) ?? 0, locale)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
