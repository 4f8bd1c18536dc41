/** What a question and a signatory begin with that are added. */
export const newQuestion = { label: "", kind: "text", options: "", required: false };
export const newSignatory = { name: "", role: "" };
