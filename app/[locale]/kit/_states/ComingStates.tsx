import { Empty } from "@/app/_ui/kit/Empty";
import { Progress } from "@/app/_ui/kit/Progress";
import { Skeleton } from "@/app/_ui/kit/Skeleton";

/** What stands where nothing is, or nothing yet. */
export function ComingStates() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Empty title="No course yet in this programme">
        Plan the first, or record one that is over.
        <a href="?part=coming" className="button">
          Plan a course
        </a>
      </Empty>
      <Empty title="لا توجد دورات بعد">خطّط الأولى.</Empty>
      <Skeleton />
      <Skeleton shape="lines" />
      <Skeleton shape="form" />
      <div className="grid gap-4 content-start">
        <Progress label="Typesetting certificates" done={12} all={40} />
        <Progress label="جارٍ الإعداد" />
      </div>
    </div>
  );
}
