import { useTranslations } from "next-intl";
import { sharedAs } from "@/app/_server/shared";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { SerialForm } from "./SerialForm";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];
export const generateMetadata = () => sharedAs("verify");

/** Where anybody types the serial of a certificate. */
export default function Verify() {
  const t = useTranslations("verify");
  return (
    <div className="public-narrow">
      <PageHead title={t("title")} under={t("lead")} />
      <div className="card sm:p-6">
        <SerialForm hint={t("serialHint")} />
      </div>
    </div>
  );
}
