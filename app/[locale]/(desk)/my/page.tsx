import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { readersDay } from "@/app/_server/zone";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import * as gate from "@/lib/access/gate";
import * as trainers from "@/lib/access/trainerGate";
import { ownTaught, ownWorkshops } from "@/lib/courses/queries";
import { isApproved } from "@/lib/courses/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { ownRegistrations } from "@/lib/registrations/queries";
import { ifGranted } from "@/lib/result";
import { ownLedger, ownStandings } from "@/lib/stages/queries";
import { Modules } from "../_stages/Modules";
import { Standings } from "../_stages/Standings";
import { OwnWorkshops } from "../today/OwnWorkshops";
import { Taken } from "./Taken";
import { Trained } from "./Trained";

export const generateMetadata = async () => ({ title: (await getTranslations("my"))("title") });

/** One's own courses: state, attendance, certificates. */
export default async function MyCourses() {
  const cx = await requireContext("account.own", "/my");
  const t = await getTranslations("my");
  const calendar = await getTranslations("myCalendar");
  const away = await getTranslations("away");
  const today = await readersDay(cx);
  const asks = await getTranslations("asks");
  const w = await getTranslations("workshop");
  const awaiting = ownWorkshops(cx, gate.reach(cx, "today.read"), today).filter(
    (workshop) => !isApproved(workshop) && workshop.state !== "cancelled",
  );
  const isTrainer = ifGranted(() => trainers.trainer(cx, "away.edit", cx.viewer.personId ?? 0)) !== null;
  const registrations = cx.viewer.personId === null ? [] : ownRegistrations(cx, gate.self(cx));
  const trained = cx.viewer.personId === null ? [] : ownTaught(cx, gate.self(cx));
  const ledger = cx.viewer.personId === null ? [] : ownLedger(cx, gate.self(cx));
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          isTrainer ? (
            <div className="flex flex-wrap gap-2">
              <Link href="/my/calendar" prefetch={false} className="button">
                {calendar("title")}
              </Link>
              <Link href="/my/requests" prefetch={false} className="button">
                {asks("mine")}
              </Link>
              {gate.maySomewhere(cx, "stage.observe") ? (
                <Link href="/desk/observe" prefetch={false} className="button">
                  {(await getTranslations("observing"))("list")}
                </Link>
              ) : null}
              <Link href="/my/away" prefetch={false} className="button">
                {away("mine")}
              </Link>
            </div>
          ) : null
        }
      />
      {awaiting.length > 0 ? (
        <section className="grid gap-3 mb-8" aria-labelledby="awaiting">
          <h2 id="awaiting">{w("awaits")}</h2>
          <OwnWorkshops workshops={awaiting} today={today} />
        </section>
      ) : null}
      {trained.length > 0 ? (
        <section className="grid gap-3 mb-8" aria-labelledby="trained">
          <h2 id="trained">{t("trained")}</h2>
          <Trained courses={trained} today={today} />
        </section>
      ) : null}
      {trained.length > 0 && registrations.length > 0 ? <h2 className="mb-3">{t("taken")}</h2> : null}
      {registrations.length === 0 && trained.length === 0 && awaiting.length === 0 ? (
        <Empty title={t("none")}>
          <a href="/courses" className="button-main">
            {t("find")}
          </a>
        </Empty>
      ) : null}
      {registrations.length > 0 ? <Taken registrations={registrations} today={today} /> : null}
      {ledger.length > 0 ? (
        <div className="grid gap-6 mt-8 max-w-3xl">
          <Standings
            personId={gate.self(cx).personId}
            ways={ownStandings(cx, gate.self(cx), programmeDays(cx))}
          />
          <p>
            <Link href="/my/way" prefetch={false} className="button">
              {(await getTranslations("ownWay"))("see")}
            </Link>
          </p>
          <Modules ledger={ledger} />
        </div>
      ) : null}
    </>
  );
}
