import { getLocale, getTranslations } from "next-intl/server";
import { readersDays } from "@/app/_server/zone";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, inLanguage, isolate, type Locale } from "@/lib/i18n/rules";
import { ownNotices } from "@/lib/messages/queries";
import { programmeInSentence } from "@/lib/programmes/rules";
import type { Stage } from "@/lib/stages/rules/stage";
import { OwnNoticeForm } from "./forms";

type Notice = ReturnType<typeof ownNotices>[number];

/** What the viewer is told about themselves, until they hide it. */
export async function OwnNotices({ cx }: { cx: Context }) {
  const t = await getTranslations("today");
  const dayOf = await readersDays(cx);
  return ownNotices(cx, gate.self(cx)).map((notice) => (
    <OwnNoticeForm key={notice.id} className="card grid gap-3">
      {notice.message === "broughtIn" ? (
        <BroughtIn notice={notice} day={dayOf(notice.at)} />
      ) : notice.message === "stageDecided" ? (
        <StageDecided notice={notice} />
      ) : notice.message === "entryStruck" ? (
        <EntryStruck notice={notice} />
      ) : notice.message === "trainerRequested" ? (
        <TrainerRequested notice={notice} />
      ) : notice.message in sharingSaid ? (
        <SharingSaid notice={notice} />
      ) : (
        <OwnWorkshopDecided notice={notice} />
      )}
      <Hidden name="noticeId" value={notice.id} />
      <div>
        <Submit tone="quiet" busy={t("saving")}>
          {t("hide")}
        </Submit>
      </div>
    </OwnNoticeForm>
  ));
}

async function BroughtIn({ notice, day }: { notice: Notice; day: string }) {
  const locale = await getLocale();
  const t = await getTranslations("today");
  return (
    <>
      <p>
        {t("broughtIn", {
          by: isolate(notice.params.by ?? "", locale),
          programme: isolate(notice.params.programme ?? "", locale),
          day: isolate(fullDay(day, locale), locale),
        })}
      </p>
      <p className="quiet">{t("broughtInNext")}</p>
    </>
  );
}

/** What was decided on the viewer's own way to trainer. */
async function StageDecided({ notice: { params } }: { notice: Notice }) {
  const locale = await getLocale();
  const t = await getTranslations("today");
  const stages = await getTranslations("stages");
  return (
    <p>
      {t("stageDecided", {
        decision: params.decision ?? "",
        stage: params.stage ? stages(`stage.${params.stage as Stage}`) : "",
        tool: isolate(params.tool ?? "", locale),
        reason: isolate(params.reason ?? "", locale),
        until: params.until ? isolate(fullDay(params.until, locale), locale) : "",
      })}
    </p>
  );
}

/** A recommendation of the viewer, or a certification from before that they entered, was struck out by somebody else. */
async function EntryStruck({ notice: { params } }: { notice: Notice }) {
  const locale = await getLocale();
  const t = await getTranslations("today");
  return (
    <p>
      {t("entryStruck", {
        entry: params.entry ?? "",
        trainer: isolate(params.trainer ?? "", locale),
        tool: isolate(params.tool ?? "", locale),
        reason: isolate(params.reason ?? "", locale),
      })}
    </p>
  );
}

/** Somebody asks for the viewer, or for a trainer of their programme, through the public register: who, and what for. */
async function TrainerRequested({ notice: { params } }: { notice: Notice }) {
  const t = await getTranslations("enquiry");
  return (
    <>
      <p>
        {t(params.trainer ? "forTrainer" : "forYou")}{" "}
        {params.trainer ? <Written>{params.trainer}</Written> : null}
      </p>
      <p>
        <Written>{params.asker ?? ""}</Written>
        {params.from ? (
          <>
            {dotBetween}
            <Written>{params.from}</Written>
          </>
        ) : null}
        {dotBetween}
        <bdi dir="ltr">{params.reach}</bdi>
      </p>
      <p>
        <Written>{params.purpose ?? ""}</Written>
      </p>
    </>
  );
}

/** What is said of a course that several programmes pay for. */
const sharingSaid = {
  courseShared: "noticeShared",
  courseSharingEnded: "noticeEnded",
  courseSharerLeft: "noticeLeft",
} as const;

async function SharingSaid({ notice }: { notice: Notice }) {
  const locale = await getLocale();
  const t = await getTranslations("sharing");
  const message = notice.message as keyof typeof sharingSaid;
  const named = (which: "by" | "programme") =>
    notice.sharing
      ? programmeInSentence(notice.sharing[which], locale as Locale)
      : isolate(notice.params[which] ?? "", locale);
  return (
    <p>
      {t(sharingSaid[message], {
        course: isolate(notice.course ? inLanguage(notice.course, locale).text : "", locale),
        by: named("by"),
        programme: named("programme"),
      })}{" "}
      {/* Whom it was taken from no longer opens it. */}
      {message === "courseSharingEnded" ? null : <a href={`/desk/courses/${notice.courseId}`}>{t("open")}</a>}
    </p>
  );
}

async function OwnWorkshopDecided({ notice }: { notice: Notice }) {
  const locale = await getLocale();
  const t = await getTranslations("workshop");
  return (
    <p>
      {t(notice.message === "workshopApproved" ? "noticeApproved" : "noticeTurnedDown", {
        course: isolate(notice.course ? inLanguage(notice.course, locale).text : "", locale),
        reason: isolate(notice.params.reason ?? "", locale),
      })}{" "}
      <a href={`/desk/courses/${notice.courseId}`}>{t("open")}</a>
    </p>
  );
}
