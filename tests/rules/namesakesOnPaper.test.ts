import { expect, it } from "vitest";
import { participantList } from "../../app/_words/participantList";
import { signInSheet } from "../../app/_words/signInSheet";

const course = {
  title: { own: "en", en: "Course", fr: null, ar: null },
  startsOn: "2027-01-11",
  endsOn: "2027-01-15",
  venue: null,
  place: { own: "en", en: "Irbid", fr: null, ar: null },
  country: "JO",
  programmeTitle: { own: "en", en: "P", fr: null, ar: null },
  fictional: false,
  capacity: 10,
} as unknown as Parameters<typeof signInSheet>[0];
const person = (number: number, organisation: string | null) => ({
  registrationId: number,
  number,
  name: "Hana Issa",
  latinName: null,
  organisation,
  phone: null,
  email: null,
  groupId: null,
});

it("two of one name on a sheet are told apart by where they belong, else by the number to quote", () => {
  const people = [person(1, "Irbid"), person(2, "Jerash"), person(3, "Jerash")];
  const apart = ["", "no. 2", "no. 3"];
  const day = [
    {
      id: 1,
      day: "2027-01-17",
      startsAt: "09:00",
      endsAt: "10:00",
      groupId: null,
      group: null,
      title: "Day",
    },
  ];
  const [list] = signInSheet(course, people, day as never, "en").lists;
  expect(list!.people.map((one) => one.apart)).toEqual(apart);
  expect(
    participantList(course, { contacts: "none", people } as never, "en").people.map((one) => one.apart),
  ).toEqual(apart);
});
