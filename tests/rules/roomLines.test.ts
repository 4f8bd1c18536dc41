import { expect, it } from "vitest";
import { roomsInLines } from "../../lib/places/rules";

it("rooms that are pasted have a name and seats; what says something else is told by its line", () => {
  expect(
    roomsInLines("Hall, 40\n\nRoom 2\t٢٥\r\nقاعة ٣، 12\nLibrary\nRoom 4, first floor\n, 10\nTent; 0"),
  ).toEqual({
    rooms: [
      { line: 1, name: "Hall", seats: 40 },
      { line: 3, name: "Room 2", seats: 25 },
      { line: 4, name: "قاعة ٣", seats: 12 },
      { line: 5, name: "Library", seats: null },
    ],
    wrong: [6, 7, 8],
  });
});
