import { useTranslations } from "next-intl";
import { sharedAs } from "@/app/_server/shared";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Part, Points } from "../_told/Part";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("privacy");

const asked = ["name", "work", "needs", "sensitive", "during"] as const;
const sees = ["coordinators", "trainers", "optional", "everybody", "administrator"] as const;
const kept = ["programme", "address", "log"] as const;
const device = ["language", "draft", "marks", "nobody"] as const;

/** What becomes of what people say of themselves. What it promises is what the product does; who changes one changes the other. */
export default function Privacy() {
  const t = useTranslations("privacy");
  return (
    <div className="max-w-2xl">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="grid gap-6">
        <Part title={t("asked.title")}>
          <Points of={asked.map((item) => t(`asked.items.${item}`))} />
        </Part>
        <Part title={t("sees.title")}>
          <Points of={sees.map((item) => t(`sees.items.${item}`))} />
        </Part>
        <Part title={t("kept.title")}>
          <Points of={kept.map((item) => t(`kept.items.${item}`))} />
        </Part>
        <Part title={t("device.title")}>
          <Points of={device.map((item) => t(`device.items.${item}`))} />
        </Part>
        <Part title={t("messages.title")}>
          <p>{t("messages.text")}</p>
        </Part>
        <Part title={t("rights.title")} link={{ href: "/contact", label: t("rights.link") }}>
          <p>{t("rights.text")}</p>
        </Part>
      </div>
    </div>
  );
}
