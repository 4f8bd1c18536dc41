import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Arrived } from "@/app/_ui/kit/Arrived";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { decidedWorkshop } from "@/lib/courses/queries";
import { inLanguage, isolate } from "@/lib/i18n/rules";
import { peopleToTell } from "@/lib/messages/queries";
import { ifGranted } from "@/lib/result";
import { ApprovalBackForm } from "../desk/workshops/forms";
import { ApprovedSaid } from "./ApprovedSaid";

/** What the address may say of a decision: each with the key of the course. */
const askings = ["decided", "notTurnedDown", "approved", "turnedDown"] as const;
type Asked = Record<(typeof askings)[number], number | null>;

/**
 * What became of a workshop that the viewer decided on just now (`approved`, `turnedDown`), or that was decided on before
 * them (`decided`; `notTurnedDown` where they were about to turn it down).
 */
export async function Decided({ cx, asked }: { cx: Context; asked: Asked }) {
  const locale = await getLocale();
  const t = await getTranslations("workshop");
  const what = askings.find((name) => asked[name] !== null);
  const workshop = what
    ? ifGranted(() => decidedWorkshop(cx, gate.course(cx, "workshop.approve", asked[what] ?? 0)))
    : null;
  if (!workshop) return null;
  const course = isolate(inLanguage(workshop.title, locale).text, locale);
  const toTell = <ToTellOf cx={cx} courseId={workshop.id} />;
  if (workshop.stands === "cancelled")
    return (
      <Arrived of={`${what} ${workshop.id}`} tone={what === "turnedDown" ? "ok" : "attention"}>
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
        {what === "turnedDown" ? toTell : null}
      </Arrived>
    );
  if (what === "turnedDown" || (what === "approved" && !workshop.own)) return null;
  return (
    <Arrived
      of={`${what} ${workshop.id}`}
      tone={what === "notTurnedDown" || !workshop.own ? "attention" : "ok"}
    >
      <p>
        <ApprovedSaid workshop={workshop} refused={what === "notTurnedDown"} />
      </p>
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
