import { NotFound } from "@/app/_ui/NotFound";
import { PublicFrame } from "@/app/_ui/PublicFrame";

/** An address that leads nowhere, for everybody. */
export default function NotFoundAnywhere() {
  return (
    <PublicFrame>
      <NotFound />
    </PublicFrame>
  );
}
