import type { Granted, Reach } from "../access/gate";
import type { Permission } from "../access/table";
import type { Context } from "../acts/context";
import { coursesByProgramme } from "../courses/store";
import { displayPhone } from "../phone/phone";
import { settingOf } from "../settings/store";
import {
  allProgrammeCountries,
  firstCoordinator,
  membersOf,
  type ProgrammeRow,
  programmeRow,
  programmesIn,
} from "./store";

/** Programmes with the countries in which they work. */
function withCountries<Row extends { id: number }>(cx: Context, rows: readonly Row[]) {
  const where = allProgrammeCountries(cx);
  return rows.map((row) => ({
    ...row,
    countries: where.filter((c) => c.programmeId === row.id).map((c) => c.country),
  }));
}

/** Programmes within a reach, with countries and the number of courses that count. */
export function programmeList(cx: Context, { programmes }: Granted<Reach, Permission>) {
  const courses = coursesByProgramme(cx, programmes);
  return withCountries(cx, programmesIn(cx, programmes)).map((row) => ({
    ...row,
    courses: courses.get(row.id) ?? 0,
  }));
}

/** Programmes in which the viewer is a trainer, with their countries: where they may schedule a workshop. */
export const programmesTrained = (cx: Context, { trains }: Granted<Reach, "workshop.schedule">) =>
  withCountries(cx, programmesIn(cx, trains));

/** A programme with its countries, members and the number of its courses. */
export function programmeDetail(
  cx: Context,
  programme: Granted<ProgrammeRow, "programmes.read" | "programmes.edit">,
) {
  const [row] = withCountries(cx, [programme]);
  const courses = coursesByProgramme(cx, [programme.id]).get(programme.id) ?? 0;
  return { ...row!, courses, members: membersOf(cx, programme.id) };
}

/** Whom the public may ask about a programme. */
export type ProgrammeContact = { name: string | null; phone: string | null; email: string | null };

/**
 * Whom to ask about a programme, for everybody: its contact, else the coordinator of longest standing; null where there
 * is neither. The phone is written for people.
 */
export function contactOf(cx: Context, programmeId: number): ProgrammeContact | null {
  const row = programmeRow(cx, programmeId);
  const named = row && { name: row.contactName, phone: row.contactPhone, email: row.contactEmail };
  const contact = named?.phone || named?.email ? named : firstCoordinator(cx, programmeId);
  return contact ? { ...contact, phone: contact.phone && displayPhone(contact.phone) } : null;
}

/** True where this database holds demonstration data. */
export const isDemonstration = (cx: Context): boolean => settingOf(cx, "demonstration") !== null;
