import { describe, expect, it } from "vitest";
import { closeDatabase } from "../../db/client";
import { allowAgain, issueCertificates, revokeCertificate } from "../../lib/certificates/commands";
import { batchWord } from "../../lib/certificates/rules/batch";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { race } from "../support/race";
import { after, coursesTaught, issuedOf } from "../support/taught";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { taught, close } = coursesTaught(w);

describe("a batch of certificates", () => {
  it("begun twice from one page while a colleague revokes, it doubles nothing and says what happened", async () => {
    const course = await taught("user");
    close(course.courseId);
    const issue = () => value(issueCertificates(as(w.coordinator, after), { courseId: course.courseId }));
    issue();
    const before = issuedOf(course.courseId);
    const [again, other] = before;
    const why = { reason: "Stated here" };
    value(revokeCertificate(as(w.coordinator, after), { certificateId: again!.id, ...why }));
    const { registrationId } = again!;
    value(allowAgain(as(w.coordinator, after), { certificateId: again!.id, ...why }));
    closeDatabase();
    const by = { viewer: w.coordinator, now: after };
    const batch = { what: "issue", courseId: course.courseId, foreseen: batchWord([registrationId]), ...by };
    const [first, second, revoked] = await race<{ issued?: number; fault?: unknown; revoked?: boolean }>([
      batch,
      batch,
      { what: "revoke", certificateId: other!.id, ...by },
    ]);
    expect([first!.issued, second!.issued].sort()).toEqual([-1, 1]);
    expect(first!.fault ?? second!.fault).toMatchObject({ code: "batchChanged", params: { count: 0 } });
    expect(revoked).toEqual({ revoked: true });
    const all = issuedOf(course.courseId);
    const standing = all.filter((c) => c.revokedAt === null).map((c) => c.registrationId);
    expect(all).toHaveLength(before.length + 1);
    expect(standing).toHaveLength(before.length - 1);
    expect(new Set(standing).size).toBe(standing.length);
    expect(standing).toContain(registrationId);
    expect(standing).not.toContain(other!.registrationId);
    // Whoever looks at a page of before is refused, whatever changed; without a page's word it issues what there is.
    expect(issue().issued).toBe(0);
  });

  it("is refused for a page of before, says how many are ready now, and keeps nothing", async () => {
    const course = await taught("user");
    close(course.courseId);
    const issue = (foreseen?: string) =>
      issueCertificates(as(w.coordinator, after), { courseId: course.courseId, foreseen });
    const refused = fault(issue(batchWord([1])));
    expect(refused.code).toBe("batchChanged");
    expect(issuedOf(course.courseId)).toEqual([]);
    expect(value(issue()).issued).toBe((refused as { params: { count: number } }).params.count);
  });
});
