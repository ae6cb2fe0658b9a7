import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { validateFolder } from '../../../src/lint/engine/validate.js'
import { examples } from './region-one.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validate-'))
  await cp(join(examples, 'region-one'), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const check = () => validateFolder({ root: folder, ignore: [], rules: {} })

test('nothing is found in region-one, and each mistake of the broken change is', async () => {
  const good = await check()
  expect(good.findings).toEqual([])
  expect(good.kinds).toMatchObject({ heat: 1, heat_environment: 1, manifest: 1, openstack_ansible: 4 })

  await cp(join(examples, 'broken-change'), folder, { recursive: true })
  const { findings } = await check()
  const osa = 'openstack_deploy/openstack_user_config.yml'
  expect(findings.map(({ rule, file }) => `${file} ${rule}`).sort()).toEqual([
    'changeover.yml manifest/unknown-key',
    'heat/app.yaml heat/undefined-reference',
    'heat/app.yaml heat/unknown-section',
    `${osa} openstack_ansible/address-conflict`,
    `${osa} openstack_ansible/unknown-group`,
    `${osa} openstack_ansible/vip-not-reserved`,
    `${osa} yaml/duplicate-key`,
  ])
  expect(findings.every(({ severity }) => severity === 'error')).toBe(true)
})
