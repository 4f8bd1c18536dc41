import type { ReactNode } from "react";
import { currentContext } from "@/app/_server/context";
import { BrowserMessages, deskMessages, formMessages } from "@/app/_ui/BrowserMessages";
import { PublicFrame } from "@/app/_ui/PublicFrame";
import { DeskFrame } from "../(desk)/_frame/DeskFrame";

/** Pages that whoever has their address may open, signed in or not: who is signed in keeps their places around them. */
export default async function OwnLayout({ children }: { children: ReactNode }) {
  const cx = await currentContext();
  return cx.viewer.kind === "visitor" ? (
    <BrowserMessages of={formMessages}>
      <PublicFrame>{children}</PublicFrame>
    </BrowserMessages>
  ) : (
    <BrowserMessages of={deskMessages}>
      <DeskFrame cx={cx}>{children}</DeskFrame>
    </BrowserMessages>
  );
}
