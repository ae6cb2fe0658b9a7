import { own, type ProxySection, type Statement } from './section.js'

const GALERA = /galera|mariadb|mysql|percona|pxc/i

/** Names of backends whose servers may all be written to, or are only read. */
const NOT_ONE_WRITER = /proxysql|maxscale|read|slave|replica|_ro\b|-ro\b/i

/** The lines of servers that are not disabled. */
export function activeServers(proxy: ProxySection): Statement[] {
  return [...own(proxy, 'server'), ...own(proxy, 'server-template')].filter(
    ({ words }) => !words.some(({ text }) => text === 'disabled'),
  )
}

/** Whether a line has one of these settings, or may have it because a part of it is unknown. */
export function has({ words }: Statement, ...settings: string[]): boolean {
  return words.some(({ text, isKnown }) => !isKnown || settings.includes(text))
}

/** Whether a backend is a Galera cluster that is written to. */
export function isGalera({ name, isBackend }: ProxySection): boolean {
  return isBackend && name !== undefined && GALERA.test(name.text) && !NOT_ONE_WRITER.test(name.text)
}
