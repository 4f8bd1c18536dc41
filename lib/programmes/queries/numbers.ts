import type { Granted } from "../../access/gate";
import type { Context } from "../../acts/context";
import { coursesOfProgramme, peopleOnce, peopleReached } from "../../courses/store/reached";
import { withTools } from "../../courses/store/rows";
import { dueByKind } from "../../due/store";
import { type BySex, bySexAmong, bySexInSum, peopleIn, reachedByRecord } from "../../records/rules/numbers";
import { headcountsAmong } from "../../records/store";
import { cameBySexIn } from "../../registrations/store/bySex";
import { withSharers } from "../../sharing/store";
import { countCertified } from "../../stages/store/certified";
import { isHeld, reachByPlace, reachByQuarter, reachByTool } from "../rules/numbers";
import type { ProgrammeRow } from "../store";
import { countTrainers } from "../store/trainers";

/** So many courses that are to come are named. */
const mostComing = 5;

/** The courses that a programme leads or shares, each with how many people it reached: counted where they are known, else as its record says. */
function reachedCourses(cx: Context, programmeId: number) {
  const courses = coursesOfProgramme(cx, programmeId);
  const named = courses.filter((c) => c.countedBy === "people").map(({ id }) => id);
  const people = peopleReached(cx, named);
  const bySex = cameBySexIn(cx, named);
  const recorded = courses.filter((c) => c.countedBy === "numbers").map(({ id }) => id);
  const headcounts = new Map<number, ReturnType<typeof headcountsAmong>>();
  for (const row of headcountsAmong(cx, recorded))
    headcounts.set(row.courseId, [...(headcounts.get(row.courseId) ?? []), row]);
  return withSharers(cx, withTools(cx, courses)).map((course) => {
    const counted = people.get(course.id);
    const reached: BySex | null =
      course.countedBy === "numbers"
        ? reachedByRecord(headcounts.get(course.id) ?? [])
        : bySexAmong(counted?.reached ?? 0, bySex.get(course.id));
    // What is said of it is within sums alone.
    return {
      ...course,
      reached: reached && bySexInSum(reached),
      held: counted?.held ?? 0,
      certified: counted?.certified ?? 0,
    };
  });
}

/**
 * A programme in numbers on a civil day: courses, people reached by quarter, place and tool, certificates, trainers; what is
 * coming up, and what is due in it. Only totals: nobody is named. What people said of themselves is not read: by sex
 * there is what was kept of it as workshops ended, and what recorded courses say.
 */
export function programmeNumbers(
  cx: Context,
  programme: Granted<ProgrammeRow, "programmes.read">,
  today: string,
) {
  const courses = reachedCourses(cx, programme.id);
  const held = courses.filter(isHeld);
  const byPeople = held.filter((c) => c.countedBy === "people");
  const total = (of: readonly { certified: number }[]) => of.reduce((sum, c) => sum + c.certified, 0);
  const coming = courses.filter(
    (c) => (c.state === "open" || c.state === "draft") && c.startsOn !== null && c.startsOn >= today,
  );
  return {
    courses: {
      held: held.length,
      tot: held.filter((c) => c.kind === "tot").length,
      user: held.filter((c) => c.kind === "user").length,
      coming: courses.filter((c) => c.state === "open" || c.state === "draft").length,
    },
    certified: total(byPeople),
    /** Everybody who came to one of them or more, once; people known by name. */
    people: peopleOnce(
      cx,
      byPeople.map(({ id }) => id),
    ),
    /** Courses that more programmes than one pay for, the newest first: each counts with all of them. */
    shared: courses.filter((c) => c.sharedWith.length > 0).reverse(),
    /** Of whom a certificate can be: people known by name. */
    reachedByName: byPeople.reduce((sum, c) => sum + (c.reached ? peopleIn(c.reached) : 0), 0),
    trainers: countTrainers(cx, programme.id),
    /** Whoever is certified in the programme today, whether or not they hold the role of a trainer there. */
    certifiedToday: countCertified(cx, programme.id, today),
    quarters: reachByQuarter(courses, today),
    places: reachByPlace(courses),
    tools: reachByTool(courses),
    coming: coming.sort((a, b) => a.startsOn!.localeCompare(b.startsOn!)).slice(0, mostComing),
    due: dueByKind(cx, programme.id),
    /** Courses that were held and of which nobody knows how many came. */
    withoutNumber: held.filter((c) => c.reached === null).length,
  };
}
export type ProgrammeNumbers = ReturnType<typeof programmeNumbers>;
