import { expect, test } from "vitest";
import { admittedActor } from "../../../src/sandbox/workflow/admitted-actor.ts";

const given = (run: string) => `env:\n  WHO: \${{ github.actor }}\nrun: |\n  ${run}\n`;

test.each([
  ["if: github.actor == 'fern-moss'", "fern-moss"],
  ["if: github.triggering_actor == 'fern' || github.actor == 'moss'", "fern"],
  [`if: contains(fromJSON('["fern", "moss"]'), github.actor)`, "fern"],
  ["if: contains('fern moss', github.actor)", "fern"],
  [given('case "$WHO" in\n    fern|moss) ;;\n    *) exit 1 ;;\n  esac'), "fern"],
  [given('if [ "$WHO" != "fern" ]; then\n    exit 1\n  fi'), "fern"],
  ['run: test "$GITHUB_ACTOR" = fern', "fern"],
])("%s admits %s", (text, name) => {
  expect(admittedActor(text)).toBe(name);
});

test.each([
  "if: github.actor != 'dependabot[bot]'",
  "if: github.actor == 'dependabot[bot]'",
  'env:\n  OTHER: x\nrun: |\n  case "$OTHER" in\n    fern) ;;\n  esac',
  given('[ "$WHO" != "fern" ] && echo "not fern"'),
])("%s admits anybody", (text) => {
  expect(admittedActor(text)).toBe("release");
});
