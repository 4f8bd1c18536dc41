import { Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import { mayAnywhere } from "@/lib/access/table";
import { coursesByModule, mayEdit, toolCatalogue } from "@/lib/curriculum/queries";
import { isOurs } from "@/lib/curriculum/rules";
import { hours, list } from "@/lib/i18n/format";
import { labelled } from "@/lib/i18n/rules";
import { PublishedTitle, Retired, VersionName } from "./parts";

export const generateMetadata = async () => ({ title: (await getTranslations("tools"))("title") });

/** The catalogue of tools with versions, national variants and modules; a programme adds its own. Retired ones come last. */
export default async function Tools() {
  const cx = await requireContext("tools.read", "/desk/tools");
  const locale = await getLocale();
  const t = await getTranslations("tools");
  const taught = coursesByModule(cx);
  const tools = toolCatalogue(cx).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
  const texts = tools.flatMap((tool) => [
    tool.title,
    ...tool.versions.flatMap((version) => version.modules.map((m) => m.title)),
  ]);
  return (
    <div className="grid gap-6 max-w-4xl">
      <PageHead
        title={t("title")}
        under={t("lead")}
        action={
          mayAnywhere(cx.viewer, "tools.edit") ? (
            <Link href="/desk/tools/new" prefetch={false} className="button-main">
              <Plus size={18} />
              {t("new")}
            </Link>
          ) : null
        }
      />
      {tools.map((tool) => (
        <section key={tool.id} className="card grid gap-2">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <h2 className="text-base min-w-0">
              <PublishedTitle text={tool.title} /> {tool.retiredAt === null ? null : <Retired />}
            </h2>
            {mayEdit(cx, tool) ? (
              <Link
                href={`/desk/tools/${tool.id}`}
                prefetch={false}
                className="min-h-11 inline-flex items-center"
              >
                {t("edit")}
              </Link>
            ) : null}
          </div>
          <p>
            <Say text={tool.description} />
          </p>
          <p className="quiet">
            <Say text={tool.audience} />
            {tool.programme ? (
              <>
                {" · "}
                <bdi>{tool.programme}</bdi>
              </>
            ) : null}
          </p>
          {tool.otherNames.length > 0 ? (
            <p className="quiet">{labelled(t("otherNames"), list(tool.otherNames, locale), locale)}</p>
          ) : null}
          {tool.manualUrl ? (
            <p>
              <a href={tool.manualUrl} target="_blank" rel="noreferrer">
                {t("manual")}
              </a>
            </p>
          ) : null}
          {tool.versions.map((version) => (
            <details key={version.id}>
              <summary className="min-h-11 content-center">
                <VersionName version={version} /> {version.retiredAt === null ? null : <Retired />}
              </summary>
              <ul className="grid gap-1 ps-4">
                {version.modules.map((m) => (
                  <li key={m.id}>
                    <bdi>{m.code}</bdi> <PublishedTitle text={m.title} />{" "}
                    {m.retiredAt === null ? null : <Retired />}{" "}
                    <span className="quiet">
                      {hours(m.minutes, locale)} · {t("usedIn", { count: taught.get(m.id) ?? 0 })}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
      {texts.some((text) => isOurs(text, locale)) ? <p className="quiet">{t("oursHint")}</p> : null}
    </div>
  );
}
