import { useLocale, useTranslations } from "next-intl";
import { sharedAs } from "@/app/_server/shared";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { fullDay } from "@/lib/i18n/format";
import { Part, Points } from "../_told/Part";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("accessibility");

/** The day on which the statement was last compared with what the pages do; `docs/accessibility.md` has the particulars. */
const written = "2026-11-26";
const holds = ["keyboard", "reader", "colour", "zoom", "scripts", "language"] as const;
const lacks = ["devices", "desk", "pdf", "languages", "listen"] as const;

/** What people with disabilities may rely on, what not yet, and whom to tell. */
export default function Accessibility() {
  const t = useTranslations("accessibility");
  return (
    <div className="max-w-2xl">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="grid gap-6">
        <Part title={t("aim.title")}>
          <p>{t("aim.text")}</p>
        </Part>
        <Part title={t("holds.title")}>
          <Points of={holds.map((item) => t(`holds.items.${item}`))} />
        </Part>
        <Part title={t("lacks.title")}>
          <Points of={lacks.map((item) => t(`lacks.items.${item}`))} />
        </Part>
        <Part title={t("other.title")} link={{ href: "/contact", label: t("other.link") }}>
          <p>{t("other.text")}</p>
        </Part>
        <Part title={t("tell.title")}>
          <p>{t("tell.text")}</p>
        </Part>
        <Part title={t("tried.title")}>
          <p>{t("tried.text", { day: fullDay(written, useLocale()) })}</p>
        </Part>
      </div>
    </div>
  );
}
