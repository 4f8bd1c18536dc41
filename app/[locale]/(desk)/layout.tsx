import type { ReactNode } from "react";
import { currentViewer } from "@/app/_server/viewer";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { DeskFrame } from "@/app/_ui/DeskFrame";
import { PublicFrame } from "@/app/_ui/PublicFrame";

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
