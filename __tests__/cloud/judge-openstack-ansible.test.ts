import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { validateFolder } from '../../src/lint/engine/validate.js'
import { DECIDABLE } from '../unit/lint/openstack_ansible/decidable.js'
import { CONFIGS } from '../unit/lint/openstack_ansible/judged-configs.js'
import { Generator, type Verdict } from './judge-openstack-ansible.js'

/** A checkout of openstack-ansible's master; no package has its inventory generator. */
const CHECKOUT = process.env.CHANGEOVER_OSA ?? ''
const CORPUS = resolve(process.env.CHANGEOVER_CORPUS ?? '../shared/corpus')
const VERDICTS = new URL('../unit/lint/openstack_ansible/verdicts.json', import.meta.url)

const present = existsSync(join(CHECKOUT, 'osa_toolkit/generate.py')) && CHECKOUT !== ''
const suite = present ? describe : describe.skip

suite(
  present
    ? "openstack-ansible's inventory generator"
    : "openstack-ansible's inventory generator (skipped: set CHANGEOVER_OSA to a checkout of it)",
  () => {
    const generator = new Generator(CHECKOUT)
    const rows: { what: string; ours: boolean; theirs: boolean }[] = []

    afterAll(() => {
      const count = (ours: boolean, theirs: boolean) =>
        rows.filter((row) => row.ours === ours && row.theirs === theirs).length
      console.log(
        [
          `openstack-ansible's generator on ${rows.length} configurations of operators:`,
          `  both accept ${count(true, true)}, both refuse ${count(false, false)}`,
          `  only it refuses ${count(true, false)}, only we refuse ${count(false, true)}`,
        ].join('\n'),
      )
    })

    test('still says of our configurations what is on record', async () => {
      const recorded = JSON.parse(await readFile(VERDICTS, 'utf8')) as Record<string, Verdict>
      const said: Record<string, Verdict> = {}
      for (const [name, files] of Object.entries(CONFIGS)) {
        said[name] = await generator.judge(files)
      }
      expect(said).toEqual(recorded)
    }, 120_000)

    const operators = existsSync(CORPUS) ? test : test.skip
    operators(
      'agrees with us about the configurations of operators (skipped without CHANGEOVER_CORPUS)',
      async () => {
        const different: string[] = []
        for (const folder of await configurationsIn(CORPUS)) {
          const theirs = await generator.judgeFolder(folder)
          const { findings } = await validateFolder({ root: folder, ignore: [], rules: {} })
          const errors = findings.filter(({ severity }) => severity === 'error')
          const ours = theirs.ok ? !errors.some(({ rule }) => DECIDABLE.has(rule)) : errors.length === 0
          rows.push({ what: folder, ours, theirs: theirs.ok })
          if (ours !== theirs.ok) different.push(`${folder}: ${theirs.raises ?? 'accepted'}`)
        }
        expect(different).toEqual([])
      },
      120_000,
    )
  },
)

async function configurationsIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter(({ name }) => name === 'openstack_user_config.yml')
    .map(({ parentPath, name }) => dirname(join(parentPath, name)))
}
