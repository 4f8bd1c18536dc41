import { publicContext } from "@/app/_server/context";
import { courseCard, courseInWords, siteCard } from "@/app/_words/course";
import { publicCourse } from "@/lib/courses/queries";
import { type Card, drawCard } from "@/lib/documents/card";
import { isLocale, type Locale } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";

/** So many pictures are kept by what stands on them; a link that goes round is asked for by many at once. */
const most = 100;
const drawn = new Map<string, Promise<Buffer>>();

/** The picture of a card, drawn once while it says the same. */
function pictureOf(card: Card): Promise<Buffer> {
  const key = JSON.stringify(card);
  const kept = drawn.get(key);
  if (kept) return kept;
  if (drawn.size >= most) drawn.delete(drawn.keys().next().value!);
  const picture = drawCard(card);
  drawn.set(key, picture);
  picture.catch(() => drawn.delete(key));
  return picture;
}

function cardFor(language: Locale, slug: string): Card | null {
  if (slug === "cascade") return siteCard(language);
  const course = publicCourse(publicContext(), slug);
  return course && courseCard(course, courseInWords(course, dayAt(clock(), course.zone), language), language);
}

/** Everyone (`public.read`): the picture that stands beside a shared link, of a public course or of the site. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ language: string; slug: string }> },
) {
  const { language, slug } = await params;
  const card = isLocale(language) ? cardFor(language, slug) : null;
  if (!card) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await pictureOf(card)), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=3600" },
  });
}
