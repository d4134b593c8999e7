import { z } from "zod";

/** A UUID. Ids of conversations and messages are made by the client (version 7) and kept for life. */
export const Identifier = z.uuid();
export type Identifier = z.infer<typeof Identifier>;
