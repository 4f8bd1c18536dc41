import type { ReactNode } from "react";
import { BrowserMessages, formMessages } from "@/app/_ui/BrowserMessages";
import { PublicFrame } from "@/app/_ui/PublicFrame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <BrowserMessages of={formMessages}>
      <PublicFrame>{children}</PublicFrame>
    </BrowserMessages>
  );
}
