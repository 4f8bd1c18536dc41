import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { asking, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { RetiredToast } from "@/app/_ui/kit/RetiredToast";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { dotBetween } from "@/lib/i18n/rules";
import { countriesKept, venueDetail } from "@/lib/places/queries";
import { ifGranted } from "@/lib/result";
import { CalendarAddress } from "../../../../_calendar/CalendarAddress";
import { VenueEditForm, VenueRetirementForm } from "../../forms";
import { VenueFields, venueDefaults } from "../../VenueFields";

type Props = {
  params: Promise<{ venue: string }>;
  searchParams: SearchParams;
};

const asked = asking({ saved: text, done: oneOf(["retired", "restored"]) });

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).venue);
  const venue = ifGranted(() => gate.venue(cx, "venues.edit", key));
  return { title: venue?.name };
}

/** One venue: where it is, its rooms, and whether it is offered. */
export default async function EditVenue({ params, searchParams }: Props) {
  const { venue: key } = await params;
  const cx = await requireContext("venues.edit", `/desk/settings/venues/${encodeURIComponent(key)}`);
  const venue = venueDetail(
    cx,
    granted(() => gate.venue(cx, "venues.edit", keyIn(key))),
  );
  const { saved, done } = await asked(searchParams);
  const t = await getTranslations("settings");
  const isRetired = venue.retiredAt !== null;
  return (
    <div className="max-w-3xl grid gap-4">
      <PageHead
        title={<Written>{venue.name}</Written>}
        under={
          <>
            <Link href="/desk/settings">{t("back")}</Link>
            {dotBetween}
            {t("usedBy", { count: venue.courses })}
            {venue.toCome > 0 ? (
              <>
                {dotBetween}
                {t("sessionsToCome", { count: venue.toCome })}
              </>
            ) : null}
          </>
        }
        action={
          <VenueRetirementForm className="">
            <Hidden name="venueId" value={venue.id} />
            <Hidden name="retired" value={isRetired ? "no" : "yes"} />
            <Submit tone="quiet" busy={t("saving")}>
              {isRetired ? t("restoreVenue") : t("retireVenue")}
            </Submit>
          </VenueRetirementForm>
        }
      />
      {done !== null && isRetired === (done === "retired") ? (
        <RetiredToast
          of={`venue ${venue.id} ${venue.version}`}
          retired={isRetired}
          form={VenueRetirementForm}
        >
          <Hidden name="venueId" value={venue.id} />
          <Hidden name="retired" value={isRetired ? "no" : "yes"} />
        </RetiredToast>
      ) : null}
      {isRetired ? <Notice tone="neutral">{t("venueRetiredHint")}</Notice> : null}
      {venue.toComeInClosed > 0 ? (
        <Notice tone="attention">{t("closedToCome", { count: venue.toComeInClosed })}</Notice>
      ) : null}
      <p role="status" className="rounded-card bg-ok-tint text-ok p-3 empty:hidden">
        {saved === "yes" ? t("saved") : null}
      </p>
      <VenueEditForm className="card grid gap-5 sm:p-6" defaults={venueDefaults(venue)}>
        <Hidden name="venueId" value={venue.id} />
        <VenueFields countries={countriesKept(cx, gate.reach(cx, "venues.edit"))} />
        <div>
          <Submit busy={t("saving")}>{t("saveVenue")}</Submit>
        </div>
      </VenueEditForm>
      {venue.rooms.length > 0 ? <CalendarAddress cx={cx} feed="room" of={{ rooms: venue.rooms }} /> : null}
    </div>
  );
}
