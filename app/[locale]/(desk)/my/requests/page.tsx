import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, oneOf, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { readersDay, readersZone } from "@/app/_server/zone";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import * as trainers from "@/lib/access/trainerGate";
import { fullDay } from "@/lib/i18n/format";
import { commas, dotBetween, isolate, shownIn } from "@/lib/i18n/rules";
import { othersToName, ownRequests, requestToAnswer, trainedOf } from "@/lib/requests/queries";
import { awaitsAnswer } from "@/lib/requests/rules";
import { AskedFor } from "./AskedFor";
import { Instead } from "./Instead";
import { lateCodes } from "./late";
import { Request } from "./Request";

export const generateMetadata = async () => ({ title: (await getTranslations("asks"))("mine") });

const asked = asking({ done: key, late: oneOf(lateCodes) });

/** What the viewer is asked for as a trainer, each with the ways to answer; below, what was asked before. */
export default async function MyRequests({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("request.answer", "/my/requests");
  const locale = await getLocale();
  const t = await getTranslations("asks");
  const c = await getTranslations("course");
  const my = await getTranslations("my");
  const today = await readersDay(cx);
  const zone = await readersZone(cx);
  const all = ownRequests(cx, gate.self(cx));
  const open = all.filter(awaitsAnswer);
  const before = all.filter((one) => !open.includes(one));
  const errors = await getTranslations("errors");
  const { done, late } = await asked(searchParams);
  const said = all.find(({ id }) => id === done);
  const trained =
    said?.state === "accepted" && said.sessionId === null
      ? trainedOf(cx, trainers.ownRequest(cx, "request.answer", said.id))
      : null;
  return (
    <MoreMessages of={["asks"]}>
      <PageHead
        title={t("mine")}
        action={
          <Link href="/my" className="inline-flex items-center min-h-11">
            {my("title")}
          </Link>
        }
      />
      <div className="grid gap-6 max-w-2xl">
        {/* In the page, not over it: what one is asked next begins where a message at the foot would lie. */}
        {said && (said.state === "accepted" || said.state === "declined" || said.state === "proposed") ? (
          <Arrived of={`${said.id} ${said.state}`}>
            {t(`done.${said.state}`, { course: isolate(shownIn(said.course.title, locale), locale) })}
            {said.group
              ? ` ${t(said.groupGone ? "ofGoneGroup" : "ofGroup", { group: isolate(said.group, locale) })}.`
              : null}
            {trained
              ? ` ${trained.trains < trained.all ? t("trainsSome", trained) : t("trainsAll", { count: trained.all })}`
              : null}
            {said.state === "accepted" && said.course.awaitsApproval ? ` ${t("awaitsApproval")}` : null}
          </Arrived>
        ) : null}
        {late ? <Notice tone="attention">{errors(late)}</Notice> : null}
        {open.length === 0 ? <Empty title={t("mineNone")} /> : null}
        {open.map(({ id }) => {
          const request = trainers.ownRequest(cx, "request.answer", id);
          return (
            <Request
              key={id}
              request={requestToAnswer(cx, request)}
              others={othersToName(cx, request)}
              zone={zone}
            />
          );
        })}
        {before.length > 0 ? (
          <section className="grid gap-2" aria-labelledby="before">
            <h2 id="before">{t("before")}</h2>
            <ul className="grid gap-1">
              {before.map(
                ({ id, course, shown, answerBy, session, group, groupGone, role, reason, ...answer }) => (
                  <li key={id}>
                    {isolate(shownIn(course.title, locale), locale)}
                    {dotBetween}
                    <AskedFor
                      request={{ session, course, group, groupGone, role }}
                      today={today}
                      here={zone.here}
                    />
                    {dotBetween}
                    {course.state === "cancelled"
                      ? commas(
                          [
                            course.ownWorkshop ? t("workshopOff") : c("cancelled"),
                            course.stateReason && isolate(course.stateReason, locale),
                          ],
                          locale,
                        )
                      : t(`state.${shown}`, { day: fullDay(answerBy, locale) })}
                    <Instead answer={answer} begins={course.startsOn} />
                    {reason ? (
                      <p className="quiet">
                        <Written>{reason}</Written>
                      </p>
                    ) : null}
                  </li>
                ),
              )}
            </ul>
          </section>
        ) : null}
      </div>
    </MoreMessages>
  );
}
