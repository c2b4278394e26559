import type { Program } from "../host/desk/program.ts";
import { awk } from "./awk/awk.ts";
import { cmp, diff } from "./files/compare-programs.ts";
import { chmod, cp, ln, mkdir, mktemp, mv, rm, rmdir, touch } from "./files/file-programs.ts";
import { install } from "./files/install.ts";
import { ls } from "./files/ls.ts";
import { basename, dirname, readlink, realpath } from "./files/path-programs.ts";
import { stat } from "./files/stat.ts";
import { find } from "./find/find.ts";
import { xargs } from "./find/xargs.ts";
import { egrep, fgrep, grep } from "./grep/grep.ts";
import { jq } from "./jq/jq.ts";
import { maven } from "./maven/maven.ts";
import { npmVersion } from "./npm/version.ts";
import { perl } from "./perl/perl.ts";
import { sed } from "./sed/sed.ts";
import { date } from "./system/date.ts";
import { env, no, pwd, tput, uname, yes } from "./system/environment.ts";
import { expr } from "./system/expr.ts";
import { bracket, test } from "./system/test.ts";
import { md5sum, sha1sum, sha256sum, sha512sum, shasum } from "./text/checksums.ts";
import { cut, paste, uniq, wc } from "./text/columns.ts";
import { comm } from "./text/compare-lines.ts";
import { join } from "./text/join.ts";
import { column, fold } from "./text/layout.ts";
import { od } from "./text/od.ts";
import { echo, printf, seq } from "./text/say.ts";
import { cat, head, nl, rev, tac, tail, tee } from "./text/show.ts";
import { sort } from "./text/sort.ts";
import { envsubst } from "./text/substitute-variables.ts";
import { tr } from "./text/tr.ts";
import { yq } from "./yq/yq.ts";

/** The programs of the sandbox, by the names under which scripts start them. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  [":", yes],
  ["[", bracket],
  ["awk", awk],
  ["basename", basename],
  ["cat", cat],
  ["chmod", chmod],
  ["cmp", cmp],
  ["column", column],
  ["comm", comm],
  ["cp", cp],
  ["cut", cut],
  ["date", date],
  ["diff", diff],
  ["dirname", dirname],
  ["echo", echo],
  ["egrep", egrep],
  ["env", env],
  ["envsubst", envsubst],
  ["expr", expr],
  ["false", no],
  ["fgrep", fgrep],
  ["find", find],
  ["fold", fold],
  ["grep", grep],
  ["head", head],
  ["install", install],
  ["join", join],
  ["jq", jq],
  ["ln", ln],
  ["ls", ls],
  ["mawk", awk],
  ["md5sum", md5sum],
  ["mkdir", mkdir],
  ["mktemp", mktemp],
  ["mv", mv],
  ["mvn", maven],
  ["mvnw", maven],
  ["nl", nl],
  ["npm", npmVersion],
  ["od", od],
  ["paste", paste],
  ["perl", perl],
  ["pnpm", npmVersion],
  ["printf", printf],
  ["pwd", pwd],
  ["readlink", readlink],
  ["realpath", realpath],
  ["rev", rev],
  ["rm", rm],
  ["rmdir", rmdir],
  ["sed", sed],
  ["seq", seq],
  ["sha1sum", sha1sum],
  ["sha256sum", sha256sum],
  ["sha512sum", sha512sum],
  ["shasum", shasum],
  ["sort", sort],
  ["stat", stat],
  ["tac", tac],
  ["tail", tail],
  ["tee", tee],
  ["test", test],
  ["touch", touch],
  ["tput", tput],
  ["tr", tr],
  ["true", yes],
  ["uname", uname],
  ["uniq", uniq],
  ["wc", wc],
  ["xargs", xargs],
  ["yq", yq],
]);
