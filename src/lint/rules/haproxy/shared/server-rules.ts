import { own, type ProxySection, type Statement } from '../../../readers/haproxy/section.js'

export const GALERA = /galera|mariadb|mysql|percona|pxc/i

/** Several servers are meant to be written to, or only read. */
export const NOT_ONE_WRITER = /proxysql|maxscale|read|slave|replica|_ro\b|-ro\b/i

/** Servers that nobody took out of service, each once for every line. */
export function activeServers(proxy: ProxySection): Statement[] {
  return [...own(proxy, 'server'), ...own(proxy, 'server-template')].filter(
    ({ words }) => !words.some(({ text }) => text === 'disabled'),
  )
}

export function has({ words }: Statement, ...settings: string[]): boolean {
  return words.some(({ text, isKnown }) => !isKnown || settings.includes(text))
}

/** Whether a backend is a Galera cluster that is written to. */
export function isGalera({ name, isBackend }: ProxySection): boolean {
  return isBackend && name !== undefined && GALERA.test(name.text) && !NOT_ONE_WRITER.test(name.text)
}
