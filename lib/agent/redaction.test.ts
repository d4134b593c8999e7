import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { toMoney } from "../domain/money";
import { redactFacts, redactMessage } from "./redaction";

const NAME = "Dana Smith";
const typed = (text: string) => redactMessage(new HumanMessage(text), NAME).text;
const found = (result: unknown) =>
  JSON.parse(
    redactMessage(new ToolMessage({ content: JSON.stringify(result), tool_call_id: "c" }), NAME).text,
  );

describe("what leaves for the model", () => {
  it.each([
    ["TRANSFER TO 123456789", "TRANSFER TO ••••6789"],
    ["CHECK 004711 BRANCH 12", "CHECK ••••4711 BRANCH 12"],
    ["SEPA DE89 3704 0044 0532 0130 00 RENT", "SEPA ••••3000 RENT"],
    ["SEPA DE89370400440532013000", "SEPA ••••3000"],
    ["CARD 4111 1111 1111 1111", "CARD ••••1111"],
    ["SSN 078-05-1120", "SSN ••••1120"],
    ["ZELLE DANA SMITH", "ZELLE [account holder]"],
    ["ACH SMITH, DANA PAYROLL", "ACH [account holder] PAYROLL"],
  ])("has no account number and no name of the person in a bank's text: %s", (text, redacted) => {
    expect(found({ rows: [{ description: text }] })).toEqual({ rows: [{ description: redacted }] });
  });

  it.each(["7-ELEVEN 12345", "AB12 CAFE ROMA SALE", "DANASMITHS BAKERY", "from 2026-10-01 2026-10-31"])(
    "keeps what only looks alike: %s",
    (text) => {
      expect(found({ text })).toEqual({ text });
    },
  );

  it("keeps masks of four digits, amounts and ids, so that numbers stay exact and rows can be found", () => {
    const result = {
      id: "01890a5d-ac96-774b-bcce-000000000001",
      transactionId: "01890a5d-ac96-774b-bcce-123456789012",
      mask: "1001",
      amount: { amountMinor: 123_456_789, currency: "JPY", formatted: toMoney(123_456_789, "JPY").formatted },
      asOf: "2026-11-24T10:00:00.000Z",
    };
    expect(found(result)).toEqual(result);
  });

  it("masks what a person types by name or length, and no amount", () => {
    expect(typed("purchases over 100000")).toBe("purchases over 100000");
    expect(typed("is account 12345678 mine?")).toBe("is account ••••5678 mine?");
    expect(typed("I am Dana Smith, 123456789012")).toBe("I am [account holder], ••••9012");
  });

  it("is the same after a second time, with calls and marks as they were", () => {
    const calls = [{ id: "c", name: "get_accounts", args: {}, type: "tool_call" as const }];
    const once = redactMessage(new AIMessage({ content: "Dana Smith 123456789", tool_calls: calls }), NAME);
    expect(once).toMatchObject({ content: "[account holder] ••••6789", tool_calls: calls });
    expect(redactMessage(once, NAME)).toBe(once);
    const marked = new HumanMessage({ content: "123456789", additional_kwargs: { isGoOn: true } });
    expect(redactMessage(marked, NAME)).toMatchObject({ additional_kwargs: { isGoOn: true } });
  });

  it("does not take a first name for the person: shops are called so", () => {
    expect(redactMessage(new HumanMessage("Red Robin"), "Robin").text).toBe("Red Robin");
  });

  it("has redacted facts that are still one line of JSON", () => {
    const facts = `Facts:\n${JSON.stringify({ snapshot: { goals: ['"Dana Smith" 123456'] } })}`;
    expect(redactFacts(facts, NAME)).toBe(
      'Facts:\n{"snapshot":{"goals":["\\"[account holder]\\" ••••3456"]}}',
    );
  });
});
