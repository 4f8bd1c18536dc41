import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RoleGiven, readingDays, readsUntil, rolesOn, standingOf } from "../../lib/access/rules";
import { may, mayAnywhere, onlyReads, type Permission, permissions, visitor } from "../../lib/access/table";
import { addDays } from "../../lib/time/civil";

const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2026-06-01", n));
const perhaps = fc.option(days, { nil: null });
const role: fc.Arbitrary<RoleGiven> = fc.record({
  programmeId: fc.integer({ min: 1, max: 3 }),
  role: fc.constantFrom("coordinator", "trainer"),
  endsOn: perhaps,
  programmeEndsOn: perhaps,
});
const holding = (roles: readonly RoleGiven[], today: string) => ({
  ...visitor,
  kind: "account" as const,
  accountId: 1,
  personId: 1,
  ...rolesOn(roles, () => today),
});
const all = Object.keys(permissions) as Permission[];

describe("a role", () => {
  it("acts to its last day and that of its programme, reads for a while after the programme, then is nothing", () => {
    fc.assert(
      fc.property(role, days, (given, today) => {
        const { endsOn, programmeEndsOn } = given;
        const standing = standingOf(given, today);
        const over = endsOn !== null && endsOn < today;
        const late = programmeEndsOn === null ? null : today > programmeEndsOn;
        expect(standing === "acts").toBe(!over && !late);
        expect(standing === "reads").toBe(!over && late === true && today <= readsUntil(programmeEndsOn!));
        if (programmeEndsOn) expect(readsUntil(programmeEndsOn)).toBe(addDays(programmeEndsOn, readingDays));
      }),
    );
  });
  it("never gives more on a later day, and all of it again once the programme's end is moved", () => {
    const worth = { acts: 2, reads: 1, ended: 0 };
    fc.assert(
      fc.property(role, days, fc.nat(300), (given, today, later) => {
        const now = worth[standingOf(given, today)];
        expect(worth[standingOf(given, addDays(today, later))]).toBeLessThanOrEqual(now);
        if (given.endsOn === null)
          expect(standingOf({ ...given, programmeEndsOn: addDays(today, later) }, today)).toBe("acts");
      }),
    );
  });
  it("in an ended programme lets nobody do what it does not let them read, and changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(role, { maxLength: 4 }),
        days,
        fc.constantFrom(...all),
        (roles, today, permission) => {
          const viewer = holding(roles, today);
          for (const programmeId of [1, 2, 3]) {
            const scope = { programmeId, trainsCourse: true, schedules: true };
            const acting = roles.filter(
              (r) => r.programmeId === programmeId && standingOf(r, today) === "acts",
            );
            const nobody = { ...viewer, coordinates: [], trains: [], readsOnly: [] };
            if (acting.length === 0 && !onlyReads(permission))
              expect(may(viewer, permission, scope)).toBe(may(nobody, permission, scope));
            if (may(viewer, permission, scope)) expect(mayAnywhere(viewer, permission)).toBe(true);
          }
        },
      ),
    );
  });
});
