"use client";

import { useEffect } from "react";
import { forgetOthersDrafts } from "@/app/_ui/form/keptDrafts";

/** Forgets the texts that somebody else left in this browser without signing out. Shows nothing. */
export function OthersDrafts({ account }: { account: number }) {
  useEffect(() => forgetOthersDrafts(String(account)), [account]);
  return null;
}
