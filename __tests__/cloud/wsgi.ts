import { answers } from './ready.js'
import type { Site } from './site.js'
import type { PortName } from './state.js'

export interface WsgiOptions {
  port: PortName
  /** The script that makes the application. */
  file: string
  /** What the script sees as its command line. */
  scriptArgs?: string
  env?: Record<string, string>
  processes?: number
  threads?: number
  /** A path that answers when the API is ready. */
  path: string
  headers?: Record<string, string>
}

/** Run an API under uWSGI, small: Debian's own files ask for eight processes with 32 threads each. */
export async function serveWsgi(site: Site, name: string, options: WsgiOptions): Promise<void> {
  const headers = { Connection: 'close', ...options.headers }
  await site.serve(name, {
    command: 'uwsgi',
    args: [
      ...['--plugin', 'python3', '--master', '--die-on-term', '--lazy-apps', '--need-app', '--no-orphans'],
      ...[
        '--enable-threads',
        '--thunder-lock',
        '--so-keepalive',
        '--buffer-size',
        '65535',
        '--listen',
        '100',
      ],
      ...['--processes', `${options.processes ?? 1}`, '--threads', `${options.threads ?? 8}`],
      ...['--http-socket', `127.0.0.1:${site.ports.get(options.port)}`],
      ...Object.entries(headers).flatMap(([header, value]) => ['--add-header', `${header}: ${value}`]),
      ...['--wsgi-file', options.file],
      ...(options.scriptArgs === undefined ? [] : ['--pyargv', options.scriptArgs]),
    ],
    ...(options.env ? { env: options.env } : {}),
    port: options.port,
    ready: () => answers(`${site.url(options.port)}${options.path}`),
  })
}
