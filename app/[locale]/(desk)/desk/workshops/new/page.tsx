import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { Contact } from "@/app/_ui/Contact";
import { Hidden } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { lastWorkshop } from "@/lib/courses/queries";
import { usualWorkshop } from "@/lib/courses/rules/workshops";
import { fullDay } from "@/lib/i18n/format";
import { commas, isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { countryList } from "@/lib/places/queries";
import { contactOf, programmesTrained } from "@/lib/programmes/queries";
import { ownStops } from "@/lib/stages/queries/entered";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { toolsOffered } from "../../courses/offered";
import { NewWorkshopForm } from "../forms";
import { WorkshopFields } from "../WorkshopFields";
import { Planned } from "./Planned";
import { offersOf, plannedDefaults, repeatedFrom, workshopToRepeat } from "./source";

export const generateMetadata = async () => ({ title: (await getTranslations("workshop"))("title") });

const asked = asking({ copy: key, plan: key, workshop: key });

/**
 * A trainer schedules a workshop; the fields begin with what was planned or what another one had where the address says so,
 * else with the country of the last one and what is usual; for which village nobody says but the trainer.
 */
export default async function NewWorkshop({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("workshop.schedule", "/desk/workshops/new");
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const reach = gate.reach(cx, "workshop.schedule");
  const programmes = programmesTrained(cx, reach);
  const last = lastWorkshop(cx, reach);
  const { copy, plan, workshop: nth } = await asked(searchParams);
  const repeated = workshopToRepeat(cx, copy);
  const tools = toolsOffered(cx, undefined);
  const offers = await offersOf(cx, tools);
  const planned = offers.find(({ registrationId, number }) => registrationId === plan && number === nth);
  const said = repeated ? `copy=${repeated.id}` : planned?.asked;
  const wanted = (repeated ?? planned ?? last)?.programmeId;
  const programme = programmes.find((p) => p.id === wanted) ?? programmes[0]!;
  const like = repeated && repeatedFrom(cx, repeated, programme.id, locale, tools);
  const countries = countryList(cx);
  const country = countries.find((c) => c.code === (last?.country ?? programme.countries[0])) ?? countries[0];
  const zone = last?.zone ?? country?.zone ?? "UTC";
  const approved = programmes.every((p) => !p.approvesWorkshops);
  return (
    <div>
      <PageHead title={t("title")} under={t("lead")} />
      <div className="grid gap-3 mb-6 empty:hidden">
        <Halted cx={cx} />
      </div>
      {repeated ? (
        <div className="mb-6">
          <Notice>
            <p>{t("likeLead", { course: isolate(shownIn(repeated.title, locale), locale) })}</p>
            {like?.left.length ? <p>{t("likeLeft", { left: commas(like.left, locale) })}</p> : null}
          </Notice>
        </div>
      ) : (
        <Planned offers={offers} chosen={planned} />
      )}
      <NewWorkshopForm
        className="grid gap-8"
        key={said}
        draft={
          said
            ? { of: `${cx.viewer.accountId} new workshop like ${said}` }
            : { of: `${cx.viewer.accountId} new workshop` }
        }
        defaults={{
          programmeId: String(programme.id),
          country: country?.code ?? "",
          zone,
          place: "",
          ...usualWorkshop.hours,
          breakMinutes: String(usualWorkshop.hours.breakMinutes),
          capacity: String(usualWorkshop.capacity),
          languages: last?.languages ?? [cx.viewer.language ?? locale],
          ...(planned ? plannedDefaults(cx, planned, tools) : {}),
          ...like?.defaults,
        }}
      >
        {programmes.length === 1 ? <Hidden name="programmeId" value={programme.id} /> : null}
        <Hidden name="formKey" value={randomUUID()} />
        <Hidden name="ownLanguage" value={locale} />
        <WorkshopFields
          cx={cx}
          programmes={programmes}
          send={t("schedule")}
          note={t(approved ? "whenAtOnce" : "whenApproved")}
          today={dayAt(clock(), (repeated ?? planned)?.zone ?? zone)}
          filled={said !== undefined}
        />
      </NewWorkshopForm>
    </div>
  );
}

/** Why whoever schedules is not to train now, since when, who decides on that, and how to reach them; nothing where nothing halts them. */
async function Halted({ cx }: { cx: Context }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const stages = await getTranslations("stages");
  return ownStops(cx, gate.self(cx)).map(({ tool, programme, programmeId, day, stage, words }) => {
    const contact = contactOf(cx, programmeId);
    return (
      <Notice key={`${programmeId} ${tool.code}`} tone="attention">
        <p>
          {t("halted", {
            stage,
            tool: isolate(shownIn(tool.title, locale), locale),
            programme: isolate(shownIn(programme, locale), locale),
            day: fullDay(day, locale),
          })}
        </p>
        <p>
          <Written>{words}</Written>
        </p>
        {contact ? <Contact label={stages("asks")} contact={contact} /> : null}
      </Notice>
    );
  });
}
