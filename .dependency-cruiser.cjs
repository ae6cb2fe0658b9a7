// The folders of src/ and the one direction in which imports run (see CONTRIBUTING.md).
const folder = (...names) => `^src/(${names.join('|')})/`

/** From the outside in: a folder imports what stands after it, never what stands before it. */
const LAYERS = [
  ['actions', 'cli'],
  ['github'],
  ['report'],
  ['plan', 'staged-test', 'deploy', 'drift'],
  ['lint', 'release'],
  ['drivers'],
  ['manifest'],
  ['openstack'],
  ['yaml'],
  ['platform'],
]
/** The same inside of deploy/. */
const DEPLOY = ['operations', 'recovery', 'phases', 'monitor', 'lease', 'ledger']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    ...LAYERS.slice(1).map((names, index) => ({
      name: `${names.join('-and-')}-imports-inward`,
      severity: 'error',
      from: { path: folder(...names) },
      to: { path: folder(...LAYERS.slice(0, index + 1).flat()) },
    })),
    // the folders of one layer stand apart
    ...LAYERS.filter((names) => names.length > 1).flatMap((names) =>
      names.map((name) => ({
        name: `${name}-stands-apart`,
        severity: 'error',
        from: { path: folder(name) },
        to: { path: folder(...names.filter((other) => other !== name)) },
      })),
    ),
    ...DEPLOY.slice(1).map((name, index) => ({
      name: `deploy-${name}-imports-inward`,
      severity: 'error',
      from: { path: `^src/deploy/${name}/` },
      to: { path: `^src/deploy/(${DEPLOY.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'bundles-are-loaded-late',
      comment:
        'A bundle is a file of dist/ (script/bundle/bundles.mjs); a static import would load all of it at once.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: folder('bundles'), dynamic: false },
    },
    {
      name: 'only-bundles-are-loaded-late',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: folder('bundles'), dynamic: true },
    },
    {
      name: 'toolkit-stays-in-github-and-actions',
      comment: 'platform/git runs local git commands through @actions/exec.',
      severity: 'error',
      from: { pathNot: `${folder('github', 'actions', 'bundles')}|^src/platform/git` },
      to: { path: 'node_modules/@actions/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
