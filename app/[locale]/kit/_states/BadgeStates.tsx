import { Check, CircleDashed, CircleDot, Clock, X } from "lucide-react";
import { Badge } from "@/app/_ui/kit/Badge";

/** States as word, shape and colour. */
export function BadgeStates() {
  return (
    <p className="flex flex-wrap gap-2">
      <Badge tone="ok" icon={Check}>
        Accepted
      </Badge>
      <Badge tone="attention" icon={Clock}>
        To decide
      </Badge>
      <Badge tone="stop" icon={X}>
        Revoked
      </Badge>
      <Badge tone="info" icon={CircleDot}>
        Running
      </Badge>
      <Badge tone="neutral" icon={CircleDashed}>
        مسودة
      </Badge>
    </p>
  );
}
