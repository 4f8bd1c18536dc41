import type { ReactNode } from "react";
import { currentViewer } from "@/app/_server/viewer";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { PublicFrame } from "@/app/_ui/PublicFrame";
import { DeskFrame } from "./_frame/DeskFrame";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <BrowserMessages of={deskMessages}>
      {viewer.kind === "visitor" ? (
        <PublicFrame>{children}</PublicFrame>
      ) : (
        <DeskFrame viewer={viewer}>{children}</DeskFrame>
      )}
    </BrowserMessages>
  );
}
