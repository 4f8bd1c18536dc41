import type { Context } from "../../acts/context";
import { insertOrganisation, organisationNamed } from "../store/organisations";

/** The organisation of that name in a country, made where there is none; null for an empty name. */
export const findOrCreateOrganisation = (
  cx: Context,
  name: string | null,
  country: string | null,
): number | null =>
  name ? (organisationNamed(cx, name, country) ?? insertOrganisation(cx, name, country)) : null;
