import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import { ModuleChips, type PlanTool } from "./ModuleChips";

/** Which modules a course teaches. */
export async function Tools({ tools }: { tools: PlanTool[] }) {
  const t = await getTranslations("plan");
  return (
    <>
      {tools.length > 0 ? null : (
        <Notice tone="attention" title={t("noTools")}>
          <a href="/desk/tools">{t("toTools")}</a>
        </Notice>
      )}
      <ModuleChips tools={tools} hint={t("modulesHint")} />
    </>
  );
}
