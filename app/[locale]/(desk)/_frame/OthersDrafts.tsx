"use client";

import { useEffect } from "react";

/** Forgets what this browser keeps of forms that others typed, once somebody else uses it; its code is no part of the page. */
export function OthersDrafts({ account }: { account: number }) {
  useEffect(() => {
    void import("@/app/_ui/form/keptDrafts").then(
      ({ forgetOthersDrafts }) => forgetOthersDrafts(String(account)),
      // Without a network the next page does it.
      () => undefined,
    );
  }, [account]);
  return null;
}
