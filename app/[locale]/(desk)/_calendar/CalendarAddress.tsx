import { useLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { readersDays } from "@/app/_server/zone";
import { Hidden, type Option, SelectField, Submit } from "@/app/_ui/form/fields";
import { OwnPassword } from "@/app/_ui/form/OwnPassword";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import { asksPassword } from "@/lib/accounts/queries";
import type { Context } from "@/lib/acts/context";
import { ownAddresses } from "@/lib/feeds/queries";
import type { FeedKind } from "@/lib/feeds/rules";
import { fullDay, languageName } from "@/lib/i18n/format";
import { MakeAddressForm, RenewAddressForm } from "./forms";

const titles = { mine: "title", course: "titleCourse", trainer: "titleTrainer", room: "titleRooms" } as const;

/** What the forms of a calendar send: whose it is, or which of several is to be chosen. */
function Which({ feed, of }: { feed: FeedKind; of: number | null | { label: string; options: Option[] } }) {
  return (
    <>
      <Hidden name="feed" value={feed} />
      {typeof of === "object" && of !== null ? (
        <SelectField name="of" label={of.label} options={of.options} />
      ) : of === null ? null : (
        <Hidden name="of" value={of} />
      )}
    </>
  );
}

/** How many addresses there are of a calendar, and since when. */
function Have({ count, lastMadeAt, said, dayOf }: HaveProps) {
  const locale = useLocale();
  return <p>{said("have", { count, day: lastMadeAt ? fullDay(dayOf(lastMadeAt), locale) : "" })}</p>;
}
type HaveProps = ReturnType<typeof ownAddresses> & {
  dayOf: (instant: number) => string;
  said: (key: "have", values: { count: number; day: string }) => string;
};

/** Sessions in one's own calendar: makes a secret address to subscribe to, or one in place of all others. */
export async function CalendarAddress({
  cx,
  feed,
  of,
}: {
  cx: Context;
  feed: FeedKind;
  /** Key of the course or the trainer; null of one's own; or the rooms to choose from. */
  of: number | null | { rooms: readonly { id: number; name: string }[] };
}) {
  const t = await getTranslations("calendars");
  const locale = await getLocale();
  const asks = asksPassword(cx);
  const single = typeof of === "number" || of === null;
  const had = single ? ownAddresses(cx, gate.self(cx), { feed, of }) : null;
  const which = single
    ? of
    : {
        label: t("whichRoom"),
        options: of.rooms.map(({ id, name }) => ({ value: String(id), label: name })),
      };
  const defaults = single ? undefined : { of: String(of.rooms[0]?.id ?? "") };
  return (
    <section className="card grid gap-3 sm:p-6 print:hidden" id="calendar">
      <h2>{t(titles[feed])}</h2>
      <p className="quiet">
        {t(feed)}
        {cx.viewer.language
          ? ` ${t("inLanguage", { language: languageName(cx.viewer.language, locale) })}`
          : null}
      </p>
      {had ? <Have {...had} said={t} dayOf={await readersDays(cx)} /> : null}
      <MoreMessages of={["calendars"]}>
        <MakeAddressForm className="grid gap-3" defaults={defaults}>
          <Which feed={feed} of={which} />
          {asks ? <OwnPassword calendar /> : null}
          <div>
            <Submit tone="quiet" busy={t("making")}>
              {t(had?.count ? "makeAnother" : "make")}
            </Submit>
          </div>
        </MakeAddressForm>
        {had?.count === 0 ? null : (
          <details>
            <summary className="min-h-11 content-center">{t("renew")}</summary>
            <RenewAddressForm className="grid gap-3" defaults={defaults}>
              <p>{t("renewHint")}</p>
              <Which feed={feed} of={which} />
              {asks ? <OwnPassword calendar /> : null}
              <div>
                <Submit tone="stop" busy={t("renewing")}>
                  {t("renew")}
                </Submit>
              </div>
            </RenewAddressForm>
          </details>
        )}
      </MoreMessages>
    </section>
  );
}
