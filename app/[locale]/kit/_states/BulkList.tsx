"use client";

import { Form } from "@/app/_ui/form/Form";
import { Submit } from "@/app/_ui/form/fields";
import { Ticks, useTicked } from "@/app/_ui/form/ticks";
import { BulkBar, RowTick, TickAll } from "@/app/_ui/kit/ticked";

const page = Array.from({ length: 24 }, (_, i) => String(i + 1));
const matching = Array.from({ length: 60 }, (_, i) => String(i + 1));

function Accept() {
  const count = useTicked("ids").length;
  return <Submit busy="…">{`Accept ${count} people`}</Submit>;
}

/** A list of people to tick. */
export function BulkList() {
  return (
    <Form action={async (state) => state} label="People" className="grid gap-3">
      <Ticks name="ids">
        <table className="tbl">
          <caption className="sr-only">People</caption>
          <thead>
            <tr>
              <th scope="col" className="tbl-all">
                <TickAll page={page} href="/kit?part=bulk&tick=page" />
              </th>
              <th scope="col">Person</th>
              <th scope="col">Organisation</th>
            </tr>
          </thead>
          <tbody>
            {page.map((key) => (
              <tr key={key}>
                <td className="tbl-tick">
                  <RowTick value={key} label={`Select person ${key}`} />
                </td>
                <th scope="row" className="tbl-name">
                  <a href={`/kit?part=bulk#${key}`} className="tbl-link">
                    Person {key} <bdi lang="ar">ليلى الخطيب</bdi>
                  </a>
                </th>
                <td className="tbl-fact">Irbid Plains Farmers</td>
              </tr>
            ))}
          </tbody>
        </table>
        <BulkBar page={page} matching={matching} who={(ticked) => `${ticked.length} to decide`}>
          <button type="button" className="button">
            Waiting list
          </button>
          <Accept />
        </BulkBar>
      </Ticks>
    </Form>
  );
}
