import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import type { CascadeTrainer } from "@/lib/cascade/queries";
import { dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";
import { peopleIn, womenIn } from "@/lib/records/rules/numbers";
import { Fold } from "./Fold";

/** The workshops that somebody held, as a list: each with its days, whom it reached, and for which organisation it was. */
export async function Held({ trainer, called }: { trainer: CascadeTrainer; called: string }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("cascade");
  return (
    <div className="cascade-what">
      <Fold label={t("what")} of={called} />
      <ul className="cascade-held">
        {trainer.workshops.map((one) => {
          const recorded = peopleIn(one.reach.recordedPeople);
          const byName = one.countedBy === "people";
          const women = womenIn(byName ? one.reach.attendedBySex : one.reach.recordedPeople);
          const reached = byName ? one.reach.people : recorded;
          return (
            <li key={one.id}>
              <Link href={`/desk/courses/${one.id}`} prefetch={false}>
                {inLanguage(one.place, locale).text || <Say text={one.title} />}
              </Link>{" "}
              <span className="quiet">
                <CourseDates course={one} short />
                <SharedWith course={one} dot />
              </span>{" "}
              {byName
                ? t("peopleCount", { count: one.reach.people })
                : recorded > 0
                  ? t("recordedPeople", { count: recorded })
                  : t("numberUnknown")}
              {reached > 0 ? (
                <span className="quiet">
                  {dotBetween}
                  {women === null ? t("womenUnknown") : t("womenHere", { count: women })}
                </span>
              ) : null}
              {one.heldFor.length > 0 ? <span className="quiet"> {t("heldFor")}</span> : null}
              {one.heldFor.map(({ id, name }) => (
                <span key={id}>
                  {" "}
                  <Link href={`/desk/organisations/${id}/thread`} prefetch={false}>
                    <Written>{name}</Written>
                  </Link>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
