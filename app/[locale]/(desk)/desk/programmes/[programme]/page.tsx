import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { PageHead } from "@/app/_ui/PageHead";
import { ProgrammeFields } from "@/app/_ui/ProgrammeFields";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { countryChoices } from "@/lib/places/queries";
import { programmeDetail } from "@/lib/programmes/queries";
import { ProgrammeEditForm } from "../forms";

/** One programme: who works in it, and its frame. */
export default async function Programme({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: key } = await params;
  const cx = await requireContext("programmes.read", `/desk/programmes/${encodeURIComponent(key)}`);
  const programme = programmeDetail(
    cx,
    granted(() => gate.programme(cx, "programmes.read", Number(key))),
  );
  const t = await getTranslations("programmes");
  const roles = await getTranslations("programmeRole");
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <div>
        <PageHead title={<bdi>{programme.code}</bdi>} under={<Say text={programme.title} />} />
        <ProgrammeEditForm
          done={t("saved")}
          draft={{ of: `${cx.viewer.accountId} programme ${programme.id}` }}
          defaults={{
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
          }}
        >
          <Hidden name="programmeId" value={programme.id} />
          <ProgrammeFields countries={countryChoices(cx)} chosen={programme.countries} />
          <div>
            <Submit busy={t("saving")}>{t("save")}</Submit>
          </div>
        </ProgrammeEditForm>
      </div>
      <aside className="card grid gap-3 content-start">
        <h2 className="text-base">{t("members")}</h2>
        <p className="quiet">{t("membersHint")}</p>
        <ul className="grid gap-1">
          {programme.members.map((m) => (
            <li key={`${m.personId}${m.role}`}>
              <Link href={`/desk/people/${m.personId}`} prefetch={false}>
                <Written>{m.name}</Written>
              </Link>{" "}
              <span className="quiet">{roles(m.role)}</span>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
