import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export type SilentProxy = {
  port: number;
  /** Connections of now and of the time until `heal` stay open, and nothing passes through them ever again. */
  fallSilent(): void;
  /** Connections from now on are as they should be. */
  heal(): void;
  stop(): Promise<void>;
};

/** A TCP proxy that loses connections as a network does when the other end is gone: without a word to either side. */
export async function startSilentProxy(port: number): Promise<SilentProxy> {
  let isSilent = false;
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    open.add(near);
    near.on("error", () => undefined).on("close", () => open.delete(near));
    if (isSilent) return;
    const far = connect(port, "127.0.0.1");
    open.add(far);
    far.on("error", () => near.destroy()).on("close", () => open.delete(far));
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: () => {
      isSilent = true;
      for (const socket of open) socket.unpipe().pause();
    },
    heal: () => {
      isSilent = false;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
