import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { SelectField, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { countryChoices } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { moduleDefaults, ToolTexts, VersionFields } from "../fields";
import { NewToolForm } from "../forms";
import { ModuleRows } from "../ModuleRows";

export const generateMetadata = async () => ({ title: (await getTranslations("tools"))("new") });

/** Adding a tool with its first version. */
export default async function NewTool() {
  const cx = await requireContext("tools.edit", "/desk/tools/new");
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("tools");
  return (
    <div className="max-w-4xl">
      <PageHead title={t("new")} />
      <NewToolForm
        draft={{ of: `${cx.viewer.accountId} new tool` }}
        defaults={{ ownLanguage: locale, versionLabel: "1", modules: moduleDefaults([], 5) }}
      >
        <SelectField
          name="programmeId"
          label={t("programme")}
          empty={gate.mayInProgramme(cx, "tools.edit", null) ? t("forAll") : t("chooseProgramme")}
          options={programmeList(cx, gate.reach(cx, "tools.edit")).map((p) => ({
            value: String(p.id),
            label: shownIn(programmeCalled(p.title), locale),
          }))}
        />
        <ToolTexts />
        <VersionFields countries={countryChoices(cx)} />
        <ModuleRows />
        <div>
          <Submit busy={t("saving")}>{t("add")}</Submit>
        </div>
      </NewToolForm>
    </div>
  );
}
