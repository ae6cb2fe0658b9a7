import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ini } from './ini.js'
import { listens } from './ready.js'
import type { Service } from './service.js'
import type { Site } from './site.js'

const INNODB = ['--innodb-log-file-size=16M']
/** A test's data may be lost with the machine: nothing waits for the disk. */
const NOT_DURABLE = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-flush-method=nosync',
  '--skip-log-bin',
]

/** MariaDB. Its administrator is the user who runs the cloud, through the socket; services log in by password. */
export const database: Service = {
  name: 'database',
  needs: [],
  packages: ['base'],
  processes: () => ['database'],
  async start(site) {
    const data = join(site.state.data, 'mysql')
    await site.once('mysql', () => installDatabase(site, data))
    const socket = socketOf(site)
    await site.serve('database', {
      command: 'mariadbd',
      args: [
        '--no-defaults',
        `--user=${site.user}`,
        `--datadir=${data}`,
        `--tmpdir=${site.state.tmp}`,
        `--socket=${socket}`,
        `--pid-file=${join(site.state.run, 'mysqld.pid')}`,
        '--bind-address=127.0.0.1',
        `--port=${site.ports.get('database')}`,
        '--skip-name-resolve',
        '--performance-schema=OFF',
        '--max-connections=500',
        '--innodb-buffer-pool-size=192M',
        '--character-set-server=utf8mb3',
        '--collation-server=utf8mb3_general_ci',
        ...INNODB,
        ...NOT_DURABLE,
      ],
      port: 'database',
      ready: () => listens({ path: socket }),
      limitMs: 30_000,
    })
    await site.once('mysql-account', async () => {
      await sql(
        site,
        `CREATE USER IF NOT EXISTS cloud@'%' IDENTIFIED BY '${site.password}';
        GRANT ALL ON *.* TO cloud@'%';`,
      )
    })
  },
}

async function installDatabase(site: Site, data: string): Promise<void> {
  site.state.forget()
  await rm(data, { recursive: true, force: true })
  await site.run('database-install', 'mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${site.user}`,
    '--auth-root-authentication-method=socket',
    `--auth-root-socket-user=${site.user}`,
    '--skip-test-db',
    '--skip-name-resolve',
    ...INNODB,
  ])
}

/** Run SQL as administrator. @returns its rows, columns separated by tabs */
export async function sql(site: Site, statements: string): Promise<string> {
  const args = ['--no-defaults', '--protocol=socket', '-S', socketOf(site), '-u', site.user, '--batch', '-N']
  const { output } = await site.run('sql', 'mariadb', args, { input: statements, timeoutMs: 60_000 })
  return output.trimEnd()
}

/** The moment at which a process was started, in SQL. What was written before is of one that was there before. */
export function startMoment(site: Site, process: string): string {
  const startedAt = Date.parse(site.processes.read(process)?.started_at ?? '') || Date.now()
  return `FROM_UNIXTIME(${Math.floor(startedAt / 1000)})`
}

/** Databases, empty: also where a preparation that was killed half-way left some tables. */
export async function createDatabases(site: Site, ...names: string[]): Promise<void> {
  await sql(site, names.map((name) => `DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name};`).join('\n'))
}

export function databaseUrl(site: Site, name: string): string {
  return `mysql+pymysql://cloud:${site.password}@127.0.0.1:${site.ports.get('database')}/${name}`
}

/** The options of oslo.db. */
export function databaseSection(site: Site, name: string, section = 'database'): Ini {
  return { [section]: { connection: databaseUrl(site, name), max_pool_size: 5, max_overflow: 20 } }
}

function socketOf(site: Site): string {
  return join(site.state.run, 'mysql.sock')
}
