"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useWatch } from "react-hook-form";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { Written } from "@/app/_ui/Written";
import { holds } from "@/lib/text";
import { nearestFirst } from "./nearestFirst";

/** An organisation for which a workshop can be planned: its name, where it is, and the programmes that it is of. */
export type OrganisationOffered = {
  id: string;
  called: string;
  place: string | null;
  country: string | null;
  programmeIds: string[];
};

/** So many are seen at a glance; more are searched. */
const atAGlance = 8;

/** For which organisations of the programme a workshop is: boxes, found by name where there are many. */
export function OrganisationChoice({ organisations }: { organisations: readonly OrganisationOffered[] }) {
  const t = useTranslations("workshop");
  const field = useField("organisationIds", undefined, t("organisations"));
  const group = useTicks("organisationIds");
  const programme = String(useWatch({ name: "programmeId" }) ?? "");
  const inBrowser = useInBrowser();
  const [sought, setSought] = useState("");
  const search = useId();
  const { id, ...props } = field.props;
  const country = String(useWatch({ name: "country" }) ?? "");
  const ofProgramme = organisations.filter((one) => programme === "" || one.programmeIds.includes(programme));
  const offered = nearestFirst(ofProgramme, country);
  if (offered.length === 0) return null;
  const found = (one: OrganisationOffered) => holds(`${one.called} ${one.place ?? ""}`, sought);
  const count = offered.filter(found).length;
  return (
    <fieldset className="scroll-mt-4 grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">
        {t("organisations")} <span className="quiet font-normal">{t("optional")}</span>
      </legend>
      <ErrorLine id={id} error={field.error} />
      {inBrowser && offered.length > atAGlance ? (
        <div className="grid gap-1">
          <label htmlFor={search} className="quiet">
            {t("findOrganisation")}
          </label>
          <input
            id={search}
            type="search"
            className="input"
            dir="auto"
            autoComplete="off"
            value={sought}
            onChange={({ target }) => setSought(target.value)}
            onKeyDown={(event) => {
              // What is found is ticked, not sent.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
          <p role="status" className="quiet empty:hidden">
            {sought.trim() ? t("organisationsFound", { count }) : null}
          </p>
        </div>
      ) : null}
      <div className="grid sm:grid-cols-2 gap-x-4 max-h-96 overflow-y-auto print:max-h-none print:overflow-visible">
        {offered.map((one, at) => {
          const own = at === 0 ? id : `${id}-${one.id}`;
          return (
            <label
              key={one.id}
              htmlFor={own}
              // One that is not shown keeps its tick; what is ticked stays in sight.
              hidden={!found(one) && !group.ticked.has(one.id)}
              className="flex gap-2 items-start min-h-11 py-2.5"
            >
              <Tick {...props} id={own} group={group} value={one.id} className="tick-box" />
              <span className="leading-snug">
                <Written>{one.called}</Written>
                {one.place ? (
                  <span className="quiet block">
                    <Written>{one.place}</Written>
                  </span>
                ) : null}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
