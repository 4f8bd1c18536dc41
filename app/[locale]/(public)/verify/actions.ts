"use server";

import { action } from "@/app/_actions/action";
import { typedSerial } from "@/lib/certificates/queries";

/** Goes to the page of a serial; a typing error is said beside the field. */
export const findCertificate = action(typedSerial, {
  to: ({ serial }) => `/verify/${serial}`,
});
