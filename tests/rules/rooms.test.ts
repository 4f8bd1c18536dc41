import { expect, it } from "vitest";
import { roomedIn, usualRooms } from "../../lib/timetable/rules/rooms";

const at = (startsAt: number, people = 10) => ({ startsAt, endsAt: startsAt + 2, people });

it("a room is given where it is free and has a seat for everybody, and to the first of two at one time", () => {
  const [one, beside, many, taken, later] = [at(0), at(1), at(4, 21), at(8), at(12)];
  const other = { sessionId: 99, roomId: 5, startsAt: 9, endsAt: 10 };
  const sessions = [one, beside, many, taken, later];
  expect(roomedIn(sessions, { id: 5, seats: 20 }, [other])).toEqual([one, later]);
  expect(roomedIn(sessions, { id: 5, seats: null }, [])).toEqual([one, many, taken, later]);
});

it("the usual room of a group is the one of most of its sessions", () => {
  const sessions = [
    { groupId: 1, roomId: 5 },
    { groupId: 1, roomId: 6 },
    { groupId: 1, roomId: 6 },
    { roomId: 5 },
    { groupId: 2, roomId: null },
  ];
  expect([...usualRooms(sessions)]).toEqual([
    [1, 6],
    [null, 5],
  ]);
});
