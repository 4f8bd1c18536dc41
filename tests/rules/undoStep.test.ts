import { expect, it } from "vitest";
import { undoStep } from "../../app/[locale]/(desk)/desk/courses/[course]/timetable/undoStep";

const still = { saving: false, waited: false, newestThen: "7", newest: "7", quietFor: 0 };

it("Ctrl Z undoes the newest change at once, and says where there is none", () => {
  expect(undoStep(still)).toBe("undo");
  expect(undoStep({ ...still, newestThen: null, newest: null })).toBe("nothing");
});

it("waits for what is being saved, and undoes that one, not the one before", () => {
  const pressed = { ...still, waited: true };
  expect(undoStep({ ...pressed, saving: true })).toBe("wait");
  expect(undoStep(pressed)).toBe("wait");
  expect(undoStep({ ...pressed, newest: "8" })).toBe("undo");
  expect(undoStep({ ...pressed, newestThen: null, newest: "1" })).toBe("undo");
});

it("undoes nothing older where what was being saved was refused", () => {
  expect(undoStep({ ...still, waited: true, quietFor: 2_000 })).toBe("leave");
});
