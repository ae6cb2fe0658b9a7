import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  BlobSASPermissions,
  BlobServiceClient,
  type ContainerClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'
import { freePort } from './ports.js'

/** The account that every Azurite has; its key is public. */
const ACCOUNT = 'devstoreaccount1'
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
const START_MS = 30_000

/** A local Azure Blob Storage, in memory, as GitHub keeps artifacts in one. */
export class Azurite {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly container: ContainerClient,
  ) {}

  static async start(): Promise<Azurite> {
    const folder = await mkdtemp(join(tmpdir(), 'changeover-azurite-'))
    const port = await freePort()
    const child = spawn(
      resolve('node_modules/node/bin/node'),
      [
        resolve('node_modules/azurite/dist/src/blob/main.js'),
        ...['--inMemoryPersistence', '--skipApiVersionCheck', '--silent', '--disableTelemetry'],
        ...['--blobHost', '127.0.0.1', '--blobPort', String(port)],
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    try {
      await listening(child, port)
      const credential = new StorageSharedKeyCredential(ACCOUNT, KEY)
      const service = new BlobServiceClient(`http://127.0.0.1:${port}/${ACCOUNT}`, credential)
      const container = service.getContainerClient('artifacts')
      await container.create()
      return new Azurite(child, folder, container)
    } catch (error) {
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }

  /** A URL that may write or read a blob for ten minutes, with no other key. */
  async signedUrl(
    blob: string,
    permissions: 'cw' | 'r',
    headers: { contentType?: string; contentDisposition?: string } = {},
  ): Promise<string> {
    return this.container.getBlobClient(blob).generateSasUrl({
      permissions: BlobSASPermissions.parse(permissions),
      expiresOn: new Date(Date.now() + 600_000),
      ...headers,
    })
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL')
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + START_MS
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`azurite ended with ${child.exitCode}`)
    if (performance.now() > deadline) throw new Error(`azurite does not listen after ${START_MS} ms`)
    await delay(50)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
