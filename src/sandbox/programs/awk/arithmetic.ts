import { Refused } from "../../host/desk/program.ts";

/** What an operator makes of two numbers. */
export function arithmetic(sign: string, a: number, b: number): number {
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "^":
      return a ** b;
    default:
      if (b === 0) throw new Refused("awk", sign, "it divides by zero");
      return sign === "/" ? a / b : a % b;
  }
}
