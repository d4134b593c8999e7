import type { Socket } from "node:net";
import { type CallContext, dispatch } from "./dispatch";
import { encodeReply, FrameReader, ProtocolError, parseRequest } from "./wire";

/** Serves one connection: requests run one after the other, replies go out in their order. */
export function serveConnection(socket: Socket, context: CallContext, log: (line: string) => void): void {
  const frames = new FrameReader();
  let work = Promise.resolve();
  socket.setNoDelay(true);
  // A client that goes away is no event for anybody else.
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    try {
      for (const message of frames.push(chunk)) {
        work = work.then(() => answer(socket, message, context)).catch((error) => refuse(socket, error, log));
      }
    } catch (error) {
      refuse(socket, error, log);
    }
  });
}

async function answer(socket: Socket, message: Buffer, context: CallContext): Promise<void> {
  if (socket.destroyed) return;
  const request = parseRequest(message);
  const reply = await dispatch(request.body, context);
  if (request.expectsReply && !socket.destroyed) socket.write(encodeReply(request, reply));
}

/** Whoever does not speak the protocol is disconnected, as MongoDB does. */
function refuse(socket: Socket, error: unknown, log: (line: string) => void): void {
  if (!(error instanceof ProtocolError)) log(`connection failed: ${String(error)}`);
  socket.destroy();
}
