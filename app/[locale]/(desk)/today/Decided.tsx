import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { decidedWorkshop } from "@/lib/courses/queries";
import { inLanguage, isolate, nameInSentence } from "@/lib/i18n/rules";
import { peopleToTell } from "@/lib/messages/queries";
import { ifGranted } from "@/lib/result";
import { ApprovalBackForm } from "../desk/workshops/forms";

/** What the address says of a decision that was just taken: the course, and the reason that was typed. */
type Asked = Record<"decided" | "approved" | "turnedDown", number | null> & { reason: string | null };

/**
 * What became of a workshop that the viewer decided on just now (`approved`, `turnedDown`), or that was decided on before
 * them (`decided`), with the reason that they had typed.
 */
export async function Decided({ cx, asked }: { cx: Context; asked: Asked }) {
  const locale = await getLocale();
  const t = await getTranslations("workshop");
  const what = (["decided", "approved", "turnedDown"] as const).find((name) => asked[name] !== null);
  const workshop = what
    ? ifGranted(() => decidedWorkshop(cx, gate.course(cx, "workshop.approve", asked[what] ?? 0)))
    : null;
  if (!workshop) return null;
  const course = isolate(inLanguage(workshop.title, locale).text, locale);
  const typed = asked.reason?.slice(0, 500) ?? "";
  const toTell = <ToTellOf cx={cx} courseId={workshop.id} />;
  if (workshop.stands === "cancelled")
    return (
      <Arrived of={`${what} ${workshop.id}`}>
        <p>
          {what === "turnedDown"
            ? t("turnedDownNow", { course, byHand: workshop.byHand ? "yes" : "no" })
            : t("cancelledMeanwhile", { course })}
        </p>
        {what !== "turnedDown" && workshop.reason ? (
          <p>
            <Written>{workshop.reason}</Written>
          </p>
        ) : null}
        {what === "decided" ? <Typed reason={typed} /> : null}
        {what === "turnedDown" ? toTell : null}
      </Arrived>
    );
  if (what === "turnedDown" || (what === "approved" && !workshop.own)) return null;
  return (
    <Arrived of={`${what} ${workshop.id}`}>
      <p>
        {workshop.own
          ? t("approvedNow", { course, byHand: workshop.byHand ? "yes" : "no" })
          : workshop.by
            ? t("approvedMeanwhile", { course, name: nameInSentence(workshop.by, locale) })
            : t("approvedAtOnce", { course })}
      </p>
      {what === "decided" ? <Typed reason={typed} /> : null}
      {workshop.own ? toTell : null}
      {!workshop.own ? null : workshop.final ? (
        <p>{t("approvedFinal")}</p>
      ) : (
        <ApprovalBackForm className="grid">
          <Hidden name="courseId" value={workshop.id} />
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("takeBack")}
            </Submit>
          </div>
        </ApprovalBackForm>
      )}
    </Arrived>
  );
}

/** How many people a coordinator is to tell by hand in a workshop that was decided on, with the way there; nothing where there is nobody. */
async function ToTellOf({ cx, courseId }: { cx: Context; courseId: number }) {
  const decides = ifGranted(() => gate.course(cx, "registrations.decide", courseId));
  const count = decides ? peopleToTell(cx, decides) : 0;
  if (count === 0) return null;
  const t = await getTranslations("courseDone");
  const tell = await getTranslations("tell");
  return (
    <p>
      {t("toTell", { count })} <a href={`/desk/courses/${courseId}/tell`}>{tell("title")}</a>
    </p>
  );
}

/** The reason that somebody typed for a decision that was not taken. */
function Typed({ reason }: { reason: string }) {
  const t = useTranslations("workshop");
  return reason ? (
    <p>
      {t("reasonTyped")} <Written>{reason}</Written>
    </p>
  ) : null;
}
