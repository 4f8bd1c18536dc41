import { deleteView, saveView } from "../../../lib/views/commands";
import { as } from "../../support/as";
import type { Filled, twoProgrammes } from "../../support/twoProgrammes";
import { now, value } from "../../support/world";
import type { Row } from "./row";

/** Views of lists: each is of whoever saved it, and of nobody else, whatever their programme. */
export const viewRows = ({ own, roles }: Awaited<ReturnType<typeof twoProgrammes>>): Record<string, Row> => {
  const made = (role: string, name: string) =>
    value(saveView(as(roles[role]!, now), { list: "courses", query: "", name })).viewId;
  const kept = [made("coordinator", "Kept"), made("coordinatorElsewhere", "Kept")] as const;
  const gone = [made("coordinator", "Gone"), made("coordinatorElsewhere", "Gone")] as const;
  value(deleteView(as(roles.coordinator!, now), { viewId: gone[0] }));
  value(deleteView(as(roles.coordinatorElsewhere!, now), { viewId: gone[1] }));
  const of = (views: readonly [number, number]) => (programme: Filled) => ({
    viewId: String(views[programme === own ? 0 : 1]),
  });
  return {
    renameView: { form: (programme) => ({ ...of(kept)(programme), name: "Renamed" }), by: ["coordinator"] },
    deleteView: { form: of(kept), by: ["coordinator"] },
    restoreView: { form: of(gone), by: ["coordinator"] },
  };
};
