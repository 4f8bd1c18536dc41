import { Check, CircleDot, Clock, Play } from "lucide-react";
import { Badge } from "@/app/_ui/kit/Badge";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowGroup, RowHead, SumRow, Table } from "@/app/_ui/kit/Table";

const columns = [
  {
    key: "course",
    label: "Course",
    sort: { href: "/kit?part=table&sort=course", now: "ascending" as const },
  },
  { key: "dates", label: "Dates", sort: { href: "/kit?part=table&sort=dates", now: null } },
  { key: "places", label: "Places", end: true },
  { key: "state", label: "State", quiet: true },
  { key: "next", label: "Next step" },
  { key: "menu", label: "More", quiet: true },
];

const menu = (of: string) => (
  <RowMenu
    of={of}
    danger={
      <MenuItem stop>
        <a href="/kit?part=table#cancel">Cancel the course…</a>
      </MenuItem>
    }
  >
    <MenuItem>
      <a href="/kit?part=table#public">Public page</a>
    </MenuItem>
    <MenuItem>
      <a href="/kit?part=table#print">Print the timetable</a>
    </MenuItem>
  </RowMenu>
);

/** A table with groups, sums, a row that is open, an empty cell and a name without a space. */
export function TableStates() {
  return (
    <Table
      caption="Courses by state"
      columns={columns}
      foot={
        <SumRow label="3 courses">
          <Cell />
          <Cell end label="Places">
            38 / 61
          </Cell>
          <Cell />
          <Cell />
          <Cell at="menu" />
        </SumRow>
      }
    >
      <RowGroup
        columns={columns.length}
        count={1}
        head={
          <Badge tone="info" icon={Play}>
            Running
          </Badge>
        }
      >
        <Row chosen>
          <RowHead href="/kit?part=table#ramallah" under="ToT · Be the Impact">
            Ramallah
          </RowHead>
          <Cell under="day 4 of 9">
            <bdi>22 Nov – 2 Dec</bdi>
          </Cell>
          <Cell end label="Places">
            40 / 40
          </Cell>
          <Cell at="state">
            <Badge tone="ok" icon={Check}>
              Full
            </Badge>
          </Cell>
          <Cell at="next">
            <a href="/kit?part=table#roll">Take today’s attendance</a>
          </Cell>
          <Cell at="menu">{menu("Ramallah")}</Cell>
        </Row>
      </RowGroup>
      <RowGroup
        columns={columns.length}
        count={2}
        head={
          <Badge tone="ok" icon={CircleDot}>
            Open
          </Badge>
        }
      >
        <Row>
          <RowHead href="/kit?part=table#zahle" under="User training · PROSPECTS">
            <bdi lang="ar">زحلة</bdi>
          </RowHead>
          <Cell under="in 19 days">
            <bdi>14 – 19 Dec</bdi>
          </Cell>
          <Cell end label="Places">
            17 / 20
          </Cell>
          <Cell at="state" />
          <Cell at="next">
            <a href="/kit?part=table#decide">Decide on 2</a>
          </Cell>
          <Cell at="menu">{menu("زحلة")}</Cell>
        </Row>
        <Row>
          <RowHead href="/kit?part=table#long">{"Wolfeschlegelsteinhausenbergerdorff".repeat(2)}</RowHead>
          <Cell>Dates not known</Cell>
          <Cell />
          <Cell at="state">
            <Badge tone="attention" icon={Clock}>
              To decide
            </Badge>
          </Cell>
          <Cell at="next" />
          <Cell at="menu">{menu("Wolfe")}</Cell>
        </Row>
      </RowGroup>
    </Table>
  );
}
