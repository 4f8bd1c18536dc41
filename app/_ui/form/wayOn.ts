import type { FieldFault } from "@/lib/faults";

/** Where a fault leads to: the address of what it speaks of, and the word of the link; null where it leads nowhere. */
export function wayOn(fault: FieldFault): { href: string; word: "openRegistration" | "moveCourse" } | null {
  if (fault.code === "alreadyInCourse") {
    const [keys, list] =
      "participant" in fault ? [fault.participant, "participants"] : [fault.registration, "registrations"];
    return {
      href: `/desk/courses/${keys.courseId}/${list}/${keys.registrationId}`,
      word: "openRegistration",
    };
  }
  if (fault.code === "sessionWouldBeOutside" && fault.move)
    return { href: `/desk/courses/${fault.move.courseId}/move?to=${fault.move.to}`, word: "moveCourse" };
  return null;
}
