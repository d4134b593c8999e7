import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@playwright/test";

// In a process of its own: it looks into the stores of the copy that it breaks, by the application's own settings.
test("web, worker, Redis, PostgreSQL and MongoDB may be killed or frozen while answers are written", async () => {
  test.setTimeout(420_000);
  const run = spawn(process.execPath, ["--import", "tsx", "tests/faults/main.ts", "short"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [run.stdout, run.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
  try {
    const [code] = await once(run, "exit");
    process.stdout.write(output);
    expect(code, output).toBe(0);
  } finally {
    // Whoever is cut short by the time limit takes its copy along.
    run.kill("SIGTERM");
  }
});
