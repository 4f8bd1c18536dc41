import type { Granted, Reach } from "../../access/gate";
import type { Permission } from "../../access/table";
import type { Context } from "../../acts/context";
import { coursesByProgramme } from "../../courses/store";
import { countOnce } from "../../courses/store/reached";
import type { PersonsNames } from "../../i18n/rules";
import { personNames } from "../../people/store";
import { displayPhone } from "../../phone/phone";
import { settingOf } from "../../settings/store";
import { countShared } from "../../sharing/store";
import {
  allProgrammeCountries,
  countMembers,
  firstCoordinator,
  firstCoordinators,
  membersOf,
  type ProgrammeRow,
  programmeRow,
  programmesIn,
} from "../store";
import { coordinatorsNow } from "../store/roles";

/** Programmes with the countries in which they work. */
function withCountries<Row extends { id: number }>(cx: Context, rows: readonly Row[]) {
  const where = allProgrammeCountries(cx);
  return rows.map((row) => ({
    ...row,
    countries: where.filter((c) => c.programmeId === row.id).map((c) => c.country),
  }));
}

/** Programmes within a reach, with their countries. */
export const programmeList = (cx: Context, { programmes }: Granted<Reach, Permission>) =>
  withCountries(cx, programmesIn(cx, programmes));

/** Adds to some programmes of a list how many courses that count each has; counted of these alone. */
export function withCourses<Row extends { id: number }>(cx: Context, rows: readonly Row[]) {
  const courses = coursesByProgramme(
    cx,
    rows.map(({ id }) => id),
  );
  const shared = countShared(
    cx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    /** Those that it leads and those that it shares. */
    courses: (courses.get(row.id) ?? 0) + (shared.get(row.id) ?? 0),
    /** Of these, how many another programme leads. */
    shared: shared.get(row.id) ?? 0,
  }));
}

/** How many courses that count programmes within a reach lead or share, each once, however many of them pay for it. */
export const coursesOnceIn = (cx: Context, { programmes }: Granted<Reach, "programmes.read">): number =>
  countOnce(cx, programmes);

/** Who decides on a workshop that the viewer schedules: who coordinates the programme, but themselves; nobody where it asks for no approval. */
const approversIn = (cx: Context, { id, approvesWorkshops }: ProgrammeRow): PersonsNames[] =>
  approvesWorkshops
    ? coordinatorsNow(cx, id).flatMap((personId) =>
        personId === cx.viewer.personId ? [] : (personNames(cx, personId) ?? []),
      )
    : [];

/** Programmes in which the viewer is a trainer, with their countries and who approves there: where they may schedule a workshop. */
export const programmesTrained = (cx: Context, { trains }: Granted<Reach, "workshop.schedule">) =>
  withCountries(cx, programmesIn(cx, trains)).map((row) => ({ ...row, approvers: approversIn(cx, row) }));

/** So many members of a programme come at once. */
const membersOnPage = 50;

/**
 * A programme with its countries and members, by role and name, a page at a time.
 * @param after where the page of members begins: `next` of the one before.
 */
export function programmeDetail(
  cx: Context,
  programme: Granted<ProgrammeRow, "programmes.read" | "programmes.edit">,
  after: string | null = null,
) {
  const [row] = withCountries(cx, [programme]);
  const [, role = "", name = "", id = "0"] = /^([a-z]+)_(.*)_(\d+)$/s.exec(after ?? "") ?? [];
  const members = membersOf(cx, programme.id, { role, name, id: Number(id) }, membersOnPage + 1);
  const page = members.slice(0, membersOnPage);
  const last = page.at(-1);
  return {
    ...row!,
    members: page,
    memberCount: countMembers(cx, programme.id),
    // Coordinators come first in the order of members.
    hasCoordinator: membersOf(cx, programme.id, { role: "", name: "", id: 0 }, 1)[0]?.role === "coordinator",
    next: members.length > membersOnPage && last ? `${last.role}_${last.sortName}_${last.personId}` : null,
  };
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

/** Whom to ask about each programme that has courses that count, by short name: programmes nobody can ask about are left out. */
export function publicContacts(cx: Context) {
  const courses = coursesByProgramme(cx, "all");
  const rows = programmesIn(cx, "all").filter(({ id }) => courses.get(id));
  const coordinators = firstCoordinators(cx);
  return rows.flatMap((row) => {
    const named = { name: row.contactName, phone: row.contactPhone, email: row.contactEmail };
    const contact = named.phone || named.email ? named : coordinators.get(row.id);
    if (!contact) return [];
    const { name, phone, email } = contact;
    return [
      {
        programmeId: row.id,
        title: row.title,
        contact: { name, phone: phone && displayPhone(phone), email },
      },
    ];
  });
}
export type PublicContact = ReturnType<typeof publicContacts>[number];

/** True where this database holds demonstration data. */
export const isDemonstration = (cx: Context): boolean => settingOf(cx, "demonstration") !== null;
