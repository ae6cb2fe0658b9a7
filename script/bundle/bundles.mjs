// The files of dist/ that hold code. Each has a fixed name, so that a change of the source changes few of them.

/**
 * The bundles: a module of src/ that is loaded as a whole, and the bundles that are loaded whenever it is. A module that
 * several bundles use goes into the largest bundle that all of them build on, so that no module is there twice.
 */
export const BUNDLES = {
  // what an action needs to read its inputs, and to report how it ended
  main: { module: 'src/actions/main.ts', on: [] },
  'command-line': { module: 'src/cli/main.ts', on: ['main'] },
  lint: { module: 'src/bundles/lint.ts', on: ['main'] },
  core: { module: 'src/bundles/core.ts', on: ['main', 'lint'] },
  octokit: { module: 'src/bundles/octokit.ts', on: ['main', 'lint', 'core'] },
  artifact: { module: 'src/bundles/artifact.ts', on: ['main', 'lint', 'core', 'octokit'] },
  sigstore: { module: 'src/bundles/sigstore.ts', on: ['main', 'lint', 'core', 'octokit'] },
  attest: { module: 'src/bundles/attest.ts', on: ['main', 'lint', 'core', 'octokit', 'sigstore'] },
}

/** The bundle for a module that all of these bundles use: the largest one that each of them builds on. */
export function homeOf(users) {
  const common = Object.keys(BUNDLES).filter((name) =>
    users.every((user) => user === name || BUNDLES[user].on.includes(name)),
  )
  return common.reduce((one, other) => (BUNDLES[one].on.length > BUNDLES[other].on.length ? one : other))
}
