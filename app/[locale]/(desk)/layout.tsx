import type { ReactNode } from "react";
import { currentContext, staySignedIn } from "@/app/_server/context";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { PublicFrame } from "@/app/_ui/PublicFrame";
import { DeskFrame } from "./_frame/DeskFrame";

/** Pages of whoever is signed in, with the sentences of lists that grow, which no participant's page needs. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const cx = await currentContext();
  return (
    <BrowserMessages of={deskMessages}>
      {cx.viewer.kind === "visitor" ? (
        <PublicFrame>{children}</PublicFrame>
      ) : (
        <DeskFrame cx={cx} left={await staySignedIn()}>
          {children}
        </DeskFrame>
      )}
    </BrowserMessages>
  );
}
