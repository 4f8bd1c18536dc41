import { useTranslations } from "next-intl";
import { sharedAs } from "@/app/_server/shared";
import { Submit, TextField } from "@/app/_ui/form/fields";
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
        <SerialForm>
          <TextField name="serial" label={t("serial")} hint={t("serialHint")} dir="ltr" autoComplete="off" />
          <div>
            <Submit busy={t("checking")}>{t("check")}</Submit>
          </div>
        </SerialForm>
      </div>
    </div>
  );
}
