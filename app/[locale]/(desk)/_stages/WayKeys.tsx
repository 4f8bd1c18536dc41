import { Hidden } from "@/app/_ui/form/fields";
import type { WayPage } from "@/lib/stages/queries/deciding";

/** The keys of the way, as its forms send them. */
export function Keys({ page: { keys } }: { page: Pick<WayPage, "keys"> }) {
  return (
    <>
      <Hidden name="personId" value={keys.personId} />
      <Hidden name="programmeId" value={keys.programmeId} />
      <Hidden name="toolId" value={keys.toolId} />
    </>
  );
}
