/** What a terminal says of itself in the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

/** By `TERM_PROGRAM`; https://github.com/Alhadis/OSC8-Adoption lists who knows links. */
const programs = new Set(["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "mintty"]);
/** By the beginning of `TERM`. */
const terminals = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour|rio)/u;
/** The first version of the library behind the terminals of GNOME whose links do not crash it. */
const firstVte = 5001;

/**
 * Whether a terminal knows links (OSC 8). One that does not may show them as text, so it has to be known; FORCE_HYPERLINK
 * decides for itself: https://github.com/sindresorhus/supports-hyperlinks
 */
export function knowsLinks(environment: Environment): boolean {
  const { FORCE_HYPERLINK: force, TERM_PROGRAM: program, TERM: terminal } = environment;
  if (force !== undefined && force !== "") return force !== "0";
  if (environment["WT_SESSION"] !== undefined || environment["KONSOLE_VERSION"] !== undefined) return true;
  if (environment["DOMTERM"] !== undefined) return true;
  if (Number(environment["VTE_VERSION"] ?? 0) >= firstVte) return true;
  return programs.has(program ?? "") || terminals.test(terminal ?? "");
}
