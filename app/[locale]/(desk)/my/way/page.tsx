import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Hidden, Submit, TextArea } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { dotBetween } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { ownStandings } from "@/lib/stages/queries";
import { type EnteredOnWay, ownEntered, ownStops } from "@/lib/stages/queries/entered";
import { ownNotBegun } from "@/lib/stages/queries/notBegun";
import { isHaltedStage } from "@/lib/stages/rules/stage";
import { Entries } from "../../_stages/Entries";
import { HeldWorkshops } from "../../_stages/HeldWorkshops";
import { NotBegun } from "../../_stages/NotBegun";
import { whomToAsk } from "../../_stages/nextLeads";
import { Observation } from "../../_stages/Observation";
import { Standings } from "../../_stages/Standings";
import { StruckOutList } from "../../_stages/StruckOutList";
import { StopReason } from "../../_stages/WayStopped";
import { SignForm } from "./form";

const asked = asking({ done: oneOf(["read"]) });

export const generateMetadata = async () => ({ title: (await getTranslations("ownWay"))("title") });

/** One's own way to trainer: where one is, what comes next, what observers wrote down, and that one has read it. */
export default async function MyWay({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("account.own", "/my/way");
  const self = gate.self(cx);
  const ways = ownStandings(cx, self, programmeDays(cx));
  const recognised = ownNotBegun(cx, self, programmeDays(cx), ways);
  const entered = ownEntered(cx, self);
  const stops = ownStops(cx, self);
  const { done } = await asked(searchParams);
  // Who trains already was trained somewhere: that is to be recognised, and not to be sought.
  const trains = mayAnywhere(cx.viewer, "workshop.schedule");
  const t = await getTranslations("ownWay");
  const my = await getTranslations("my");
  const of = { name: cx.viewer.name ?? "", latinName: cx.viewer.latinName };
  return (
    <div className="grid gap-6 max-w-3xl">
      <PageHead title={t("title")} under={t("lead")} action={<Link href="/my">{my("title")}</Link>} />
      {ways.length === 0 ? (
        <Empty title={t("none")}>
          {/* What is recognised says below what comes next. */}
          {recognised.length > 0 ? null : <p>{t(trains ? "noneTrains" : "noneNext")}</p>}
          <p className="flex flex-wrap gap-2 justify-center">
            {trains ? null : (
              <Link href="/courses" prefetch={false} className="button-main">
                {t("find")}
              </Link>
            )}
            <Link href={whomToAsk} prefetch={false} className={trains ? "button-main" : "button"}>
              {t("ask")}
            </Link>
          </p>
        </Empty>
      ) : null}
      <Standings
        personId={self.personId}
        ways={ways}
        more={(way) =>
          isHaltedStage(way.standing.stage) ? (
            <StopReason stops={stops} way={{ toolId: way.tool.id, programmeId: way.programmeId }} />
          ) : null
        }
      />
      <NotBegun ways={recognised} />
      {entered.map((way) => (
        <Written key={`${way.toolId} ${way.programmeId}`} way={way} of={of} several={entered.length > 1} />
      ))}
      {done ? <Toast of={`${done} ${cx.now}`}>{t("thanks")}</Toast> : null}
    </div>
  );
}

/** What others wrote down on one way: observations, each to be read and confirmed, and visits. */
async function Written({
  way,
  of,
  several,
}: {
  way: EnteredOnWay;
  of: { name: string; latinName: string | null };
  several: boolean;
}) {
  const t = await getTranslations("ownWay");
  const decide = await getTranslations("decide");
  const id = `written-${way.toolId}-${way.programmeId}`;
  const corrected = way.struck.filter((one) => one.corrected);
  const struck = way.struck.filter((one) => !one.corrected);
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id} className="flex flex-wrap gap-x-3">
        {t("observations")}
        {several ? <ToolMark tool={way.tool} /> : null}
      </h2>
      {way.observations.length === 0 ? (
        <p className="quiet">
          {t(struck.some(({ kind }) => kind === "observation") ? "observationsStruck" : "noObservations")}
        </p>
      ) : null}
      {way.observations.map((one) => (
        <article key={one.id} id={`observation-${one.id}`} className="card grid gap-3">
          <h3 className="text-base">
            <Say text={one.course} />
            {one.cancelled ? `${dotBetween}${decide("off.cancelled")}` : null}
          </h3>
          <Observation one={one} of={of} own>
            {one.signedOn ? null : (
              <SignForm className="grid gap-2">
                <Hidden name="observationId" value={one.id} />
                <p>{t("toRead")}</p>
                <TextArea
                  name="words"
                  label={t("remark")}
                  hint={t("remarkHint")}
                  optional={t("optional")}
                  rows={2}
                />
                <div>
                  <Submit busy={t("reading")}>{t("read")}</Submit>
                </div>
              </SignForm>
            )}
          </Observation>
        </article>
      ))}
      {way.workshops.length > 0 ? (
        <>
          <h3>{t("workshops")}</h3>
          <HeldWorkshops workshops={way.workshops} />
        </>
      ) : null}
      {way.steps.length > 0 ? (
        <>
          <h3>{t("steps")}</h3>
          <Entries ways={[way]} />
        </>
      ) : null}
      {corrected.length > 0 ? (
        <>
          <h3>{t("struck.correctedTitle")}</h3>
          <p className="quiet">{t("struck.correctedLead")}</p>
          <StruckOutList struck={corrected} />
        </>
      ) : null}
      {struck.length > 0 ? (
        <>
          <h3>{t("struck.title")}</h3>
          <p className="quiet">{t("struck.lead")}</p>
          <StruckOutList struck={struck} />
        </>
      ) : null}
    </section>
  );
}
