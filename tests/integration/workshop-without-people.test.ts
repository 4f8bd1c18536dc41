import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { cascadeOf } from "../../lib/cascade/queries";
import { ever } from "../../lib/cascade/rules/period";
import { ownStandings } from "../../lib/stages/queries";
import { ownEntered } from "../../lib/stages/queries/entered";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { tot, viewerOf, workshopOf } = await onTheWay(w);
const [amal] = tot.people.map(({ personId }) => personId) as [number];

it("a workshop that ended with nobody present counts neither on the way nor in the cascade, one known by numbers in the cascade alone", async () => {
  const workshop = await workshopOf(amal);
  workshop.end();
  const at = workshop.evening + 86_400_000;
  const found = () => {
    const cx = as(viewerOf(amal), at);
    const { standing } = ownStandings(cx, gate.self(cx), dayAt(at, "UTC"))[0]!;
    const by = as(w.coordinator, at);
    const cascade = cascadeOf(
      by,
      gate.course(by, "cascade.read", tot.courseId),
      { toolId: null, period: ever },
      0,
    );
    const { practising, workshops } = cascade.generations[0]!.numbers;
    return {
      stage: standing.stage === "practising",
      have: standing.gates.find(({ gate: name }) => name === "workshops")!.have,
      counting: ownEntered(cx, gate.self(cx))[0]!.workshops[0]!.counting,
      cascade: [practising, workshops],
    };
  };
  const counts = { stage: true, have: 1, counting: "counts", cascade: [1, 1] };
  expect(found()).toEqual(counts);
  sqlite()
    .prepare(
      "UPDATE attendance SET minutes = 0, state = 'absent' WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
    )
    .run(workshop.courseId);
  expect(found()).toEqual({ stage: false, have: 0, counting: "noRoll", cascade: [0, 0] });
  sqlite().prepare("UPDATE courses SET counted_by = 'numbers' WHERE id = ?").run(workshop.courseId);
  // The cascade has it as numbers; it certifies nobody.
  expect(found()).toEqual({ stage: false, have: 0, counting: "noRoll", cascade: [1, 1] });
});
