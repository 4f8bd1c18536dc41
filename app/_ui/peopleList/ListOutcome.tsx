"use client";

import { useTranslations } from "next-intl";
import { ToStart } from "@/app/_ui/form/ToStart";

/** What came of a list of people. */
export function ListOutcome({
  registered,
  here,
  known,
  places,
  waiting,
  undecided,
  expected = null,
}: {
  registered: number;
  here: number;
  known: number;
  places: number;
  waiting: number;
  undecided: number;
  /** The new expected number of a workshop, where it was raised. */
  expected?: number | null;
}) {
  const t = useTranslations("outcome");
  return (
    <>
      <ToStart />
      <p>{t("listRegistered", { count: registered })}</p>
      {places > 0 ? <p>{t("listPlaces", { count: places })}</p> : null}
      {waiting > 0 ? <p>{t("listWaiting", { count: waiting })}</p> : null}
      {undecided > 0 ? <p>{t("listUndecided", { count: undecided })}</p> : null}
      {known > 0 ? <p>{t("listKnown", { count: known })}</p> : null}
      {here > 0 ? <p>{t("listHere", { count: here })}</p> : null}
      {expected === null ? null : <p>{t("expectedRaised", { count: expected })}</p>}
    </>
  );
}
