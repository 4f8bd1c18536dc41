import { useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import type { toolToEdit } from "@/lib/curriculum/queries";
import { ToolTexts, toolDefaults } from "../fields";
import { ToolTextsForm } from "../forms";

export type Tool = ReturnType<typeof toolToEdit>;

/** The texts of a tool, to be changed. */
export function Texts({ tool, accountId }: { tool: Tool; accountId: number | null }) {
  const t = useTranslations("tools");
  return (
    <section className="grid gap-4">
      <h2>{t("texts")}</h2>
      <ToolTextsForm
        done={t("saved")}
        defaults={toolDefaults(tool)}
        draft={{ of: `${accountId} tool ${tool.id}` }}
        label={t("texts")}
      >
        <Hidden name="toolId" value={tool.id} />
        <ToolTexts />
        <div>
          <Submit busy={t("saving")}>{t("saveTexts")}</Submit>
        </div>
      </ToolTextsForm>
    </section>
  );
}
