import { eq } from "drizzle-orm";
import { timetableProposals } from "@/db/schema/timetable";
import type { ProposalAsked } from "@/db/values/timetable";
import type { Context } from "../../acts/context";

export type { ProposalAsked } from "@/db/values/timetable";

/** Keeps what the timetable of a course was asked for. Within the open transaction. */
export function keepProposal(cx: Context, courseId: number, asked: ProposalAsked): void {
  const row = { asked, at: cx.now };
  cx.db
    .insert(timetableProposals)
    .values({ courseId, ...row })
    .onConflictDoUpdate({ target: timetableProposals.courseId, set: row })
    .run();
}

/** With what the timetable of a course was proposed last by a form; null where it was not. */
export const lastProposal = (cx: Context, courseId: number): ProposalAsked | null =>
  cx.db
    .select({ asked: timetableProposals.asked })
    .from(timetableProposals)
    .where(eq(timetableProposals.courseId, courseId))
    .get()?.asked ?? null;
