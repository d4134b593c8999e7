import type { Question } from "./question";

export const ASIDE: Question[] = [];
