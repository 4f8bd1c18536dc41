import type { Context } from "../acts/context";
import { fault } from "../faults";
import { programmeCalled } from "../programmes/rules";
import { programmeRow } from "../programmes/store";
import { refuseAt } from "../result";
import { sharersOf } from "./store";

/** Refuses as a course's leading programme one that the course is shared with: it would pay twice. Within the open transaction. */
export function demandNotShared(cx: Context, courseId: number, programmeId: number): void {
  if (!sharersOf(cx, courseId).includes(programmeId)) return;
  const programme = { text: programmeCalled(programmeRow(cx, programmeId)!.title) };
  refuseAt({ programmeId: fault("leadSharesAlready", { params: { programme } }) });
}
