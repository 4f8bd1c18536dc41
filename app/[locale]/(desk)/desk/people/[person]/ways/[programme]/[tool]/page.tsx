import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { CertificateFile } from "@/app/_ui/CertificateFile";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { modulesSaid } from "@/app/_ui/modulesSaid";
import { FirstName } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { fullDay, tenths } from "@/lib/i18n/format";
import { dotBetween, nameInSentence } from "@/lib/i18n/rules";
import { refuse } from "@/lib/result";
import { type WayPage, wayAt, wayWithoutStanding } from "@/lib/stages/queries/deciding";
import { CourseOf } from "../../../../../../_stages/CourseOf";
import { Observation } from "../../../../../../_stages/Observation";
import { Standings } from "../../../../../../_stages/Standings";
import { TypedMeanwhile } from "../../../../../../_stages/TypedMeanwhile";
import { WayDecisions } from "../../../../../../_stages/WayDecisions";
import { WayHistory } from "../../../../../../_stages/WayHistory";

const dones = [
  ...(["recommended", "returned", "refused", "approved"] as const),
  ...(["stopped", "resumed", "struck", "left", "changed"] as const),
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
      <Standings personId={page.person.id} ways={[page.shown]} />
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
      <Evidence page={page} />
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

/** What each condition is met by, the newest first, each leading to where it is read; what was entered is unfolded. */
async function Evidence({ page }: { page: WayPage }) {
  const locale = await getLocale();
  const t = await getTranslations("decide");
  const roles = await getTranslations("trainerRole");
  return (
    <section className="grid gap-2" aria-labelledby="evidence">
      <h2 id="evidence">{t("evidence")}</h2>
      <ul className="grid gap-3">
        {page.evidence.map((one) => (
          <li key={`${one.kind} ${one.key}`} className="grid">
            <p>
              {t(`of.${one.kind}`)}
              {dotBetween}
              {fullDay(one.day, locale)}
              {one.practicum ? `${dotBetween}${t("withPracticum")}` : null}
              {one.role ? `${dotBetween}${roles(one.role)}` : null}
              {one.modules.length > 0
                ? `${dotBetween}${t("taught", { modules: modulesSaid(one.modules, t("whole"), locale) })}`
                : null}
              {one.mean === null ? null : `${dotBetween}${t("mean", { mean: tenths(one.mean, locale) })}`}
              {one.off
                ? `${dotBetween}${t(`off.${one.off}`, { day: one.countedUntil ? fullDay(one.countedUntil, locale) : "" })}`
                : null}
            </p>
            {one.twice ? <p className="text-attention">{t("twice")}</p> : null}
            <CourseOf one={one} />
            {one.entered ? (
              <details>
                <summary className="min-h-11 content-center">
                  {t("entered", { name: one.entered.by ? nameInSentence(one.entered.by, locale) : "–" })}
                </summary>
                {one.entered.observation ? (
                  <Observation one={one.entered.observation} of={page.person} />
                ) : (
                  <p className="whitespace-pre-line">
                    <Written>{one.entered.words ?? ""}</Written>
                  </p>
                )}
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
