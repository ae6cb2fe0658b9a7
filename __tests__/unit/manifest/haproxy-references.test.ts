import { describe, expect, test } from '@jest/globals'
import { parseManifest } from '../../../src/manifest/load.js'
import { UserError } from '../../../src/platform/errors.js'

/** What is said of a manifest with this router. */
function complaints(haproxy: string): string {
  const text = `version: 1
name: region-one
environments:
  production:
    strategy: blue_green
    deploy: { run: ./deploy.sh }
    verify: [{ http: { url: "http://127.0.0.1:5000/v3" } }]
    router: { haproxy: ${haproxy} }
`
  try {
    parseManifest(Buffer.from(text))
    return ''
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.message
  }
}

describe("HAProxy's router in the manifest", () => {
  test.each([
    '{ nodes: [{ socket: /run/h.sock, map_file: /etc/h.map, passive: true }], map: { keystone: "keystone_{color}" } }',
    '{ nodes: [{ socket: "ssh://lb1/run/h.sock", state_file: /var/h.state }], servers: { keystone: "*-{color}" }, standby: drain }',
  ])('takes %s', (haproxy) => expect(complaints(haproxy)).toBe(''))

  test.each([
    ['{ nodes: [{ socket: /h }] }', 'the router has neither a map nor servers'],
    [
      '{ nodes: [{ socket: /h, map_file: /m }], map: { a: "{color}" }, servers: { a: "{color}" } }',
      'the router has both a map and servers',
    ],
    ['{ nodes: [{ socket: /h }], map: { a: "{color}" } }', 'the node has no map_file'],
    ['{ nodes: [{ socket: /h, map_file: /m }], servers: { a: "{color}" } }', 'map_file has no effect here'],
    [
      '{ nodes: [{ socket: /h, map_file: /m, state_file: /s }], map: { a: "{color}" } }',
      'state_file has no effect here',
    ],
    [
      '{ nodes: [{ socket: /h, map_file: /m }], map: { a: "{color}" }, drain_timeout: 1m }',
      'drain_timeout does nothing here',
    ],
    ['{ nodes: [{ socket: /h }], servers: { a: blue } }', '"blue" names the same servers for both colors'],
    [
      '{ nodes: [{ socket: /h, map_file: /m }], map: { a: blue } }',
      '"blue" is the same backend for both colors',
    ],
  ])('of %s it says: %s', (haproxy, complaint) => expect(complaints(haproxy)).toContain(complaint))
})
