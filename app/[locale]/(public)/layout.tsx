import type { ReactNode } from "react";
import { PublicFrame } from "@/app/_ui/Frame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
