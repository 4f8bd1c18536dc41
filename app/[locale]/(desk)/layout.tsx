import type { ReactNode } from "react";
import { currentViewer } from "@/app/_server/viewer";
import { DeskFrame, PublicFrame } from "@/app/_ui/Frame";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (viewer.kind === "visitor") return <PublicFrame>{children}</PublicFrame>;
  return <DeskFrame viewer={viewer}>{children}</DeskFrame>;
}
