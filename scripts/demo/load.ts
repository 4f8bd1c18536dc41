import { read, sqlite } from "../../db/client";
import { putCountries, putHolidays, putTools } from "../../db/shipped";
import { system } from "../../lib/access/table";
import { forgetAttempts } from "../../lib/limits/commands";
import { forgetAddresses } from "../../lib/registrations/commands";
import { keepSettings } from "../../lib/settings/store";
import { dayAt } from "../../lib/time/zone";
import { tellAccounts, tellAdministrator } from "./accounts";
import { tellBeirut } from "./courses/beirut-2022";
import { tellBertoua } from "./courses/bertoua-2022";
import { recordReal } from "./courses/by-numbers";
import { tellEast, tellKasai } from "./courses/generations";
import { tellOsh } from "./courses/osh-jordan-2022";
import { tellOverdue } from "./courses/overdue";
import { recordReported } from "./courses/reported";
import { tellTshikapa } from "./courses/tshikapa-2022";
import { tellDue, tellRunning } from "./courses/under-way";
import { tellUpcoming } from "./courses/upcoming";
import { tellGates, tellWay } from "./courses/way";
import { tellWorkshops } from "./courses/workshops";
import { tellProgrammes, tellVenues } from "./programmes";
import { putFictional, putGovernorates, putOrganisations } from "./put";
import { as, beginning, nobodyYet, type Story } from "./story";

/** What a first start puts in, before anybody does anything. */
function begin({ now }: Story): void {
  const db = read();
  keepSettings(as(system, beginning), ["demonstration"], "1");
  putCountries(db);
  putTools(db, beginning);
  putHolidays(db, now);
}

/** Everything that happened, by whom and when it did. */
async function tell(story: Story): Promise<void> {
  begin(story);
  await tellAdministrator(story);
  tellProgrammes(story);
  tellGates(story);
  tellVenues(story);
  putOrganisations();
  await tellAccounts(story);
  const tshikapa = await tellTshikapa(story);
  await tellBeirut(story);
  const bertoua = await tellBertoua(story);
  await tellWay(story, tshikapa, (her) => tellKasai(story, tshikapa, her));
  await tellEast(story, bertoua);
  recordReal(story);
  tellOsh(story);
  await tellUpcoming(story);
  await tellRunning(story);
  await tellDue(story);
  tellOverdue(story, tshikapa);
  tellWorkshops(story);
  recordReported(story);
  putGovernorates();
  putFictional();
  // What every hour forgets of whoever came by a page, at the end of the story.
  const cx = as(system, story.now);
  forgetAttempts(cx, story.now);
  forgetAddresses(cx);
}

/**
 * Fills an empty, migrated database with the demonstration: the real courses and fictional people around them, told with
 * the commands by which people would have done it, at the time at which they did. The same at every load, but for keys
 * that chance makes and for `now` (an instant in ms), to which the upcoming courses are relative. All of it or nothing.
 */
export async function loadDemo(now: number): Promise<void> {
  const today = dayAt(now, "UTC");
  const story: Story = { now, today, programmes: new Map(), venues: new Map(), staff: nobodyYet, people: 0 };
  const database = sqlite();
  database.exec("BEGIN IMMEDIATE");
  try {
    await tell(story);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
