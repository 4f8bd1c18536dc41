import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ProgrammeFields } from "@/app/_ui/ProgrammeFields";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { dotBetween, type Locale } from "@/lib/i18n/rules";
import { countryChoices } from "@/lib/places/queries";
import { programmeDetail } from "@/lib/programmes/queries";
import { programmeCalled, programmeInSentence } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { ProgrammeEditForm } from "../../forms";

type Params = { params: Promise<{ programme: string }> };

export async function generateMetadata({ params }: Params) {
  const { programme: key } = await params;
  const cx = await currentContext();
  const programme = ifGranted(() => gate.programme(cx, "programmes.edit", keyIn(key)));
  const t = await getTranslations("programmes");
  const locale = (await getLocale()) as Locale;
  return programme ? { title: t("editOf", { code: programmeInSentence(programme.title, locale) }) } : {};
}

/** Changes a programme's frame: names, dates, donor, countries, who issues its certificates. */
export default async function EditProgramme({ params }: Params) {
  const { programme: key } = await params;
  const cx = await requireContext("programmes.edit", `/desk/programmes/${encodeURIComponent(key)}/edit`);
  const programme = programmeDetail(
    cx,
    granted(() => gate.programme(cx, "programmes.edit", keyIn(key))),
  );
  const t = await getTranslations("programmes");
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t("edit")}
        under={
          <>
            <Say text={programmeCalled(programme.title)} />
            {dotBetween}
            <bdi>{programme.code}</bdi>
          </>
        }
      />
      <ProgrammeEditForm
        done={t("saved")}
        draft={{ of: `${cx.viewer.accountId} programme ${programme.id}` }}
        defaults={{
          version: programme.version,
          code: programme.code,
          titleEn: programme.title.en ?? "",
          titleFr: programme.title.fr ?? "",
          titleAr: programme.title.ar ?? "",
          donor: programme.donor ?? "",
          partners: programme.partners ?? "",
          startsOn: programme.startsOn ?? "",
          endsOn: programme.endsOn ?? "",
          issuerEn: programme.issuer.en ?? "",
          issuerFr: programme.issuer.fr ?? "",
          issuerAr: programme.issuer.ar ?? "",
          contactName: programme.contactName ?? "",
          contactPhone: programme.contactPhone ?? "",
          contactEmail: programme.contactEmail ?? "",
          countries: programme.countries,
          approvesWorkshops: programme.approvesWorkshops ? "yes" : "no",
          hoursADay: String(programme.hoursADay),
          trainersTakeSecondStep: programme.trainersTakeSecondStep,
        }}
      >
        <Hidden name="programmeId" value={programme.id} />
        <ProgrammeFields countries={countryChoices(cx)} chosen={programme.countries} />
        <div>
          <Submit busy={t("saving")}>{t("save")}</Submit>
        </div>
      </ProgrammeEditForm>
    </div>
  );
}
