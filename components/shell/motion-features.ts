import { domAnimation } from "motion/react";

/** What animates: most of the library, and nothing that the first paint needs. */
export const motionFeatures = domAnimation;
