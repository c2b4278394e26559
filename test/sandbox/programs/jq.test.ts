import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "package.json":
    '{\n  "name": "@lumen/web",\n  "version": "1.2.3",\n  "private": false,\n  "workspaces": ["packages/*"],\n  "scripts": {"build": "tsc", "test": "vitest"},\n  "dependencies": {\n    "@lumen/core": "^1.2.3",\n    "left-pad": "1.3.0"\n  }\n}\n',
  "tauri.conf.json": '{"package":{"productName":"Lumen","version":"1.2.3"},"tauri":{"list":[1,2,3]}}',
  "list.json": '[{"name":"b","version":"1.10.0"},{"name":"a","version":"1.9.0"},{"name":"c","version":null}]',
  "lines.json": '{"a":1}\n{"a":2}\n{"a":3}\n',
  "set.jq": '# a remark\n.version = $v\n| .tags = [$v, "latest"]\n',
  "broken.json": '{"a": 1,}\n',
  "note.txt": 'first "quoted"\nsecond\n',
  "umlaut.json": '{"text":"Grüße 🚀\\u0000\\u007f","n":[0.5,-1,1e3,100000000]}',
  "empty.json": "",
  "scripts/tools/set.sh": "",
};

const cases = casesOf(
  String.raw`
jq . package.json
jq -r .version scripts/../package.json
jq -r .version ./scripts/tools/../../package.json
jq -r .version none/../package.json
jq -c . package.json
jq --compact-output . tauri.conf.json
jq --indent 4 . package.json
jq --tab . package.json
jq -S . package.json
jq --sort-keys -c . package.json
jq -r .version package.json
jq --raw-output .version package.json
jq -j .version package.json
jq -rj '.name, "@", .version' package.json
jq -er .version package.json
jq -e .none package.json
jq -e .private package.json
jq --arg v 2.0.0 '.version = $v' package.json
jq --arg v 2.0.0 '.package.version = $v' tauri.conf.json
jq --arg version 2.0.0 '.version |= $version' package.json
jq '.version = "2.0.0"' package.json
jq '.version="2.0.0"|.private=true' package.json
jq '.["version"] = "2.0.0"' package.json
jq '."version" = "2.0.0"' package.json
jq --argjson n '{"x":[1,2]}' '.extra = $n' package.json
jq --argjson n 5 '. + {n: $n}' package.json
jq -f set.jq --arg v 2.0.0 package.json
jq --from-file set.jq --arg v 2.0.0 package.json
jq --slurpfile l list.json '.list = $l[0]' package.json
jq --rawfile t note.txt '.note = $t' package.json
jq -n '{a: 1}'
jq -n --arg v 2.0.0 '{version: $v, tag: ("v" + $v)}'
jq -n '[1,2,3] | add'
jq -n '"a,b,c" | split(",")'
jq -n '[limit(3; range(10))]'
jq -n --args '$ARGS.positional' a b
jq -n '$ARGS.named' --arg a b
jq -n '$ENV.NEXT'
jq -n 'env.NEXT'
jq -s . lines.json
jq -s 'map(.a) | add' lines.json
jq -c . lines.json
jq -R . note.txt
jq -Rs . note.txt
jq -Rr 'ascii_upcase' note.txt
jq -nR '[inputs]' note.txt
jq -n '[inputs.a]' lines.json
jq -n 'input, input' lines.json
jq '.workspaces[]' package.json
jq -r '.workspaces[0]' package.json
jq '.workspaces[-1:]' package.json
jq -r '.dependencies | keys[]' package.json
jq -r '.dependencies | to_entries[] | "\(.key)=\(.value)"' package.json
jq '.dependencies | with_entries(.value |= "^" + .)' package.json
jq --arg v 2.0.0 '.dependencies |= with_entries(if .key | startswith("@lumen/") then .value = "^" + $v else . end)' package.json
jq '.dependencies["@lumen/core"] = "^2.0.0"' package.json
jq '.dependencies."@lumen/core" |= sub("1.2.3"; "2.0.0")' package.json
jq 'del(.private)' package.json
jq 'del(.dependencies, .scripts)' package.json
jq 'del(.dependencies["left-pad"])' package.json
jq 'keys' package.json
jq 'keys_unsorted' package.json
jq 'has("version")' package.json
jq 'length' package.json
jq 'type' package.json
jq '.version | split(".") | map(tonumber)' package.json
jq -r '.version | split(".") | .[2] = ((.[2] | tonumber) + 1 | tostring) | join(".")' package.json
jq -r '.version | capture("(?<major>[0-9]+)\\.(?<minor>[0-9]+)") | .major, .minor' package.json
jq -r '.version | test("^[0-9]+\\.[0-9]+\\.[0-9]+$")' package.json
jq -r '.version | gsub("\\."; "-")' package.json
jq -r '.version | ltrimstr("1.") | rtrimstr(".3")' package.json
jq '[.. | strings]' package.json
jq -c 'paths' tauri.conf.json
jq -c '[leaf_paths]' tauri.conf.json
jq -c 'getpath(["package","version"])' tauri.conf.json
jq -c 'setpath(["package","version"]; "2.0.0")' tauri.conf.json
jq 'walk(if type == "string" then ascii_downcase else . end)' tauri.conf.json
jq '(.. | .version? | select(. != null)) = "2.0.0"' tauri.conf.json
jq '.tauri.list += [4]' tauri.conf.json
jq '.tauri.list[1] *= 10' tauri.conf.json
jq '.tauri.list -= [2]' tauri.conf.json
jq '.tauri.list | map(select(. > 1))' tauri.conf.json
jq '.tauri.list | first, last, min, max' tauri.conf.json
jq '.none // "default"' package.json
jq '.none //= "default"' tauri.conf.json
jq '.a?.b?' package.json
jq -r '.[].name' list.json
jq 'sort_by(.name)' list.json
jq -c 'group_by(.version == null) | map(length)' list.json
jq -c 'map(.name) | sort | reverse | unique' list.json
jq -r '.[] | select(.name == "a") | .version' list.json
jq -r '.[] | select(.version != null) | [.name, .version] | @csv' list.json
jq -r '.[] | [.name, .version] | @tsv' list.json
jq -r '.[0] | @json, @text, @html' list.json
jq -r '.version | @base64, @uri, @sh' package.json
jq -r '@base64d' list.json
jq 'map(.version //= "0.0.0")' list.json
jq 'map(if .name == "a" then .version = "2.0.0" else . end)' list.json
jq 'INDEX(.name)' list.json
jq 'any(.[]; .version == null), all(.[]; .name != "")' list.json
jq 'reduce .[] as $p ({}; .[$p.name] = $p.version)' list.json
jq '[foreach .[] as $p (0; . + 1; {n: ., name: $p.name})]' list.json
jq 'def up(v): .version = v; map(up("3.0.0"))' list.json
jq '. as [$a, {name: $n}] | [$a.name, $n]' list.json
jq 'try error("x") catch .' tauri.conf.json
jq '.[] | .version | if . == null then empty else . end' list.json
jq 'to_entries | map(.key)' list.json
jq 'map(.name | explode | implode)' list.json
jq 'map(has("name")) | index(true)' list.json
jq -r '"v\(.version)"' package.json
jq -r '"\(.name)\t\(.version)"' package.json
jq -a . umlaut.json
jq . umlaut.json
jq -r .text umlaut.json
jq -c '.n | map(floor)' umlaut.json
jq '.version' none.json
jq '.version' package.json none.json
jq . broken.json
jq . empty.json
jq -e . empty.json
jq '.version =' package.json
jq '.version.a.b' package.json
jq 'error("bad")' package.json
jq -n 'halt_error'
jq -n '"x" | halt_error(3)'
jq --exit-status '.version == "1.2.3"' package.json
jq --exit-status '.version == "9"' package.json
jq '.version' package.json tauri.conf.json
jq input_filename package.json
jq -n '1, 1.5, -0.25, 1e10, 3/2, 10 % 3'
jq -n '1600000000 | todate, strftime("%Y-%m-%d")'
jq -n '"2024-06-01T00:00:00Z" | fromdate'
jq -n '[3,1,2] | sort, (. | length), contains([1]), inside([1,2,3,4])'
jq -n '"abc" | .[1:], .[:1], ascii_upcase, length'
jq -n '{"a":{"b":1}} * {"a":{"c":2}}'
jq -n '[[1,2],[3]] | flatten, transpose'
jq -n '"1.2.3" | [scan("[0-9]+")] | map(tonumber)'
jq -n '"a b" | @uri'
jq -n 'null | tostring, ([] | tojson)'
jq -n '[1,[2]] | tojson | fromjson'
jq -n 'first(range(5;10)), [range(0;10;3)], ([1,2] | until(length > 4; . + [0]))'
jq .
jq
`,
  '{"version":"1.2.3"}\n',
);

test("jq gives what the real one gives, or refuses", () => {
  const { equal, refused, different } = agreement(cases, files, { NEXT: "2.0.0" });
  expect(different).toEqual([]);
  // Versions of jq differ about the others.
  expect(refused).toHaveLength(9);
  expect(equal).toBeGreaterThanOrEqual(100);
});

test("what depends on the machine is refused", () => {
  const forms = casesOf(`
jq -L lib 'import "a" as a; a::b' package.json
jq 'include "a"; .' package.json
jq -n 'now | localtime'
jq -c '[leaf_paths]' package.json
jq . broken.json
jq . umlaut.json
`);
  for (const said of refusals(forms, files)) expect(said).toContain("is not rehearsed");
});
