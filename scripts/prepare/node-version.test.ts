import { describe, expect, it } from "vitest";
import { problemWithNode, problemWithThisNode } from "./node-version.mjs";

const RANGE = "^20.19.0 || ^22.13.0 || >=24";

describe("the version of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.13.0", "22.23.3", "24.0.0", "26.10.0"])("%s will do", (version) => {
    expect(problemWithNode(version, RANGE)).toBeNull();
  });

  it.each(["12.22.0", "18.20.8", "20.18.9", "21.7.3", "22.12.9", "23.11.0"])("%s will not", (version) => {
    const problem = problemWithNode(version, RANGE);
    expect(problem).toContain(`Node ${version}`);
    expect(problem).toContain(RANGE);
    expect(problem).toContain("nodejs.org");
    expect(problem).not.toContain("\n");
  });

  it("that runs this test will do", () => {
    expect(problemWithThisNode()).toBeNull();
  });
});
