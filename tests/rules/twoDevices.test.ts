import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMarks, type Standing } from "../../lib/attendance/rules/markedSince";
import {
  afterSending,
  insisting,
  type KeptMark,
  type KeptMarks,
  marksOf,
  noMarks,
  readKept,
  trying,
  type Was,
  wasOf,
  withMarks,
  writeKept,
} from "../../lib/attendance/rules/onDevice";
import { type RollMark, rollSchema } from "../../lib/attendance/schema";

const trainer = 1;
const colleague = 2;

/** A roll, as the server has it. */
class Roll {
  readonly standing = new Map<number, Standing>();

  /** Takes marks as they came over the network; answers whose were held. */
  take(marks: readonly RollMark[], by: number): number[] {
    const { put, held } = applyMarks(marks, this.standing, by);
    for (const { registrationId, state, lateMinutes } of put)
      if (state === "none") this.standing.delete(registrationId);
      else this.standing.set(registrationId, { registrationId, state, lateMinutes, enteredBy: by });
    return held;
  }
  stands(id: number): Was {
    const mark = this.standing.get(id);
    return mark ? wasOf(mark.state, mark.lateMinutes) : "none";
  }
}

const said = (mark: Pick<KeptMark, "state" | "lateMinutes"> | undefined): Was | null =>
  mark ? wasOf(mark.state, mark.lateMinutes) : null;

/** A phone or a desk of the trainer: what it keeps, and what its page shows to stand. */
class Device {
  kept: KeptMarks = noMarks;
  private seen = new Map<number, Was>();
  private at = 0;
  constructor(private readonly roll: Roll) {}

  mark(id: number, state: KeptMark["state"], lateMinutes = 15) {
    const mark: KeptMark = { state, lateMinutes, was: this.seen.get(id) ?? "none", at: ++this.at };
    this.kept = withMarks(this.kept, new Map([[id, mark]]));
  }
  /** Sends whatever is not held; what is to arrive on the server, whenever, and to be answered. */
  send(): { arrive: () => number[]; answer: (held: readonly number[]) => void } {
    const batch: KeptMarks = new Map([...this.kept].filter(([, mark]) => !mark.held));
    const { marks } = rollSchema.parse({ sessionId: 1, marks: marksOf(batch) });
    this.kept = trying(this.kept, batch.keys());
    return {
      arrive: () => this.roll.take(marks, trainer),
      answer: (held) => {
        this.kept = afterSending(this.kept, batch, held);
        this.look();
      },
    };
  }
  /** The page comes anew. */
  look() {
    for (const id of [1, 2]) this.seen.set(id, this.roll.stands(id));
  }
  reopen() {
    this.kept = readKept(writeKept(1, this.kept))?.marks ?? noMarks;
  }
  insist(id: number) {
    if (this.kept.get(id)?.held) this.kept = insisting(this.kept, id, this.seen.get(id) ?? "none");
  }
}

const on = fc.constantFrom(0, 1);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant("mark" as const), on, id: fc.constantFrom(1, 2) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("send" as const),
      on,
      arrives: fc.constantFrom("now", "late", "never"),
      answered: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("late" as const), nth: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("look" as const), on }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("reopen" as const), on }) },
);

describe("two devices of one trainer", () => {
  it("lose no last mark without asking, whatever is sent, lost, late and sent again", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const roll = new Roll();
        const devices = [new Device(roll), new Device(roll)] as const;
        const underWay: (() => number[])[] = [];
        const last = new Map<number, { on: Device; mark: Was }>();
        let minutes = 0;
        const expectKept = () => {
          for (const [id, { on, mark }] of last)
            if (roll.stands(id) !== mark) expect(said(on.kept.get(id)), `person ${id}`).toBe(mark);
        };
        for (const one of steps) {
          const device = devices["on" in one ? (one.on as 0 | 1) : 0];
          switch (one.what) {
            case "mark":
              // Another mark each time, so that it can be told which one stands.
              device.mark(one.id, "late", ++minutes);
              last.set(one.id, { on: device, mark: `late ${minutes}` });
              break;
            case "send": {
              const { arrive, answer } = device.send();
              if (one.arrives === "late") underWay.push(arrive);
              const held = one.arrives === "now" ? arrive() : null;
              if (held && one.answered) answer(held);
              break;
            }
            case "late":
              underWay.splice(one.nth % (underWay.length + 1), 1)[0]?.();
              break;
            case "look":
              device.look();
              break;
            case "reopen":
              device.reopen();
          }
          expectKept();
        }
        for (const arrive of underWay) arrive();
        for (const device of devices) {
          const { arrive, answer } = device.send();
          answer(arrive());
        }
        expectKept();
        // What is left on a device is what it asks about.
        for (const { kept } of devices) expect([...kept.values()].every((mark) => mark.held)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  it("ask about a mark that waited on the phone while another was made at the desk, and put it once that is decided", () => {
    const roll = new Roll();
    const [phone, desk] = [new Device(roll), new Device(roll)];
    phone.mark(1, "present");
    desk.mark(1, "absent");
    const send = (device: Device) => {
      const { arrive, answer } = device.send();
      answer(arrive());
    };
    send(desk);
    send(phone);
    expect([roll.stands(1), phone.kept.get(1)?.held]).toEqual(["absent", true]);
    phone.insist(1);
    send(phone);
    expect([roll.stands(1), phone.kept.size]).toEqual(["present", 0]);
  });
});

describe("one device", () => {
  it("is not asked about what it has sent itself where the answer was lost", () => {
    const roll = new Roll();
    const phone = new Device(roll);
    phone.mark(1, "late", 15);
    phone.send().arrive();
    phone.reopen();
    phone.mark(1, "late", 20);
    const { arrive, answer } = phone.send();
    answer(arrive());
    expect([roll.stands(1), phone.kept.size]).toEqual(["late 20", 0]);
  });
  it("does not undo a newer mark by a sending that arrives after nobody waited for it any more", () => {
    const roll = new Roll();
    const phone = new Device(roll);
    phone.mark(1, "present");
    const slow = phone.send();
    phone.mark(1, "absent");
    const { arrive, answer } = phone.send();
    answer(arrive());
    slow.arrive();
    expect(roll.stands(1)).toBe("absent");
  });
  it("is asked where a colleague has put what it had tried", () => {
    const roll = new Roll();
    const phone = new Device(roll);
    phone.mark(1, "present");
    phone.send();
    roll.take([{ registrationId: 1, state: "present", lateMinutes: 15, was: "none" }], colleague);
    phone.mark(1, "absent");
    const { arrive, answer } = phone.send();
    answer(arrive());
    expect([roll.stands(1), phone.kept.get(1)?.held]).toEqual(["present", true]);
  });
});
