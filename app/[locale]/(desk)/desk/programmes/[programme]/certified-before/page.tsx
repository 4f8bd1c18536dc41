import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, key, keyIn, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { programmeCalled } from "@/lib/programmes/rules";
import { mostPapers } from "@/lib/stages/rules/papersInLines";
import { PapersForm } from "./forms";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

/** How many were entered just now. */
const asked = asking({ done: key });

export const generateMetadata = async () => ({ title: (await getTranslations("papers"))("title") });

/** Enters the certifications that people had before, from a list that is pasted. */
export default async function CertifiedBeforeList({ params, searchParams }: Props) {
  const { programme: of } = await params;
  const path = `/desk/programmes/${encodeURIComponent(of)}/certified-before`;
  const cx = await requireContext("stage.approve", path);
  const programme = granted(() => gate.programme(cx, "stage.approve", keyIn(of)), path);
  const { done } = await asked(searchParams);
  const t = await getTranslations("papers");
  return (
    <div className="grid gap-4 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <Say text={programmeCalled(programme.title)} />
          </Link>
        }
      />
      {done ? (
        <Notice tone="ok">
          <p>
            {t("entered", { count: done })}{" "}
            <Link
              href="/desk/certifications"
              prefetch={false}
              className="inline-flex items-center min-h-11 font-semibold"
            >
              {t("toWaiting")}
            </Link>
          </p>
        </Notice>
      ) : null}
      <p>{t("lead")}</p>
      <MoreMessages of={["papers", "decide"]}>
        <PapersForm key={done} max={mostPapers} programmeId={programme.id} defaults={{ list: "" }} />
      </MoreMessages>
    </div>
  );
}
