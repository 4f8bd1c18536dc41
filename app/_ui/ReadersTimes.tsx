"use client";

import { useEffect, useState } from "react";

const asked = new Map<string, Promise<Record<string, string>>>();

/** What an address says, asked once however many sessions there are; nothing where there is no network. */
function saidAt(address: string): Promise<Record<string, string>> {
  const said =
    asked.get(address) ??
    fetch(address).then(
      (answer) => (answer.ok ? answer.json() : {}),
      () => ({}),
    );
  asked.set(address, said);
  return said;
}

/**
 * When an online session of a public course is at the clocks of whoever reads, where these show something else. The page is kept
 * for everybody, so the browser alone knows where they are; it asks for the words. Without scripts the course's hours stand alone.
 */
export function ReadersTimes({
  slug,
  language,
  zone,
  session,
}: {
  slug: string;
  language: string;
  /** The zone of the course. */
  zone: string;
  /** The key of the session; `all`: from the first to the last hour of its days. */
  session: number | "all";
}) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || here === zone) return;
    let gone = false;
    saidAt(`/api/times/${slug}?lang=${language}&zone=${encodeURIComponent(here)}`).then((times) => {
      if (!gone) setSaid(times[session]);
    });
    return () => {
      gone = true;
    };
  }, [slug, language, zone, session]);
  return said ? <span className="block">{said}</span> : null;
}
