import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { coursesAtVenue } from "../../courses/store";
import { fault } from "../../faults";
import {
  mostRooms,
  type RoomRow,
  venueEditSchema,
  venueRetirementSchema,
  venueSchema,
} from "../../programmes/schema";
import { refuse, refuseAt } from "../../result";
import { renamedAtVenue } from "../../timetable/store/renamed";
import { roomsInLines } from "../rules";
import {
  countryRow,
  freeRoomName,
  insertRoom,
  insertVenue,
  roomsOf,
  setRoom,
  setVenue,
  venueRow,
} from "../store";

/** What a venue and its rooms are called, and where it lies, to compare. */
function calledAt(cx: Context, venueId: number): string {
  const venue = venueRow(cx, venueId);
  const rooms = roomsOf(cx, venueId).map((room) => [room.id, room.name]);
  return JSON.stringify([venue?.name, venue?.place, rooms]);
}

/** Refuses a country that is not there, beside its field. */
export function demandCountry(cx: Context, code: string): void {
  if (!countryRow(cx, code)) refuseAt({ country: fault("choose") });
}

/** Refuses a country in which no programme of the viewer's works: its venues are others' to keep. */
function demandKeeping(cx: Context, country: string): void {
  if (!gate.mayInCountry(cx, "venues.edit", country)) refuse("notFound");
}

/** Puts the rows of a form into a venue. Rooms that the form does not name stay as they are. */
function putRooms(cx: Context, venueId: number, rows: readonly RoomRow[]): void {
  const kept = new Map(roomsOf(cx, venueId).map((room) => [room.id, room]));
  if (rows.some(({ id }) => id !== null && !kept.has(id))) refuse("notFound");
  const named = new Set(rows.map(({ id }) => id));
  const names = new Set([...kept.values()].filter((room) => !named.has(room.id)).map((room) => room.name));
  for (const row of rows) {
    if (names.has(row.name)) refuseAt({ [`rooms.${row.index}.name`]: fault("roomTaken") });
    names.add(row.name);
  }
  // Two rooms may exchange their names, so all names are freed first.
  for (const { id } of rows) if (id !== null) freeRoomName(cx, id);
  for (const { id, name, seats, retired } of rows) {
    const retiredAt = retired ? (kept.get(id ?? 0)?.retiredAt ?? cx.now) : null;
    const columns = { name, seats, retiredAt };
    if (id === null) insertRoom(cx, { venueId, ...columns });
    else setRoom(cx, id, columns);
  }
}

/**
 * Adds the rooms that were pasted, one a line. Refused as a whole where a line is none, or names a room that is there; all
 * such lines are told.
 */
function addRooms(cx: Context, venueId: number, text: string | null): void {
  const { rooms, wrong } = roomsInLines(text ?? "");
  const told = (lines: readonly number[]) => ({ params: { lines: lines.join(", "), count: lines.length } });
  if (wrong.length > 0) refuseAt({ roomLines: fault("roomLinesWrong", told(wrong)) });
  const there = roomsOf(cx, venueId);
  if (there.length + rooms.length > mostRooms)
    refuseAt({ roomLines: fault("tooManyLines", { params: { max: mostRooms } }) });
  const names = new Set(there.map(({ name }) => name));
  const taken = rooms.filter(({ name }) => names.has(name) || !names.add(name)).map(({ line }) => line);
  if (taken.length > 0) refuseAt({ roomLines: fault("roomLinesTaken", told(taken)) });
  for (const { name, seats } of rooms) insertRoom(cx, { venueId, name, seats, retiredAt: null });
}

/** Adds a venue with its rooms, in a country in which a programme of the viewer's works. */
export const createVenue = command("venues.edit", venueSchema, (cx, input) => {
  gate.anywhere(cx, "venues.edit");
  demandCountry(cx, input.country);
  demandKeeping(cx, input.country);
  const { name, country, place, address, stepFree } = input;
  const venueId = insertVenue(cx, { name, country, place, address, stepFree });
  putRooms(cx, venueId, input.rooms);
  addRooms(cx, venueId, input.roomLines ?? null);
  happened(cx, { kind: "venue.created", venueId });
  return { venueId };
});

/**
 * Changes a venue and its rooms. Its country stays while courses are planned there. A form that was opened before
 * somebody else's change is refused as stale.
 */
export const editVenue = command("venues.edit", venueEditSchema, (cx, input) => {
  const venue = gate.venue(cx, "venues.edit", input.venueId);
  const { name, country, place, address, stepFree } = input;
  if (venue.version !== input.version) refuse("stale");
  demandCountry(cx, country);
  demandKeeping(cx, country);
  if (country !== venue.country && coursesAtVenue(cx, venue.id) > 0)
    refuseAt({ country: fault("venueHasCourses") });
  const before = calledAt(cx, venue.id);
  setVenue(cx, venue.id, { name, country, place, address, stepFree, version: venue.version + 1 });
  putRooms(cx, venue.id, input.rooms);
  addRooms(cx, venue.id, input.roomLines ?? null);
  if (calledAt(cx, venue.id) !== before) renamedAtVenue(cx, venue.id);
  happened(cx, { kind: "venue.edited", venueId: venue.id });
  return { venueId: venue.id };
});

/** Retires a venue, or brings it back. Courses that are planned there keep it; new ones are not offered it. */
export const setVenueRetired = command("venues.edit", venueRetirementSchema, (cx, input) => {
  const venue = gate.venue(cx, "venues.edit", input.venueId);
  const retired = input.retired === "yes";
  setVenue(cx, venue.id, {
    retiredAt: retired ? (venue.retiredAt ?? cx.now) : null,
    version: venue.version + 1,
  });
  happened(cx, { kind: retired ? "venue.retired" : "venue.restored", venueId: venue.id });
  return { venueId: venue.id, retired };
});
