import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { RetiredToast } from "@/app/_ui/kit/RetiredToast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import * as gate from "@/lib/access/gate";
import { toolToEdit } from "@/lib/curriculum/queries";
import { shownIn } from "@/lib/i18n/rules";
import { countryChoices } from "@/lib/places/queries";
import { ifGranted } from "@/lib/result";
import { ToolRetirementForm, VersionRetirementForm } from "../forms";
import { NewVersion } from "./NewVersion";
import { Texts } from "./Texts";
import { Version } from "./Version";
import { Versions } from "./Versions";

type Props = {
  params: Promise<{ tool: string }>;
  searchParams: SearchParams;
};

const asked = asking({
  version: key,
  saved: text,
  done: oneOf(["retired", "restored", "versionRetired", "versionRestored"]),
});

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).tool);
  const tool = ifGranted(() => gate.tool(cx, "tools.edit", key));
  return { title: tool && shownIn(tool.title, await getLocale()) };
}

/** One tool, for whoever may change it: its texts, its versions, and one of them with its modules. */
export default async function EditTool({ params, searchParams }: Props) {
  const { tool: toolKey } = await params;
  const cx = await requireContext("tools.edit", `/desk/tools/${encodeURIComponent(toolKey)}`);
  const tool = toolToEdit(
    cx,
    granted(() => gate.tool(cx, "tools.edit", keyIn(toolKey))),
  );
  const { version: chosen, saved, done } = await asked(searchParams);
  const version = tool.versions.find((v) => v.id === chosen) ?? tool.versions[0];
  const t = await getTranslations("tools");
  const countries = countryChoices(cx);
  const { accountId } = cx.viewer;
  const isRetired = tool.retiredAt !== null;
  return (
    <div className="grid gap-8 max-w-4xl">
      <PageHead
        title={<ToolMark tool={tool} />}
        under={<Link href="/desk/tools">{t("title")}</Link>}
        action={
          <ToolRetirementForm className="">
            <Hidden name="toolId" value={tool.id} />
            <Hidden name="retired" value={isRetired ? "no" : "yes"} />
            <Submit tone="quiet" busy={t("saving")}>
              {isRetired ? t("restoreTool") : t("retireTool")}
            </Submit>
          </ToolRetirementForm>
        }
      />
      {done === (isRetired ? "retired" : "restored") ? (
        <RetiredToast of={`tool ${tool.id}`} retired={isRetired} form={ToolRetirementForm}>
          <Hidden name="toolId" value={tool.id} />
          <Hidden name="retired" value={isRetired ? "no" : "yes"} />
        </RetiredToast>
      ) : null}
      {version && done === (version.retiredAt === null ? "versionRestored" : "versionRetired") ? (
        <RetiredToast
          of={`version ${version.id}`}
          retired={version.retiredAt !== null}
          form={VersionRetirementForm}
        >
          <Hidden name="toolVersionId" value={version.id} />
          <Hidden name="retired" value={version.retiredAt === null ? "yes" : "no"} />
        </RetiredToast>
      ) : null}
      {isRetired ? <Notice tone="neutral">{t("retiredHint")}</Notice> : null}
      <Texts tool={tool} accountId={accountId} />
      <section className="grid gap-4" id="versions">
        <h2>{t("versions")}</h2>
        <Versions tool={tool} chosen={version} />
        {version ? (
          <Version
            key={version.id}
            tool={tool}
            version={version}
            countries={countries}
            accountId={accountId}
            saved={saved === "yes"}
          />
        ) : null}
        <NewVersion tool={tool} version={version} countries={countries} />
      </section>
    </div>
  );
}
