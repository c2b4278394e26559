/** What a binary operator makes of two values; null for a division by zero. */
export function calculate(operator: string, a: bigint, b: bigint): bigint | null {
  switch (operator) {
    case "+":
      return wrap(a + b);
    case "-":
      return wrap(a - b);
    case "*":
      return wrap(a * b);
    case "/":
    case "%":
      if (b === 0n) return null;
      return wrap(operator === "/" ? a / b : a % b);
    case "<<":
      return wrap(a << (b & 63n));
    case ">>":
      return wrap(a >> (b & 63n));
    case "<":
      return truth(a < b);
    case ">":
      return truth(a > b);
    case "<=":
      return truth(a <= b);
    case ">=":
      return truth(a >= b);
    case "==":
      return truth(a === b);
    case "!=":
      return truth(a !== b);
    case "&":
      return a & b;
    case "^":
      return a ^ b;
    default:
      return a | b;
  }
}

/** The value of digits in a base; `fail` is told what is wrong with them. */
export function readDigits(text: string, base: number, fail: (message: string) => never): bigint {
  if (base < 2 || base > 64) fail("invalid arithmetic base");
  const order = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_";
  let value = 0n;
  for (const character of text) {
    const digit = order.indexOf(base <= 36 ? character.toLowerCase() : character);
    if (digit < 0 || digit >= base) fail("value too great for base");
    value = wrap(value * BigInt(base) + BigInt(digit));
  }
  return value;
}

/** What a condition is worth. */
export function truth(value: boolean): bigint {
  return value ? 1n : 0n;
}

/** The value as it is kept in 64 bits. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
