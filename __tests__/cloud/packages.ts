import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, open, rename, rm, writeFile } from 'node:fs/promises'
import { UserError } from '../../src/platform/errors.js'

/** Debian's packages by what they are for. `base` is what every cloud needs. */
export const PACKAGES = {
  base: [
    'mariadb-server',
    'memcached',
    'python3-pymysql',
    'python3-memcache',
    'uwsgi-core',
    'uwsgi-plugin-python3',
  ],
  haproxy: ['haproxy'],
  ssh: ['openssh-server'],
  queue: ['rabbitmq-server'],
  keystone: ['keystone'],
  glance: ['glance-api', 'glance-common'],
  placement: ['placement-api'],
  nova: ['nova-api', 'nova-conductor', 'nova-scheduler', 'nova-compute'],
  neutron: ['neutron-server', 'neutron-common'],
  heat: ['heat-api', 'heat-engine'],
  octavia: ['octavia-api', 'octavia-worker', 'openssl'],
  tempest: ['tempest', 'subunit', 'python3-subunit', 'python3-junitxml'],
  ansible: ['ansible-core'],
  registry: ['docker-registry'],
} as const

export type PackageGroup = keyof typeof PACKAGES
export const PACKAGE_GROUPS = Object.keys(PACKAGES) as PackageGroup[]

const POLICY = '/usr/sbin/policy-rc.d'
const POLICY_ASIDE = `${POLICY}.before-changeover-cloud`
const INSTALL_MS = 20 * 60_000

/**
 * Install packages with apt, without starting any of their services. Does nothing when all are there.
 *
 * @returns the packages that were missing
 * @throws UserError `needs_root`, `install_failed`
 */
export async function installPackages(groups: readonly PackageGroup[], logFile: string): Promise<string[]> {
  const missing = await missingPackages(groups)
  if (missing.length === 0) return []
  if (process.getuid?.() !== 0) {
    throw new UserError('needs_root', `Not installed, and only root can: ${missing.join(' ')}`, {
      remedy: 'Run it as root: sudo ./script/cloud install',
    })
  }
  await withoutServiceStarts(async () => {
    await apt(['update', '-qq'], logFile)
    const quick = ['-o', 'Dpkg::Use-Pty=0', '-o', 'Dpkg::Options::=--force-confold']
    await apt(['install', '-y', '-qq', '--no-install-recommends', ...quick, ...missing], logFile)
  })
  return missing
}

/** Which packages of these groups are not installed. */
export async function missingPackages(groups: readonly PackageGroup[]): Promise<string[]> {
  const wanted = [...new Set(groups.flatMap((group): readonly string[] => PACKAGES[group]))]
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted])
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  )
  return wanted.filter((name) => !installed.has(name))
}

/** Debian asks policy-rc.d whether a package may start its service; 101 is no. What was there is put back. */
async function withoutServiceStarts(work: () => Promise<void>): Promise<void> {
  if (existsSync(POLICY_ASIDE)) await rename(POLICY_ASIDE, POLICY) // a former run died in between
  const present = existsSync(POLICY)
  if (present && (await run(POLICY, ['mariadb', 'start'])).exitCode === 101) return work()
  if (present) await rename(POLICY, POLICY_ASIDE)
  await writeFile(POLICY, '#!/bin/sh\nexit 101\n')
  await chmod(POLICY, 0o755)
  try {
    await work()
  } finally {
    if (present) await rename(POLICY_ASIDE, POLICY)
    else await rm(POLICY, { force: true })
  }
}

async function apt(args: readonly string[], logFile: string): Promise<void> {
  const { exitCode, output } = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args])
  const log = await open(logFile, 'a')
  await log.writeFile(output)
  await log.close()
  if (exitCode === 0) return
  const tail = output.trimEnd().split('\n').slice(-15).join('\n')
  throw new UserError('install_failed', `apt-get ${args[0]} failed (${exitCode}):\n${tail}`, {
    remedy: `The whole log: ${logFile}`,
  })
}

function run(command: string, args: readonly string[]): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      timeout: INSTALL_MS,
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) =>
      reject(
        new UserError('not_debian', `Cannot run ${command}: ${error.message}`, {
          remedy: 'The test cloud is made of the packages of Debian 12 (bookworm).',
        }),
      ),
    )
    child.once('close', (exitCode) => resolve({ exitCode, output }))
  })
}
