import type { FieldFault } from "@/lib/faults";

type Way = { href: string; word: "openRegistration" | "moveCourse" | "replaceTrainer" };

const inCourse = (of: { courseId: number }, page: string, word: Way["word"]): Way => ({
  href: `/desk/courses/${of.courseId}/${page}`,
  word,
});

/** Where a fault leads to: the address of what it speaks of, and the word of the link; null where it leads nowhere. */
export function wayOn(fault: FieldFault): Way | null {
  if ("participant" in fault)
    return inCourse(
      fault.participant,
      `participants/${fault.participant.registrationId}`,
      "openRegistration",
    );
  if ("registration" in fault)
    return inCourse(
      fault.registration,
      `registrations/${fault.registration.registrationId}`,
      "openRegistration",
    );
  if ("move" in fault && fault.move) return inCourse(fault.move, `move?to=${fault.move.to}`, "moveCourse");
  if ("replace" in fault && fault.replace)
    return inCourse(fault.replace, `trainers?replace=${fault.replace.personId}#replace`, "replaceTrainer");
  return null;
}
