import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const folders = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await folders())
})
afterEach(() => scene.colors.stop())

const note = (phase: string) => `echo "${phase} \${OTHER_PORT:-none}" >> "$DIARY"`

/** Colors with a port each, and an environment that has one, too; each command writes down the port of the other color. */
function settings() {
  return scene.settings({
    env: { DIARY: `${scene.folder}/diary`, LIVE: scene.colors.url, OTHER_HOST: 'mine', SHARED: 'all' },
    colors: { blue: { env: { PORT: '1${SHARED}' } }, green: { env: { PORT: '2${SHARED}' } } },
    gates: [{ name: 'port', run: note('preflight') }],
    expand: { run: note('expand') },
    deploy: { run: note('deploy') },
    verify: [
      { name: 'before', run: note('verify'), during: 'verify' },
      {
        name: 'after',
        run: `test "\${OTHER_PORT:-none}" = 1all`,
        during: 'bake',
        failures: 0,
        every: '50ms',
      },
      { name: 'its own', run: 'test "$OTHER_HOST" = mine && test -z "${OTHER_SHARED:-}"', failures: 0 },
    ],
  })
}

test('only gates and probes see the variables of the color that has the traffic', async () => {
  const first = settings()
  const verify = (first.verify as { name: string }[]).filter(({ name }) => name !== 'after')
  await scene.deploy(await scene.release('1', { ...first, verify }))
  expect(await scene.diary()).toEqual(['preflight none', 'expand none', 'deploy none', 'verify none'])

  expect(await scene.deploy(await scene.release('2', settings()))).toMatchObject({ outcome: 'promoted' })
  expect((await scene.diary()).slice(4)).toEqual([
    'preflight 1all',
    'expand none',
    'deploy none',
    'verify 1all',
  ])
})

test('a rollback probes with the variables of the color that traffic leaves', async () => {
  await scene.deploy(
    await scene.release('1', { ...settings(), verify: [{ name: 'before', run: note('verify') }] }),
  )
  await scene.deploy(await scene.release('2', settings()))
  const asked = (await scene.diary()).length
  expect(await scene.rollback()).toMatchObject({ outcome: 'restored' })
  expect((await scene.diary())[asked]).toBe('verify 2all')
})
