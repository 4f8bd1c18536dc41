import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { ownNotices } from "../../lib/messages/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { world } from "../support/world";

freshDatabase();
const { tot, viewerOf, workshopOf } = await onTheWay(world());

it("that a workshop is approved is said to its trainer until it is over", async () => {
  const { personId } = tot.people[0]!;
  const workshop = await workshopOf(personId);
  sqlite()
    .prepare(
      "INSERT INTO notices (person_id, course_id, message, params, topic, at) VALUES (?, ?, 'workshopApproved', '{}', 'approval', 0)",
    )
    .run(personId, workshop.courseId);
  const read = (at: number) => {
    const cx = as(viewerOf(personId), at);
    return ownNotices(cx, gate.self(cx)).filter(({ message }) => message === "workshopApproved").length;
  };
  expect(read(workshop.at(workshop.endsOn, "08:00"))).toBe(1);
  workshop.end();
  expect(read(workshop.evening)).toBe(0);
});
