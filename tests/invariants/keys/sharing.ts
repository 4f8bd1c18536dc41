import { sqlite } from "../../../db/client";
import type { TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

/** Programmes that pay for one course: the lead's coordinators say who does, the other's may leave. */
export function sharingRows({ sharers }: TwoProgrammes): Record<string, Row> {
  const added = Number(
    sqlite()
      .prepare(
        "INSERT INTO programmes (code, title, issuer, created_at) VALUES ('Comes to pay', '{}', '{}', ?)",
      )
      .run(now).lastInsertRowid,
  );
  const share = (of: { programmeId: number; open: { courseId: number } }) => ({
    courseId: String(of.open.courseId),
    programmeId: String(sharers.get(of.programmeId)),
  });
  const percents = (of: { programmeId: number; open: { courseId: number } }) => ({
    courseId: String(of.open.courseId),
    seen: `- ${sharers.get(of.programmeId)}:30`,
    leadPercent: "60",
    "shares.0.id": String(sharers.get(of.programmeId)),
    "shares.0.percent": "40",
  });
  return {
    shareCourse: {
      form: (of) => ({ courseId: String(of.open.courseId), programmeId: String(added), percent: "10" }),
      by: team,
      open: {
        programmeId: "whoever leads a course says which programme pays too; only that one's reach grows",
      },
    },
    setPercents: {
      form: percents,
      by: team,
      named: (of, elsewhere) => ({
        ...percents(of),
        "shares.0.id": String(sharers.get(elsewhere.programmeId)),
      }),
    },
    endSharing: { form: share, by: team },
    leaveSharing: { form: share, by: ["sharer"] },
  };
}
