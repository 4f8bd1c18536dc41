import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, ifGranted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { ProgrammeFields } from "@/app/_ui/ProgrammeFields";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { countryChoices } from "@/lib/places/queries";
import { programmeDetail } from "@/lib/programmes/queries";
import { ProgrammeEditForm } from "../forms";

const asked = asking({ members: text });

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = Number((await params).programme);
  const t = await getTranslations("programmes");
  const code = ifGranted(() => gate.programme(cx, "programmes.read", key))?.code;
  return { title: code && t("pageTitle", { code }) };
}

/** One programme: who works in it, and its frame. */
export default async function Programme({ params, searchParams }: Props) {
  const { programme: key } = await params;
  const cx = await requireContext("programmes.read", `/desk/programmes/${encodeURIComponent(key)}`);
  const programme = programmeDetail(
    cx,
    granted(() => gate.programme(cx, "programmes.read", Number(key))),
    (await asked(searchParams)).members,
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
        <h2 id="members" className="text-base">
          {t("members")} <span className="quiet tabular-nums">({programme.memberCount})</span>
        </h2>
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
        {programme.next === null ? null : (
          <NextPage
            href={`/desk/programmes/${programme.id}?members=${encodeURIComponent(programme.next)}#members`}
          />
        )}
      </aside>
    </div>
  );
}
