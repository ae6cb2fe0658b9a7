import { own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/invalid-bind',
  severity: 'error',
  summary: 'an address to listen on has no port, or none that exists',
  help: 'A bind line needs a port between 1 and 65535 behind the last colon of each address, or the path of a socket. HAProxy refuses to start otherwise.',
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
          'Write the address and the port, such as 10.0.0.9:5000.',
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
    ? 'has a port that does not exist'
    : undefined
}
