import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { edited } from "../../i18n/rules";
import { eachLanguage } from "../../languageFields";
import { holidayEditSchema, holidayRemovalSchema, holidaySchema } from "../../programmes/schema";
import { refuse, refuseAt } from "../../result";
import { forgetRemovedHoliday, holidayOn, insertHoliday, putHolidayBack, setHoliday } from "../store";
import { demandCountry } from "./venue";

/** Enters a public holiday, which the proposal of a timetable leaves out. Refused where that day has one. */
export const addHoliday = command("holidays.edit", holidaySchema, (cx, input) => {
  gate.anywhere(cx, "holidays.edit");
  demandCountry(cx, input.country);
  const { country, day } = input;
  if (holidayOn(cx, country, day)) refuseAt({ day: fault("holidayThere") });
  const language = input.language ?? (/\p{Script=Arabic}/u.test(input.name) ? "ar" : "en");
  forgetRemovedHoliday(cx, country, day);
  insertHoliday(cx, { country, day, name: { own: language, [language]: input.name } });
  happened(cx, { kind: "holiday.added", country, day });
  return { country };
});

/** Names a holiday otherwise or puts it to another day; put there by hand, it no longer goes by the moon. */
export const editHoliday = command("holidays.edit", holidayEditSchema, (cx, input) => {
  gate.anywhere(cx, "holidays.edit");
  const { country, of, day } = input;
  const kept = holidayOn(cx, country, of) ?? refuse("notFound");
  if (day !== of && holidayOn(cx, country, day)) refuseAt({ day: fault("holidayThere") });
  const name = edited(kept.name, input.ownLanguage, eachLanguage(input, "name"));
  if (day !== of) forgetRemovedHoliday(cx, country, day);
  setHoliday(cx, country, of, { day, name, byMoon: kept.byMoon && day === of });
  happened(cx, { kind: "holiday.edited", country, day, before: of });
  return { country, day };
});

/** Takes a holiday out. It is kept, so that it can be put back and stays out whatever is shipped. */
export const removeHoliday = command("holidays.edit", holidayRemovalSchema, (cx, input) => {
  gate.anywhere(cx, "holidays.edit");
  const { country, day } = input;
  const { name, byMoon } = holidayOn(cx, country, day) ?? refuse("notFound");
  setHoliday(cx, country, day, { removedAt: cx.now });
  happened(cx, { kind: "holiday.removed", country, day, name, byMoon });
  return { country, day };
});

/** Puts back the holiday that was last taken out of a day. */
export const restoreHoliday = command("holidays.edit", holidayRemovalSchema, (cx, input) => {
  gate.anywhere(cx, "holidays.edit");
  const { country, day } = input;
  if (holidayOn(cx, country, day)) refuse("holidayThere");
  if (!putHolidayBack(cx, country, day)) refuse("notFound");
  happened(cx, { kind: "holiday.restored", country, day });
  return { country, day };
});
