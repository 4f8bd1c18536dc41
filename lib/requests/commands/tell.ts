import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { passOnRequest } from "../../messages/tell";
import { refuse } from "../../result";
import { requestSchema } from "../schema";

/** Whoever asks says that they have told somebody what they are asked for, whom no mail reaches. */
export const tellRequest = command("trainers.ask", requestSchema, (cx, { requestId }) => {
  const { course } = trainers.request(cx, "trainers.ask", requestId);
  const ids = passOnRequest(cx, requestId);
  if (ids.length === 0) refuse("requestChanged");
  happened(cx, { kind: "notice.told", courseId: course.id, ids });
  return { courseId: course.id, requestId };
});
