import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { CertificateFile } from "@/app/_ui/CertificateFile";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { refuse } from "@/lib/result";
import { wayAt, wayWithoutStanding } from "@/lib/stages/queries/deciding";
import { EvidenceByGate } from "../../../../../../_stages/EvidenceByGate";
import { Standings } from "../../../../../../_stages/Standings";
import { TypedMeanwhile } from "../../../../../../_stages/TypedMeanwhile";
import { Unsigned } from "../../../../../../_stages/Unsigned";
import { WayDecisions } from "../../../../../../_stages/WayDecisions";
import { WayHistory } from "../../../../../../_stages/WayHistory";

const dones = [
  ...(["recommended", "returned", "refused", "approved"] as const),
  ...(["stopped", "resumed", "struck", "left", "taken", "changed"] as const),
] as const;
const asked = asking({ done: oneOf(dones), typed: text });

type Props = {
  params: Promise<{ person: string; programme: string; tool: string }>;
  searchParams: SearchParams;
};

export const generateMetadata = async () => ({ title: (await getTranslations("stages"))("title") });

/** Somebody's way with one tool in one programme: where they are and on what evidence, what was decided, and deciding. */
export default async function Way({ params, searchParams }: Props) {
  const { person, programme, tool } = await params;
  const at = [person, "ways", programme, tool].map(encodeURIComponent).join("/");
  const cx = await requireContext("stage.recommend", `/desk/people/${at}`);
  const keys = { personId: keyIn(person), programmeId: keyIn(programme), toolId: keyIn(tool) };
  const page = granted(() => wayAt(cx, keys) ?? wayWithoutStanding(cx, keys) ?? refuse("notFound"));
  const { done, typed } = await asked(searchParams);
  const t = await getTranslations("decide");
  const head = (
    <PageHead
      title={<FirstName of={page.person} />}
      under={
        gate.maySomewhere(cx, "people.read") ? (
          <Link href={`/desk/people/${page.person.id}`}>{t("toPerson")}</Link>
        ) : null
      }
    />
  );
  const meanwhile = <TypedMeanwhile cx={cx} typed={typed} />;
  if (!("shown" in page))
    return (
      <div className="grid gap-6 max-w-3xl">
        {head}
        {meanwhile}
        <p className="card flex flex-wrap gap-x-3">
          <ToolMark tool={page.tool} />
          <Say text={page.programme} />
          <span>{t("nothingCounts")}</span>
        </p>
        <WayHistory page={page} />
        {done ? <Toast of={done}>{t(`done.${done}`)}</Toast> : null}
      </div>
    );
  return (
    <div className="grid gap-6 max-w-3xl">
      {head}
      {meanwhile}
      <Standings
        personId={page.person.id}
        ways={[page.shown]}
        unread={{ of: page.person, conditions: page.conditions }}
      />
      {page.document ? (
        <p className="flex flex-wrap gap-x-4 items-center">
          <CertificateFile
            certificate={{ serial: page.document, kind: "trainer_certification" }}
            label={t("document")}
            className="button"
          />
        </p>
      ) : null}
      <WayDecisions page={page} />
      <Unsigned page={page} />
      <EvidenceByGate page={page} />
      <WayHistory page={page} />
      {done ? (
        <Toast of={done}>
          {t(`done.${done}`)}{" "}
          {done === "approved" && page.document ? (
            <a href={`/api/files/certificate/${page.document}`}>{t("document")}</a>
          ) : null}
        </Toast>
      ) : null}
    </div>
  );
}
