import type { ReactNode } from "react";
import { currentContext } from "@/app/_server/context";
import { DeskFrame, PublicFrame } from "@/app/_ui/Frame";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const cx = await currentContext();
  if (cx.viewer.kind === "visitor") return <PublicFrame>{children}</PublicFrame>;
  return <DeskFrame cx={cx}>{children}</DeskFrame>;
}
