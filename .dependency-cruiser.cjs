// The rooms of the house and the one direction in which imports run (see CONTRIBUTING.md).
const room = (...names) => `^src/(${names.join('|')})/`
const lifecycle = ['definitions', 'impact', 'release', 'staging', 'changeover', 'drift']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.(d|generated)\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-imports-the-entries',
      severity: 'error',
      from: { pathNot: room('actions', 'cli') },
      to: { path: room('actions', 'cli') },
    },
    {
      name: 'actions-and-cli-stay-apart',
      severity: 'error',
      from: { path: room('actions') },
      to: { path: room('cli') },
    },
    {
      name: 'cli-never-talks-to-the-runner',
      severity: 'error',
      from: { path: room('cli') },
      to: { path: room('github', 'actions') },
    },
    {
      name: 'only-entries-import-github',
      severity: 'error',
      from: { pathNot: room('actions', 'github') },
      to: { path: room('github') },
    },
    {
      name: 'only-outer-rooms-import-report',
      severity: 'error',
      from: { pathNot: room('actions', 'cli', 'github', 'write-back', 'report') },
      to: { path: room('report') },
    },
    {
      name: 'only-entries-write-back',
      comment: 'A pull request that reverts is made after an operation, by an action or the command line.',
      severity: 'error',
      from: { pathNot: room('actions', 'cli', 'write-back') },
      to: { path: room('write-back') },
    },
    ...lifecycle.map((name) => ({
      name: `${name}-stands-alone`,
      comment: 'Lifecycle rooms do not import each other; what comes after release/ may use release/.',
      severity: 'error',
      from: { path: room(name) },
      to: {
        path: room(
          ...lifecycle.filter(
            (other) =>
              other !== name &&
              !(other === 'release' && ['impact', 'staging', 'changeover', 'drift'].includes(name)) &&
              // what a change means is what the definitions say before and after it
              !(other === 'definitions' && name === 'impact'),
          ),
        ),
      },
    })),
    {
      name: 'inner-rooms-do-not-look-up',
      severity: 'error',
      from: { path: room('manifest', 'drivers', 'openstack', 'yaml', 'platform') },
      to: { path: room(...lifecycle) },
    },
    {
      name: 'manifest-does-not-know-drivers',
      severity: 'error',
      from: { path: room('manifest', 'openstack', 'yaml', 'platform') },
      to: { path: room('drivers') },
    },
    {
      name: 'openstack-does-not-know-manifest',
      severity: 'error',
      from: { path: room('openstack', 'yaml', 'platform') },
      to: { path: room('manifest') },
    },
    {
      name: 'yaml-and-platform-are-the-ground',
      severity: 'error',
      from: { path: room('yaml', 'platform') },
      to: { path: room('openstack') },
    },
    {
      name: 'platform-imports-nothing',
      severity: 'error',
      from: { path: room('platform') },
      to: { path: room('yaml') },
    },
    {
      name: 'toolkit-stays-in-github-and-actions',
      severity: 'error',
      from: { pathNot: room('github', 'actions') },
      to: { path: 'node_modules/@actions/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
