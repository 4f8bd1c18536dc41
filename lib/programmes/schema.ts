import * as z from "zod/mini";
import {
  checkbox,
  day,
  id,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  requiredLine,
} from "../fields";

const fields = {
  code: requiredLine(60),
  titleEn: requiredLine(200),
  titleFr: optionalLine(200),
  titleAr: optionalLine(200),
  donor: optionalLine(200),
  partners: optionalLine(300),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  issuerEn: optionalLine(200),
  issuerFr: optionalLine(200),
  issuerAr: optionalLine(200),
  contactName: optionalLine(200),
  contactPhone: optionalPhone(),
  contactEmail: optionalEmail(),
  countries: z
    .pipe(
      z._default(z.union([z.string(), z.array(z.string())]), []),
      z.transform((v) => (Array.isArray(v) ? v : v ? [v] : [])),
    )
    .check(z.refine((list) => list.length > 0, "chooseOne")),
};
const inOrder = z.refine<{ startsOn: string | null; endsOn: string | null }>(
  (p) => !p.startsOn || !p.endsOn || p.endsOn >= p.startsOn,
  { error: "courseEndsBeforeStart", path: ["endsOn"] },
);

/** Certificates name who issues them, in one language at least. */
const hasIssuer = z.refine<{ issuerEn: string | null; issuerFr: string | null; issuerAr: string | null }>(
  (p) => Boolean(p.issuerEn || p.issuerFr || p.issuerAr),
  { error: "required", path: ["issuerEn"] },
);

/** A programme: the funded frame of courses. */
export const programmeSchema = z.object(fields).check(inOrder, hasIssuer);
export const programmeEditSchema = z.object({ programmeId: id(), ...fields }).check(inOrder, hasIssuer);

export const venueSchema = z.object({
  name: requiredLine(200),
  country: requiredLine(2),
  place: requiredLine(80),
  address: optionalLine(300),
  /** Rooms, one a line in the form "name | seats". */
  rooms: optionalText(500),
  stepFree: checkbox(),
});

export const holidaySchema = z.object({
  country: requiredLine(2),
  day: day(),
  name: requiredLine(120),
});
export const holidayRemovalSchema = z.object({ country: requiredLine(2), day: requiredLine(10) });
export type ProgrammeInput = z.output<typeof programmeSchema>;
