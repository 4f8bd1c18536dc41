import { ended, type Filled, running } from "../../support/twoProgrammes";
import { type Row, team } from "./row";

const scores = (of: Filled, rowsOf: Filled) => ({
  courseId: String(of.running.courseId),
  "scores.0.registrationId": String(rowsOf.running.rows[0]!.id),
  "scores.0.score.post_test": "81",
});

/** Rolls, tests, and the certificates that rest on them. */
export const certificateRows: Record<string, Row> = {
  takeRoll: {
    form: (of) => ({
      sessionId: String(of.running.session.id),
      [`marks.${of.running.rows[0]!.id}.state`]: "present",
    }),
    by: ["trainer", ...team],
    at: running,
    named: (of, elsewhere) => ({
      sessionId: String(of.running.session.id),
      [`marks.${elsewhere.running.rows[0]!.id}.state`]: "present",
    }),
  },
  enterScores: {
    form: (of) => scores(of, of),
    by: ["trainer", ...team],
    at: running,
    named: scores,
  },
  issueCertificates: { form: (of) => ({ courseId: String(of.closed.courseId) }), by: team, at: ended },
  revokeCertificate: {
    form: (of) => ({ certificateId: String(of.closed.certificate.id), reason: "A reason" }),
    by: team,
    at: ended,
  },
  reissueCertificate: {
    form: (of) => ({ certificateId: String(of.closed.certificate.id), reason: "A reason" }),
    by: team,
    at: ended,
  },
  prepareCertificates: {
    form: (of) => ({ courseId: String(of.running.courseId) }),
    by: team,
    at: running,
  },
  keepCertificate: {
    form: (of) => ({
      certificateId: String(of.closed.certificateOf(of.closed.rows[2]!.id)),
      reason: "A reason",
    }),
    by: team,
    at: ended,
  },
  allowAgain: {
    form: (of) => ({
      certificateId: String(of.closed.certificateOf(of.closed.rows[1]!.id)),
      reason: "A reason",
    }),
    by: team,
    at: ended,
  },
};
