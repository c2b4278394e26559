import { folder, pattern, setting, tuple } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** `name = "1.2.3"` and its kin at the start of a line of Python. */
const pythonVersion =
  /^(?:__version__|VERSION|version)[ \t]{0,10}(?::[ \t]{0,4}(?:str|Final\[str\]|Final)[ \t]{0,10})?=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm;

/** Packages of Python and conda; pyproject.toml is an ecosystem of its own. */
export const pythonManifests: readonly ManifestKind[] = [
  // https://packaging.python.org/en/latest/guides/single-sourcing-package-version/
  {
    files: [
      "__init__.py",
      "_version.py",
      "__version__.py",
      "version.py",
      "__about__.py",
      "about.py",
      "_about.py",
      "const.py",
      "constants.py",
    ],
    subject: "python",
    own: [pattern(pythonVersion), tuple],
    name: [folder],
  },
  {
    files: ["setup.py"],
    subject: "python",
    own: [
      pattern(
        /^(?:[ \t]{1,40}version|__version__|VERSION|version)[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm,
      ),
    ],
    name: [pattern(/^[ \t]{0,40}name[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm), folder],
  },
  // https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
  {
    files: ["setup.cfg"],
    subject: "python",
    own: [setting("version"), setting("current_version")],
    name: [setting("name"), folder],
  },
  // https://docs.conda.io/projects/conda-build/en/stable/resources/define-metadata.html
  {
    files: ["meta.yaml", "recipe.yaml"],
    subject: "conda",
    own: [
      pattern(/\{%-?[ \t]{0,4}set[ \t]{1,4}version[ \t]{0,4}=[ \t]{0,4}["']([^"'\n]{1,60})["']/dg),
      pattern(
        /^(?:package|context):[ \t]*\n(?:[ \t]{1,10}[^\n]{0,100}\n){0,4}?[ \t]{1,10}version:[ \t]{1,10}["']?([^"'\s]{1,60})/dgm,
      ),
    ],
    name: [
      pattern(/\{%-?[ \t]{0,4}set[ \t]{1,4}name[ \t]{0,4}=[ \t]{0,4}["']([^"'\n]{1,100})["']/dg),
      setting("name"),
      folder,
    ],
  },
];
