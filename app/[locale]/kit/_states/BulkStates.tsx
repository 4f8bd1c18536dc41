import { BrowserMessages, formMessages } from "@/app/_ui/BrowserMessages";
import { BulkList } from "./BulkList";

/** Rows to tick, all of them at once, and the bar that comes with the first. */
export function BulkStates() {
  return (
    <BrowserMessages of={[...formMessages, "list"]}>
      <BulkList />
    </BrowserMessages>
  );
}
