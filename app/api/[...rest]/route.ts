import type { NextRequest } from "next/server";
import { fileNotFound } from "@/app/_server/files";

/** Everyone (`public.read`): an address under which there is no file says so as that of a file that is not there does. */
export const GET = (request: NextRequest) => fileNotFound(request);
