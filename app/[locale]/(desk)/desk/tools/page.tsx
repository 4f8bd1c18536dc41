import { Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { mayAnywhere } from "@/lib/access/table";
import { coursesByModule, mayEdit, toolsToday } from "@/lib/curriculum/queries";
import { isOurs } from "@/lib/curriculum/rules";
import { ToolSection } from "./ToolSection";

export const generateMetadata = async () => ({ title: (await getTranslations("tools"))("title") });

/** The catalogue of tools with versions, national variants and modules; a programme adds its own. Retired ones come last. */
export default async function Tools() {
  const cx = await requireContext("tools.read", "/desk/tools");
  const locale = await getLocale();
  const t = await getTranslations("tools");
  const taught = coursesByModule(cx);
  const tools = toolsToday(cx).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
  const texts = tools.flatMap((tool) => [
    tool.title,
    ...tool.versions.flatMap((version) => version.modules.map((m) => m.title)),
  ]);
  return (
    <div className="grid gap-8">
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
        <ToolSection key={tool.id} tool={tool} editable={mayEdit(cx, tool)} taught={taught} />
      ))}
      {texts.some((text) => isOurs(text, locale)) ? <p className="quiet">{t("oursHint")}</p> : null}
    </div>
  );
}
