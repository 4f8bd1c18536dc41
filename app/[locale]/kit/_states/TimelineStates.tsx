import { Timeline } from "@/app/_ui/kit/Timeline";

/** Seven weeks: a course that runs, ones to come with registration before, one at the end of the window. */
export function TimelineStates() {
  return (
    <Timeline
      caption="Seven weeks of courses"
      head="Course"
      first="2026-11-22"
      weeks={[
        { name: "22 Nov" },
        { name: "29 Nov", bare: "29" },
        { name: "6 Dec" },
        { name: "13 Dec", bare: "13" },
        { name: "20 Dec", bare: "20" },
        { name: "27 Dec", bare: "27" },
        { name: "3 Jan" },
      ]}
      today="2026-11-25"
      courses={[
        {
          key: 1,
          name: <a href="#timeline">Ramallah</a>,
          label: "Runs until 2 December; 40 of 40",
          registrationUntil: null,
          startsOn: "2026-11-22",
          endsOn: "2026-12-02",
          beside: "40 of 40",
        },
        {
          key: 2,
          name: <a href="#timeline">زحلة</a>,
          label: "Registration until 6 December; 14 to 19 December; 17 of 20",
          registrationUntil: "2026-12-06",
          startsOn: "2026-12-14",
          endsOn: "2026-12-19",
          beside: "17 of 20",
        },
        {
          key: 3,
          name: <a href="#timeline">Irbid</a>,
          label: "Registration until 1 December; 28 December to 7 January; 5 of 25",
          registrationUntil: "2026-12-01",
          startsOn: "2026-12-28",
          endsOn: "2027-01-20",
          beside: "5 of 25",
        },
      ]}
    />
  );
}
