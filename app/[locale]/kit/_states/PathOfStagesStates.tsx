import { PathOfStages } from "@/app/_ui/kit/PathOfStages";

/** A path with stages behind, here and to come, one that passed a stage over, and one with words of another script. */
export function PathOfStagesStates() {
  return (
    <div className="grid gap-6">
      <PathOfStages
        label="Life of the course"
        stages={[
          { state: "done", name: "Planned", under: "3 Sep" },
          { state: "done", name: "Open for registration", under: "20 Sep" },
          { state: "here", name: "Running", under: "day 4 of 9" },
          { state: "toCome", name: "Ended", under: "from 2 Dec" },
          { state: "toCome", name: "Certificates" },
        ]}
      />
      <PathOfStages
        label="Way of a trainer"
        stages={[
          { state: "done", name: "ToT completed", under: "12 Dec 2022" },
          { state: "skipped", name: "Candidate" },
          { state: "done", name: "Practising", under: "3 Feb 2023" },
          { state: "here", name: "Certified", under: "until 5 Jul 2026" },
        ]}
      />
      <PathOfStages
        label="مراحل الدورة"
        stages={[
          { state: "done", name: "التخطيط", under: "3 أيلول" },
          { state: "here", name: "التسجيل", under: "حتى 5 كانون الأول" },
          { state: "toCome", name: "الدورة", under: "28 كانون الأول" },
        ]}
      />
    </div>
  );
}
