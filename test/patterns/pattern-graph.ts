import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import {
  type Alphabet,
  alphabetOf,
  type CharacterElement,
  type Characters,
  isCharacter,
} from "./character-classes.ts";

/** A pattern as the steps that a backtracking engine takes. */
export type Step =
  /** Reads one character. */
  | { readonly does: "read"; readonly set: Characters; readonly raw: string; readonly next: Step }
  /** Tries several ways. */
  | { readonly does: "try"; readonly ways: readonly Step[] }
  /** Goes through its body once more, or on. The body never reads nothing twice in a row. */
  | { readonly does: "repeat"; body: Step; readonly next: Step }
  /** Goes on only after and before certain characters. */
  | { readonly does: "check"; readonly border: Border; readonly next: Step }
  | { readonly does: "match" }
  | { readonly does: "fail" };

/** What has to stand on both sides of a place. */
export interface Border {
  readonly before: Characters;
  /** Satisfied where nothing stands before. */
  readonly atStart: boolean;
  readonly after: Characters;
  /** False when something else is asked as well, which is left out here. */
  readonly isAll: boolean;
}

export interface PatternGraph {
  readonly start: Step;
  readonly alphabet: Alphabet;
}

/**
 * Repetitions that are counted end after this many here: what is bounded multiplies the time by a constant, and three
 * copies show how each of them follows the others.
 */
const mostCopies = 3;

/** Reads a pattern. Throws a RangeError for what cannot be judged: a repetition without end in a lookbehind. */
export function patternGraph(source: string, flags: string): PatternGraph {
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  const mode = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
  const pattern = parser.parsePattern(source, 0, source.length, mode);
  const elements: CharacterElement[] = [];
  // Inside of a class, a character is part of what the class matches.
  const add = (element: CharacterElement): void => {
    if (element.parent.type === "Alternative" || element.parent.type === "Quantifier") elements.push(element);
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: add,
    onCharacterSetEnter: add,
    onCharacterClassEnter: add,
    onExpressionCharacterClassEnter: add,
  });
  const alphabet = alphabetOf(elements, source, flags);
  const builder = new Builder(alphabet, flags.includes("m"));
  return { start: builder.alternatives(pattern.alternatives, { does: "match" }), alphabet };
}

type Lookaround = AST.LookaheadAssertion | AST.LookbehindAssertion;

class Builder {
  readonly #alphabet: Alphabet;
  readonly #isMultiline: boolean;

  constructor(alphabet: Alphabet, isMultiline: boolean) {
    this.#alphabet = alphabet;
    this.#isMultiline = isMultiline;
  }

  alternatives(alternatives: readonly AST.Alternative[], next: Step): Step {
    const ways = alternatives.map(({ elements }) =>
      elements.reduceRight<Step>((rest, element) => this.#element(element, rest), next),
    );
    const [only] = ways;
    return ways.length === 1 && only !== undefined ? only : { does: "try", ways };
  }

  #element(element: AST.Element, next: Step): Step {
    if (isCharacter(element))
      return { does: "read", set: this.#alphabet.of(element), raw: element.raw, next };
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return this.alternatives(element.alternatives, next);
      case "Quantifier":
        return this.#quantifier(element, next);
      case "Backreference":
        // It matches less than another copy of its group would.
        return [element.resolved]
          .flat()
          .reduce<Step>((rest, group) => this.alternatives(group.alternatives, rest), next);
      case "Assertion":
        return this.#assertion(element, next);
    }
  }

  #quantifier({ element, min, max }: AST.Quantifier, next: Step): Step {
    let rest = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop: Step = { does: "repeat", body: next, next };
      loop.body = this.#element(element, loop);
      rest = loop;
    } else {
      const optional = Math.min(max, mostCopies) - Math.min(min, mostCopies);
      for (let copy = 0; copy < optional; copy++)
        rest = { does: "try", ways: [this.#element(element, rest), next] };
    }
    for (let copy = 0; copy < Math.min(min, mostCopies); copy++) rest = this.#element(element, rest);
    return rest;
  }

  #assertion(assertion: AST.Assertion, next: Step): Step {
    const { all, none } = this.#alphabet;
    const breaks = this.#isMultiline ? this.#alphabet.ofText("\\n|\\r|\\u2028|\\u2029") : none;
    const check = (border: Partial<Border>): Step => ({
      does: "check",
      border: { before: all, atStart: true, after: all, isAll: true, ...border },
      next,
    });
    if (assertion.kind === "start") return check({ before: breaks });
    if (assertion.kind === "end") return check({ after: breaks });
    if (assertion.kind === "word") {
      const word = this.#alphabet.ofText("\\w");
      const other = all & ~word;
      return assertion.negate
        ? {
            does: "try",
            ways: [
              check({ before: word, atStart: false, after: word }),
              check({ before: other, after: other }),
            ],
          }
        : {
            does: "try",
            ways: [
              check({ before: word, atStart: false, after: other }),
              check({ before: other, after: word }),
            ],
          };
    }
    if (assertion.kind === "lookahead" || assertion.kind === "lookbehind")
      return this.#lookaround(assertion, check);
    throw new RangeError(`${assertion.raw} cannot be judged`);
  }

  /** Looking at one character is a border. Looking further is a way of its own, which leads nowhere. */
  #lookaround(look: Lookaround, check: (border: Partial<Border>) => Step): Step {
    const { all, none } = this.#alphabet;
    const alone = look.alternatives.map(({ elements: [first, second] }) =>
      second === undefined ? first : undefined,
    );
    const edge = look.kind === "lookahead" ? "end" : "start";
    const isEdge = (element: AST.Element | undefined) =>
      element?.type === "Assertion" && element.kind === edge;
    if (
      !this.#isMultiline &&
      alone.every((element) => element !== undefined && (isEdge(element) || isCharacter(element)))
    ) {
      const seen = alone.reduce(
        (set, element) => (element === undefined || isEdge(element) ? set : set | this.#alphabet.of(element)),
        none,
      );
      const set = look.negate ? all & ~seen : seen;
      return look.kind === "lookahead"
        ? check({ after: set })
        : check({ before: set, atStart: alone.some(isEdge) !== look.negate });
    }
    if (look.kind === "lookahead") {
      return {
        does: "try",
        ways: [this.alternatives(look.alternatives, { does: "fail" }), check({ isAll: false })],
      };
    }
    visitRegExpAST(look, {
      onQuantifierEnter({ max, raw }) {
        if (max === Number.POSITIVE_INFINITY) throw new RangeError(`${raw} in ${look.raw} cannot be judged`);
      },
    });
    return check({ isAll: false });
  }
}
