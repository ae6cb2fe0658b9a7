import { own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/invalid-bind',
  severity: 'error',
  summary: 'a bind address has no port, or an invalid one',
  help: 'Each address of a bind line needs a port between 1 and 65535 after its last colon, unless it is the path of a socket. Otherwise HAProxy refuses to start.',
  example: { bad: EXAMPLE.replace('bind 203.0.113.10:5000', 'bind 203.0.113.10'), good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (!proxy.isFrontend) continue
      for (const { words } of own(proxy, 'bind')) {
        const address = words[1]
        if (!address?.isKnown || address.text.includes('$')) continue
        const why = address.text
          .split(',')
          .map(whyInvalid)
          .find((reason) => reason !== undefined)
        if (why === undefined) continue
        report(
          { file: proxy.file, range: address.range },
          `The address ${address.text} in ${titleOf(proxy)} ${why}.`,
          'Write the address and the port, for example 10.0.0.9:5000.',
        )
      }
    }
  },
})

function whyInvalid(address: string): string | undefined {
  const isInternet =
    /^(?:(?:ipv[46]|tcp[46]?)@)?(?:\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])?(?::(.*))?$/i.exec(address)
  if (!isInternet || address === '') return undefined
  const port = isInternet[1]
  if (port === undefined || port === '') return 'has no port'
  const ports =
    /^(\d+)(?:-(\d+))?$/
      .exec(port)
      ?.slice(1)
      .filter((number) => number !== undefined) ?? []
  return ports.some((number) => Number(number) < 1 || Number(number) > 65_535)
    ? 'has an invalid port'
    : undefined
}
