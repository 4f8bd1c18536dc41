import { useLocale, useTranslations } from "next-intl";
import { Submit } from "@/app/_ui/form/fields";
import { Badge } from "@/app/_ui/kit/Badge";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { pageAfter } from "@/app/_ui/pageAfter";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { countryName } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { countriesKept, venueList, venuesWithRooms } from "@/lib/places/queries";
import { VenueForm } from "./forms";
import { roomDefaults, VenueFields } from "./VenueFields";

/** So many venues with their rooms a page shows. */
const onPage = 50;

/** Venues with their rooms, retired ones last, and a new one; those of the viewer's countries lead to their page. */
export function Venues({
  cx,
  after,
}: {
  cx: Context;
  /** The venue after which the list begins. */
  after: number | null;
}) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const venues = venueList(cx).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
  const mayKeep = gate.maySomewhere(cx, "venues.edit");
  const kept = mayKeep ? countriesKept(cx, gate.reach(cx, "venues.edit")) : { inUse: [], others: [] };
  const keeps = new Set([...kept.inUse, ...kept.others]);
  const page = pageAfter(venues, (v) => v.id, after, onPage);
  return (
    <section className="grid gap-3">
      <h2 id="venues">{t("venues")}</h2>
      <Table
        caption={t("venues")}
        columns={(["venueName", "place", "rooms"] as const).map((column) => ({
          key: column,
          label: t(column),
        }))}
      >
        <tbody>
          {venuesWithRooms(cx, page.rows).map((v) => (
            <Row key={v.id}>
              <RowHead
                href={keeps.has(v.country) ? `/desk/settings/venues/${v.id}` : undefined}
                under={
                  v.retiredAt === null && !v.stepFree ? null : (
                    <>
                      {v.retiredAt === null ? null : <Badge tone="neutral">{t("retired")}</Badge>}{" "}
                      {v.stepFree ? t("stepFree") : null}
                    </>
                  )
                }
              >
                <Written>{v.name}</Written>
              </RowHead>
              <Cell label={t("place")} under={countryName(v.country, locale)}>
                <Written>{v.place}</Written>
              </Cell>
              <Cell label={t("rooms")}>
                <span>
                  {v.rooms
                    .filter((room) => room.retiredAt === null)
                    .map((room, k) => (
                      <span key={room.id}>
                        {k > 0 ? dotBetween : ""}
                        <Written>{room.name}</Written>
                        {room.seats ? ` (${t("seats", { count: room.seats })})` : ""}
                      </span>
                    ))}
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {page.next === null ? null : <NextPage href={`/desk/settings?venues=${page.next}#venues`} />}
      {keeps.size === 0 ? null : (
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">{t("addVenue")}</summary>
          <VenueForm
            className="grid gap-4 mt-3"
            done={t("venueAdded")}
            defaults={{ rooms: roomDefaults([], 3) }}
          >
            <VenueFields countries={kept} />
            <div>
              <Submit busy={t("saving")}>{t("addVenue")}</Submit>
            </div>
          </VenueForm>
        </details>
      )}
    </section>
  );
}
