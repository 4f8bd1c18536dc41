import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { FormAction, FormState } from "@/app/_actions/action";
import { type FieldFault, fault as faultOf } from "@/lib/faults";

/** What a sending that brought no answer of ours says; what Next throws itself (another page, none) goes on. */
function faultFor(error: unknown): FieldFault {
  unstable_rethrow(error);
  // An older page asks a newer server for what is not there any more.
  if (unstable_isUnrecognizedActionError(error)) return faultOf("serviceUpdated");
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string"
    ? faultOf("unexpected", { params: { number: digest } })
    : faultOf("noAnswer");
}

/**
 * The action of a form, which answers with a fault where the request fails on its way or something else answers it: else
 * React would put the page of errors in place of the form, with all that was typed. As the server draws a form it is the
 * action itself, by whose address a form posts without JavaScript.
 */
export const orWithoutAnswer = <T>(action: FormAction<T>): FormAction<T> =>
  typeof window === "undefined"
    ? action
    : async (previous, sent): Promise<FormState<T>> => {
        try {
          return await action(previous, sent);
        } catch (error) {
          return { status: "fault", fault: faultFor(error), kept: null, at: Date.now() };
        }
      };
