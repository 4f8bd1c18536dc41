import { type CarryStep, carrySteps } from "@/lib/timetable/rules/carry";

/** What of the sheet lies under a point of the window: which day, and which minute of it. */
export function sheetAt(sheet: HTMLElement, x: number, y: number): { day: string; minute: number } | null {
  for (const week of sheet.querySelectorAll<HTMLElement>(".tt-week")) {
    const around = week.getBoundingClientRect();
    if (around.height === 0 || y < around.top || y > around.bottom) continue;
    const day = [...week.querySelectorAll<HTMLElement>(".tt-day")].find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return x >= left && x < right;
    });
    // A day off has no hours of its own: all days of a week have the same ones.
    const body = [...week.querySelectorAll<HTMLElement>(".tt-body")].find((one) => one.clientHeight > 0);
    if (!day || !body) return null;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { top, height } = body.getBoundingClientRect();
    const hours = Number(sheet.style.getPropertyValue("--tt-hours"));
    const from = Number(sheet.style.getPropertyValue("--tt-from"));
    // Half a line is left free above the first hour and below the last one.
    const minute = from + ((y - top - 0.75 * rem) / (height - 1.5 * rem)) * hours * 60;
    return { day: day.id.slice("day-".length), minute };
  }
  return null;
}

/** The step that a key asks for, by the direction in which the reader's days run; null for any other key. */
export function stepOf({ key, shiftKey }: KeyboardEvent, rightToLeft: boolean): CarryStep | null {
  if (key === "ArrowUp") return shiftKey ? "shorter" : "earlier";
  if (key === "ArrowDown") return shiftKey ? "longer" : "later";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const ahead = (key === "ArrowRight") !== rightToLeft;
  if (shiftKey) return ahead ? "longer" : "shorter";
  return ahead ? "dayAfter" : "dayBefore";
}

/** In what steps the mouse moves: finer with Shift. */
export const stepOfMouse = (input: { shiftKey: boolean }): number =>
  input.shiftKey ? carrySteps.fine : carrySteps.usual;
