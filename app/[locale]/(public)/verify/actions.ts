"use server";

import { action } from "@/app/_actions/action";
import { readSerial } from "@/lib/certificates/rules/serial";
import { verifySchema } from "@/lib/certificates/schema";
import { fault } from "@/lib/faults";
import { failAt, ok } from "@/lib/result";

/** Goes to the page of a serial; a typing error is said beside the field. */
export const findCertificate = action(
  "certificate.verify",
  verifySchema,
  (_viewer, input) => {
    const read = readSerial(input.serial);
    return "serial" in read ? ok(read) : failAt({ serial: fault(`serial_${read.wrong}`) });
  },
  { to: ({ serial }) => `/verify/${serial}` },
);
