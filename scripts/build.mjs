// The production build, unless the one that is there was made from the same sources.
import { build, requireNode } from "./setup.mjs";

requireNode();
build();
