/** The first Node 20 with long-term support; older ones cannot load TypeScript for the scripts. */
const NEEDED = [20, 9];

/** What to tell a person whose Node is too old, or undefined. `version` is like '20.11.1'. */
export const nodeTooOld = (version) => {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  return `This needs Node ${NEEDED.join('.')} or newer, and this is Node ${version}. Install a current Node (https://nodejs.org), then run the same command again.`;
};
