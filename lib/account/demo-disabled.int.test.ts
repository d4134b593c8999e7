import { expect, it } from "vitest";
import { findDemoPerson } from "./find-demo-person";

it("opens no demo on a server that has not enabled it", async () => {
  delete process.env.DEMO_ENABLED;
  await expect(findDemoPerson()).rejects.toMatchObject({ code: "forbidden" });
});
