import type { Context } from "../../acts/context";
import type { OrganisationKind } from "../rules";
import { insertOrganisation, organisationNamed } from "../store/organisations";

/** The organisation of that name in a country, made where there is none; null for an empty name. @param kind what it is then, as far as the form says. */
export const findOrCreateOrganisation = (
  cx: Context,
  name: string | null,
  country: string | null,
  kind: OrganisationKind = "other",
): number | null =>
  name ? (organisationNamed(cx, name, country) ?? insertOrganisation(cx, name, country, kind)) : null;
