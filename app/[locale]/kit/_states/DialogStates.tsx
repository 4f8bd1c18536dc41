import { Dialog, DialogFoot } from "@/app/_ui/kit/Dialog";

/** Questions before what cannot be undone. */
export function DialogStates() {
  return (
    <div className="flex flex-wrap gap-3">
      <Dialog
        trigger="End the course…"
        title="End the course?"
        will={[
          "38 people have attended.",
          "2 people become no-shows.",
          "5 people leave the waiting list, and are told.",
        ]}
      >
        <form className="grid gap-4">
          <label className="field">
            <span>Reason</span>
            <input className="input" name="reason" />
          </label>
          <DialogFoot>
            <button type="submit" className="button-main">
              End the course
            </button>
          </DialogFoot>
        </form>
      </Dialog>
      <Dialog
        trigger="إلغاء الدورة…"
        look="button-stop"
        title="إلغاء الدورة؟"
        will={["يُبلَّغ 12 شخصاً.", "تُغلق الدورة."]}
      >
        <form className="grid gap-4">
          <DialogFoot>
            <button type="submit" className="button-stop">
              إلغاء الدورة
            </button>
          </DialogFoot>
        </form>
      </Dialog>
    </div>
  );
}
