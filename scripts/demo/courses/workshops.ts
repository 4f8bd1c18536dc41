import * as gate from "../../../lib/access/gate";
import { approveWorkshop, editCourse, scheduleWorkshop } from "../../../lib/courses/commands";
import { deskCourse } from "../../../lib/courses/queries/course";
import { usualWorkshop } from "../../../lib/courses/rules/workshops";
import { courseEditSchema, workshopApprovalSchema, workshopSchema } from "../../../lib/courses/schema";
import { registerParticipant } from "../../../lib/participants/commands";
import { participantSchema } from "../../../lib/participants/schema";
import { registrationFields, tellEverybody } from "../admit";
import { issue, takeRolls } from "../hold";
import { somebody } from "../people";
import { type Course, daysFromStart, type Plan, planForm, step, unsaidOf } from "../plan";
import { putCourse } from "../put";
import { moduleIdsOf, timetableOf } from "../read";
import { as, coordinatorOf, dayMs, daysFrom, done, freeOfCharge, hourMs, type Story } from "../story";

const workshopIn = (story: Story, more: Pick<Plan, "slug" | "place" | "days">): Plan => ({
  programme: "PROSPECTS",
  kind: "user",
  country: "JO",
  zone: "Asia/Amman",
  own: "ar",
  languages: ["ar"],
  tools: [{ code: "think-coop" }],
  capacity: usualWorkshop.capacity,
  admission: "first_come",
  pool: "ar",
  trainers: 0,
  led: story.staff.rami,
  costs: freeOfCharge,
  ...more,
});

/** The trainer schedules a workshop of their own, for whom it is. */
function schedule(story: Story, plan: Plan, audience: string, at: number): Course {
  const { hours } = usualWorkshop;
  const form = {
    programmeId: String(story.programmes.get(plan.programme)),
    moduleIds: moduleIdsOf(plan.tools).map(String),
    country: plan.country,
    place: plan.place[plan.own],
    zone: plan.zone,
    startsOn: plan.days!.from,
    endsOn: plan.days!.to,
    audience,
    capacity: String(plan.capacity),
    languages: [...plan.languages],
    ownLanguage: plan.own,
    ...hours,
    breakMinutes: String(hours.breakMinutes),
  };
  const { courseId } = done(scheduleWorkshop(as(story.staff.rami, at), workshopSchema.parse(form)));
  const course = { ...plan, id: courseId, coordinator: coordinatorOf(story, plan.programme) };
  nameInAllLanguages(story, course, at + hourMs);
  return course;
}

/** The coordinator, who is still to approve it, writes its place in the other languages too, and who signs. */
function nameInAllLanguages(story: Story, course: Course, at: number): void {
  const { personId } = story.staff.rami;
  const form = {
    ...planForm(story, course, [personId!]),
    courseId: String(course.id),
    version: "1",
  };
  done(editCourse(as(course.coordinator, at), courseEditSchema.parse(form)));
  putCourse(course.id, unsaidOf(course));
}

/** The trainer registers people, one after the other. */
function registerInWorkshop(story: Story, course: Course, people: number, women: number, from: number): void {
  for (let index = 0; index < people; index++) {
    const woman = index < women;
    const { country: _, ...person } = somebody(story, course, index, woman);
    const form = {
      ...registrationFields(course, index, woman),
      ...person,
      courseId: String(course.id),
      known: "another",
    };
    const cx = as(story.staff.rami, from + index * hourMs);
    done(registerParticipant(cx, participantSchema([]).parse(form)));
  }
  tellEverybody(course, from + people * hourMs);
}

/** Deir Alla: approved and held, its certificates issued. */
function tellDeirAlla(story: Story): void {
  const { rami } = story.staff;
  const plan = workshopIn(story, {
    slug: "user-deir-alla-demo",
    place: { en: "Deir Alla", fr: "Deir Alla", ar: "دير علا" },
    days: daysFrom(story, -23, -23),
  });
  const course = schedule(story, plan, "تعاونية وادي الأردن", daysFromStart(plan, -20));
  const approving = as(course.coordinator, daysFromStart(plan, -18));
  const { seen } = deskCourse(approving, gate.course(approving, "course.read", course.id));
  const approval = workshopApprovalSchema.parse({ courseId: String(course.id), seen });
  done(approveWorkshop(approving, approval));
  tellEverybody(course, daysFromStart(plan, -18) + hourMs);
  registerInWorkshop(story, course, 12, 7, daysFromStart(plan, -10));
  // The first mark on its roll starts it.
  takeRolls(course, rami);
  step(course, rami, "running", "closed", timetableOf(course.id).at(-1)!.endInstant + hourMs);
  issue(course);
}

/** Kufr Asad: awaits approval. */
function tellKufrAsad(story: Story): void {
  const plan = workshopIn(story, {
    slug: "user-kufr-asad-demo",
    place: { en: "Kufr Asad", fr: "Kufr Asad", ar: "كفر أسد" },
    days: daysFrom(story, 27, 27),
  });
  const course = schedule(story, plan, "منتجو الحليب في كفر أسد", story.now - 12 * dayMs);
  registerInWorkshop(story, course, 6, 4, story.now - 8 * dayMs);
}

/** The trainer's own workshops. */
export function tellWorkshops(story: Story): void {
  tellDeirAlla(story);
  tellKufrAsad(story);
}
