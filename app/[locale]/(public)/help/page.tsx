import { useTranslations } from "next-intl";
import { sharedAs } from "@/app/_server/shared";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Part } from "../_told/Part";

export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("help");

/** What people ask most, in the order in which they need it; some of it leads on. */
const parts = [
  ["find", "/courses"],
  ["own", null],
  ["leave", null],
  ["certificate", null],
  ["verify", "/verify"],
  ["language", null],
  ["signIn", "/sign-in"],
  ["attendance", null],
  ["keyboard", null],
  ["ask", "/contact"],
] as const;
const leads = ["find", "verify", "signIn", "ask"] as const;

/** How to do what people come for. */
export default function Help() {
  const t = useTranslations("help");
  return (
    <div className="max-w-2xl">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="grid gap-6">
        {parts.map(([part, href]) => {
          const label = leads.find((one) => one === part);
          return (
            <Part
              key={part}
              title={t(`${part}.title`)}
              link={href && label ? { href, label: t(`${label}.link`) } : undefined}
            >
              <p>{t(`${part}.text`)}</p>
            </Part>
          );
        })}
      </div>
    </div>
  );
}
