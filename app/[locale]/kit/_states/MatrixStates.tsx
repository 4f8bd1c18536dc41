"use client";

import { useState } from "react";
import { Matrix, type MatrixColumn } from "@/app/_ui/kit/Matrix";
import { type MatrixMark, type MatrixRow, marksText } from "@/app/_ui/kit/matrixMarks";
import { Written } from "@/app/_ui/Written";

const words: Record<MatrixMark, string> = {
  present: "present",
  late: "late",
  excused: "excused",
  absent: "absent",
  none: "not marked",
  toCome: "to come",
  notTheirs: "before they joined",
};

const columns: MatrixColumn[] = [
  ["Sun 22", "09:00", "1"],
  ["Sun 22", "13:00", "M1"],
  ["Mon 23", "09:00", "M1"],
  ["Mon 23", "13:00", "M2"],
  ["Tue 24", "09:00", "M2"],
  ["Tue 24", "13:00", "6"],
].map(([day, hour, code], nth) => ({
  id: nth + 1,
  group: `${day} Nov`,
  groupHead: day,
  head: code,
  name: `${day} Nov ${hour}`,
}));

const people: MatrixRow[] = (
  [
    ["Laila Al-Khatib", "present", "late", "excused", "none", "toCome", "toCome"],
    ["خالد درويش", "present", "present", "absent", "none", "toCome", "toCome"],
    ["Yousef Issa", "notTheirs", "notTheirs", "present", "none", "toCome", "toCome"],
    [
      "Abdulrahmanalmuhammadalibrahimalkhalilalmansouralhaddadalnajjar",
      "present",
      "absent",
      "absent",
      "none",
    ],
  ] as [string, ...MatrixMark[]][]
).map(([called, ...marks], nth) => ({ id: nth + 1, called, marks: marksText(marks) }));

const head = (row: MatrixRow) => <Written>{row.called}</Written>;
const end = (row: MatrixRow) => `${100 - row.id * 10}%`;

/** People by sessions with every mark there is; letters mark here too, and nothing is saved. */
export function MatrixStates() {
  const [rows, setRows] = useState(people);
  const [at, setAt] = useState("");
  const put = (row: number, column: number, mark: MatrixMark | null) =>
    setRows((now) =>
      now.map((person) =>
        person.id === row
          ? {
              ...person,
              marks:
                person.marks.slice(0, column - 1) + marksText([mark ?? "none"]) + person.marks.slice(column),
            }
          : person,
      ),
    );
  return (
    <>
      <Matrix
        label="Attendance"
        rows={rows}
        columns={columns}
        current={4}
        words={words}
        rowsName="Participant"
        endName="Share"
        totalName="In the room"
        totals={[3, 2, 1]}
        endTotal="minimum 80%"
        rowHead={head}
        rowEnd={end}
        action="/kit"
        onMark={put}
        onCell={(row, column) => setAt(`${column}.${row}`)}
        onPress={(row, column) => put(row, column, "present")}
      />
      <p data-at={at}>{at}</p>
    </>
  );
}
