/**
 * A type of the `plaid` SDK as it looks on the wire: its enums become the texts they stand for. So the compiler checks
 * our answers against Plaid's own types, and the server need not load the client.
 */
export type Wire<Value> = Value extends string
  ? `${Value}`
  : Value extends object
    ? { [Key in keyof Value]: Wire<Value[Key]> }
    : Value;

/** What an endpoint returns: the server adds the request id. */
export type Answer<Response> = Omit<Wire<Response>, "request_id">;
