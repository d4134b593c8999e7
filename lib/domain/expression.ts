/** `+ - * /` and parentheses over operands, which are whatever else stands between them. */
export type Expression =
  | { kind: "operand"; text: string }
  | { kind: "negation"; of: Expression }
  | { kind: "operation"; operator: "+" | "-" | "*" | "/"; left: Expression; right: Expression };

const TOKEN = /\s*([()+\-*/]|[\w.[\]]+)/y;

/** Deeper or longer ones are no question about money. */
const MAX_CHARACTERS = 300;

/** @throws {SyntaxError} in words for the model that wrote it */
export function parseExpression(text: string): Expression {
  if (text.length > MAX_CHARACTERS) throw new SyntaxError("The expression is too long.");
  const tokens = tokensOf(text);
  let next = 0;

  function sum(): Expression {
    let left = product();
    for (let operator = tokens[next]; operator === "+" || operator === "-"; operator = tokens[next]) {
      next += 1;
      left = { kind: "operation", operator, left, right: product() };
    }
    return left;
  }

  function product(): Expression {
    let left = factor();
    for (let operator = tokens[next]; operator === "*" || operator === "/"; operator = tokens[next]) {
      next += 1;
      left = { kind: "operation", operator, left, right: factor() };
    }
    return left;
  }

  function factor(): Expression {
    const token = tokens[next];
    next += 1;
    if (token === "-") return { kind: "negation", of: factor() };
    if (token === "(") {
      const inner = sum();
      if (tokens[next] !== ")") throw new SyntaxError("A parenthesis is not closed.");
      next += 1;
      return inner;
    }
    if (token === undefined || /^[)+*/]$/.test(token)) throw new SyntaxError("An operand is missing.");
    return { kind: "operand", text: token };
  }

  const whole = sum();
  if (next < tokens.length) throw new SyntaxError(`"${tokens[next]}" does not fit there.`);
  return whole;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) throw new SyntaxError(`"${trimmed.slice(from, from + 20)}" cannot be read.`);
    tokens.push(token);
  }
  return tokens;
}

/** The operands in their order. */
export function operandsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case "operand":
      return [expression.text];
    case "negation":
      return operandsOf(expression.of);
    case "operation":
      return [...operandsOf(expression.left), ...operandsOf(expression.right)];
  }
}
