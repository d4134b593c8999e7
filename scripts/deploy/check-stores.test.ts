import { describe, expect, it } from "vitest";
import { judgeRedis } from "./check-stores";

const info = (version: string, policy: string) =>
  `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;

describe("a Redis that is to be deployed to", () => {
  it.each(["6.2.0", "6.10.1", "7.0.0", "10.1.2"])("may be version %s that keeps its keys", (version) => {
    expect(judgeRedis(info(version, "noeviction"))).toEqual([]);
  });

  it("may be of a host that does not say what it is", () => {
    expect(judgeRedis("# Server\r\nuptime_in_seconds:7\r\n")).toEqual([]);
  });

  it("must not throw keys away", () => {
    expect(judgeRedis(info("7.2.4", "allkeys-lru"))).toEqual([
      expect.objectContaining({ what: expect.stringContaining("allkeys-lru") }),
    ]);
  });

  it.each(["6.0.16", "5.10.0"])("must not be as old as %s", (version) => {
    expect(judgeRedis(info(version, "noeviction"))).toEqual([
      { what: `REDIS_URL is Redis ${version}`, remedy: expect.stringContaining("6.2 or newer") },
    ]);
  });
});
