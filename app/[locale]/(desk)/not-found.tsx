import { NotFound } from "@/app/_ui/NotFound";

/** What is not there for whoever is signed in, within the frame of their pages. */
export default function NotFoundOnDesk() {
  return <NotFound />;
}
