import { system } from "../../../lib/access/table";
import { chasePlans } from "../../../lib/stages/commands";
import { addDays } from "../../../lib/time/civil";
import { planWorkshops } from "../actionPlan";
import { tellEverybody } from "../admit";
import type { Course } from "../plan";
import { completedIn } from "../read";
import { as, dayMs, type Story } from "../story";

/** Somebody of an earlier training of trainers put their first workshop off to a day that has passed, and was reminded. */
export function tellOverdue(story: Story, tot: Course): void {
  const planned = {
    day: addDays(story.today, -20),
    place: "Tshikapa",
    audience: "Coopératives de maraîchers",
  };
  planWorkshops(tot, completedIn(tot.id)[2]!, "my-coop", [planned], story.now - 60 * dayMs);
  chasePlans(as(system, story.now - 10 * dayMs));
  tellEverybody(tot, story.now - 9 * dayMs);
}
