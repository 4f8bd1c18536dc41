import type * as z from "zod";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { isGovernorateOf } from "../../i18n/governorates";
import { normalisePhone, phoneFault } from "../../phone/phone";
import { refuseAt } from "../../result";
import type { personSchema } from "../schema";
import type { PersonSaid } from "../store";
import { findOrCreateOrganisation } from "./organisation";

/** A person as a form tells of them. */
export type PersonFields = z.output<typeof personSchema>;

/**
 * What a form says of a person, as it is kept. An organisation that nobody named before is made.
 * @param kept the phone that the person has already.
 */
export function saidOf(cx: Context, input: PersonFields, kept: string | null = null): PersonSaid {
  const country = input.country ?? "";
  const phone = input.phone ? normalisePhone(input.phone, country, kept) : null;
  if (input.phone && !phone) refuseAt({ phone: phoneFault(country) });
  const { governorate } = input;
  if (governorate && !isGovernorateOf(governorate, input.country))
    refuseAt({ governorate: fault("governorateElsewhere") });
  return {
    name: input.name,
    latinName: input.latinName,
    email: input.email,
    phone,
    language: input.language,
    organisationId: findOrCreateOrganisation(cx, input.organisation, input.country),
    position: input.position,
    country: input.country,
    governorate,
  };
}
