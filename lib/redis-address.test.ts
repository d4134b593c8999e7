import { describe, expect, it } from "vitest";
import { hostsOf, parseRedisAddress } from "./redis-address";

describe("the address of Redis", () => {
  it("names one server, which the driver reads itself", () => {
    const address = "rediss://user:p%40ss@redis.example:6380/2";
    expect(parseRedisAddress(address)).toEqual({
      kind: "single",
      url: address,
      isEncrypted: true,
      login: { username: "user", password: "p@ss" },
    });
  });

  it("names nodes of a cluster, with the usual port where none is given", () => {
    expect(parseRedisAddress("redis+cluster://:secret@one:7001,two,[::1]:7003")).toEqual({
      kind: "cluster",
      nodes: [
        { host: "one", port: 7001 },
        { host: "two", port: 6379 },
        { host: "::1", port: 7003 },
      ],
      isEncrypted: false,
      login: { password: "secret" },
    });
  });

  it("names sentinels, the master and its database", () => {
    expect(
      parseRedisAddress(
        "rediss+sentinel://user:a%2Fb@one,two:26380/mymaster/3?sentinelUsername=watcher&sentinelPassword=x%26y",
      ),
    ).toEqual({
      kind: "sentinel",
      sentinels: [
        { host: "one", port: 26379 },
        { host: "two", port: 26380 },
      ],
      sentinelLogin: { username: "watcher", password: "x&y" },
      master: "mymaster",
      database: 3,
      isEncrypted: true,
      login: { username: "user", password: "a/b" },
    });
  });

  it.each([
    ["redis://placeholder", [{ host: "placeholder", port: 6379 }]],
    ["redis://:secret@[::1]:6380/0", [{ host: "::1", port: 6380 }]],
    [
      "redis+cluster://a:1,b:2/0",
      [
        { host: "a", port: 1 },
        { host: "b", port: 2 },
      ],
    ],
    ["redis+sentinel://a/master", [{ host: "a", port: 26379 }]],
  ])("tells the hosts of %s", (address, hosts) => {
    expect(hostsOf(parseRedisAddress(address))).toEqual(hosts);
  });

  it.each([
    ["http://hunter2@nowhere", /must look like redis:\/\//],
    ["redis://", /must look like redis:\/\//],
    ["redis+ring://:hunter2@a,b", /must look like redis:\/\//],
    ["redis://:hunter2@a:6379,b:6379", /several hosts: .*redis\+cluster:/],
    ["redis+cluster://:hunter2@a,b/2", /only number 0/],
    ["redis+cluster://:hunter2@a:port", /host:port/],
    ["redis+cluster://:hunter2@a:99999", /host:port/],
    ["redis+cluster://:hunter2@a,,b", /host:port/],
    ["redis+sentinel://:hunter2@a,b", /name that the sentinels have/],
    ["redis+sentinel://:hunter2@a,b/master/zero", /name that the sentinels have/],
    ["redis+cluster://:hunter2%@a", /percent-encode/],
    ["redis://:hunter2/x@a", /host:port|must look like/],
  ])("says what is wrong with %s, and never quotes it", (address, words) => {
    const problem = (() => {
      try {
        return parseRedisAddress(address);
      } catch (thrown) {
        return String(thrown);
      }
    })();
    expect(problem).toMatch(words);
    expect(problem).not.toContain("hunter2");
  });
});
