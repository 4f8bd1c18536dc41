import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { approveWorkshop, editCourse, scheduleWorkshop } from "../../lib/courses/commands";
import { deskCourse } from "../../lib/courses/queries/course";
import { usualWorkshop } from "../../lib/courses/rules/workshops";
import { courseEditSchema, workshopApprovalSchema, workshopSchema } from "../../lib/courses/schema";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { registrationFields, tellEverybody } from "./admit";
import { issue, takeRolls } from "./hold";
import { somebody } from "./people";
import { type Course, daysFromStart, type Plan, planForm, step, unsaidOf } from "./plan";
import { putCourse } from "./put";
import { moduleIdsOf, timetableOf } from "./read";
import { as, coordinatorOf, done, hourMs, type Story } from "./story";

/** A workshop that a trainer schedules by themselves: whose it is, for whom, and how many come, of them so many women. */
export type OwnWorkshop = Plan & {
  led: Viewer;
  /** Cooperatives for which it is, by their names. */
  cooperatives?: readonly string[];
  audience: string;
  people: number;
  women: number;
};

/** The trainer schedules a workshop of their own, for whom it is. */
export function schedule(story: Story, plan: OwnWorkshop, at: number): Course {
  const { hours } = usualWorkshop;
  const form = {
    programmeId: String(story.programmes.get(plan.programme)),
    moduleIds: moduleIdsOf(plan.tools).map(String),
    country: plan.country,
    place: plan.place[plan.own],
    zone: plan.zone,
    startsOn: plan.days!.from,
    endsOn: plan.days!.to,
    newOrganisations: [...(plan.cooperatives ?? [])],
    audience: plan.audience,
    capacity: String(plan.capacity),
    languages: [...plan.languages],
    ownLanguage: plan.own,
    ...hours,
    breakMinutes: String(hours.breakMinutes),
  };
  const { courseId } = done(scheduleWorkshop(as(plan.led, at), workshopSchema.parse(form)));
  const course = { ...plan, id: courseId, coordinator: coordinatorOf(story, plan.programme) };
  nameInAllLanguages(story, course, at + hourMs);
  return course;
}

/** The coordinator, who is still to approve it, writes its place in the other languages too, and who signs. */
function nameInAllLanguages(story: Story, course: Course & OwnWorkshop, at: number): void {
  const form = {
    ...planForm(story, course, [course.led.personId!]),
    courseId: String(course.id),
    version: "1",
  };
  done(editCourse(as(course.coordinator, at), courseEditSchema.parse(form)));
  putCourse(course.id, unsaidOf(course));
}

/** The trainer registers people, one after the other. */
export function registerInWorkshop(story: Story, course: Course, of: OwnWorkshop, from: number): void {
  for (let index = 0; index < of.people; index++) {
    const woman = index < of.women;
    const { country: _, ...person } = somebody(story, course, index, woman);
    const form = {
      ...registrationFields(course, index, woman),
      ...person,
      courseId: String(course.id),
      known: "another",
    };
    done(registerParticipant(as(of.led, from + index * hourMs), participantSchema([]).parse(form)));
  }
  tellEverybody(course, from + of.people * hourMs);
}

/** A trainer schedules a workshop, the coordinator approves it, people are registered, it is held, and its certificates are issued. */
export function holdOwnWorkshop(story: Story, plan: OwnWorkshop): Course {
  const course = schedule(story, plan, daysFromStart(plan, -20));
  const approving = as(course.coordinator, daysFromStart(plan, -18));
  const { seen } = deskCourse(approving, gate.course(approving, "course.read", course.id));
  done(approveWorkshop(approving, workshopApprovalSchema.parse({ courseId: String(course.id), seen })));
  tellEverybody(course, daysFromStart(plan, -18) + hourMs);
  registerInWorkshop(story, course, plan, daysFromStart(plan, -10));
  // The first mark on its roll starts it.
  takeRolls(course, plan.led);
  step(course, plan.led, "running", "closed", timetableOf(course.id).at(-1)!.endInstant + hourMs);
  issue(course);
  return course;
}
