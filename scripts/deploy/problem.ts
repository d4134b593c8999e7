/** What stands in the way of a deployment, and what the person at the terminal can do about it. */
export type Problem = { what: string; remedy: string };
