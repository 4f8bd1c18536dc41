/**
 * What must not compile: a course, a session, a person that no gate has handed out, or that was handed out for something
 * else. `tsc` reports each line below that would compile.
 */

import type { Granted } from "../../lib/access/gate";
import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import { deskCourse, endingIn } from "../../lib/courses/queries";
import { type CourseRow, courseRow } from "../../lib/courses/store";
import { peopleList, personPage } from "../../lib/people/queries";
import { personRow } from "../../lib/people/store";

declare const cx: Context;
declare function takesRoll(cx: Context, course: Granted<CourseRow, "roll.take">): void;
declare function reads(cx: Context, course: Granted<CourseRow, "course.read" | "roll.take">): void;

takesRoll(cx, gate.course(cx, "roll.take", 1));
reads(cx, gate.course(cx, "roll.take", 1));

// @ts-expect-error a key is no course
takesRoll(cx, 1);
// @ts-expect-error a row that nobody asked for
takesRoll(cx, courseRow(cx, 1)!);
// @ts-expect-error granted for something else
takesRoll(cx, gate.course(cx, "course.read", 1));
// @ts-expect-error granted for less
takesRoll(cx, gate.courseFor(cx, "course.read", gate.course(cx, "roll.take", 1)));

// What is told of a course is still the same course, for the same purpose.
const told = deskCourse(cx, gate.course(cx, "course.read", 1));
reads(cx, told);
// @ts-expect-error read, not run
endingIn(cx, told);
endingIn(cx, gate.courseFor(cx, "course.run", told));

personPage(cx, gate.person(cx, "people.read", 1));
peopleList(cx, gate.reach(cx, "people.read"), { q: null, programme: null, after: null });

// @ts-expect-error a person whom nobody asked for
personPage(cx, personRow(cx, 1)!);
// @ts-expect-error everybody
peopleList(cx, { programmes: "all", trainerId: null }, { q: null, programme: null, after: null });
