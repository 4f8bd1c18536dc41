import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { expect } from "vitest";
import { GET } from "../../app/api/files/feed/[token]/route";
import type { Viewer } from "../../lib/access/table";
import { makeFeedAddress } from "../../lib/feeds/commands";
import { as } from "./as";
import { value } from "./world";

/** The token of an address that was made. */
export const tokenOf = ({ address }: { address: string }) => /\/feed\/([\w-]+)\.ics$/.exec(address)![1]!;
/** Makes an address of a calendar; gives its token. */
export const made = (
  viewer: Viewer,
  feed: "mine" | "course" | "trainer" | "room",
  of: number | null = null,
  at = Date.now(),
) => tokenOf(value(makeFeedAddress(as(viewer, at), { feed, of })));

/** Asks for the calendar at an address, as a calendar does. */
export async function asked(token: string, headers: Record<string, string> = {}) {
  const request = new NextRequest(`https://training.example.org/api/files/feed/${token}.ics`, { headers });
  return GET(request, { params: Promise.resolve({ token: `${token}.ics` }) });
}

/** The events at an address by their UID, as a reader of calendars finds them. */
export async function eventsAt(token: string) {
  const answer = await asked(token);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = new Map(
    calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return [
        event.uid,
        {
          sequence: event.sequence,
          summary: event.summary,
          location: event.location,
          description: event.description,
          start: event.startDate.toJSDate().getTime(),
          status: component.getFirstPropertyValue("status"),
          modified: String(component.getFirstPropertyValue("last-modified")),
          url: String(component.getFirstPropertyValue("url") ?? ""),
        },
      ] as const;
    }),
  );
  return { text, events };
}
