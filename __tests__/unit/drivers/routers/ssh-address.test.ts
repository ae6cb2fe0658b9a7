import { describe, expect, test } from '@jest/globals'
import { nodeAccess } from '../../../../src/drivers/routers/haproxy/node-access.js'
import { parseSshAddress } from '../../../../src/drivers/routers/haproxy/ssh-session.js'

describe('the address of a node over ssh', () => {
  test.each([
    ['ssh://lb1/run/haproxy.sock', { host: 'lb1', path: '/run/haproxy.sock' }],
    ['ssh://deploy@lb1.example.org/a/b.sock', { user: 'deploy', host: 'lb1.example.org', path: '/a/b.sock' }],
    ['ssh://u@[2001:db8::1]:2222/a@b', { user: 'u', host: '2001:db8::1', port: 2222, path: '/a@b' }],
  ])('%s', (address, expected) => {
    expect(parseSshAddress(address)).toEqual({ user: undefined, port: undefined, ...expected })
  })

  test.each([
    'ssh://lb1',
    'ssh://lb1/',
    'ssh:///run/haproxy.sock',
    'ssh://-oProxyCommand=id/run/haproxy.sock', // an option of ssh's
    'ssh://-l@lb1/run/haproxy.sock',
    'ssh://lb1/run/a:b.sock', // the forwarding's separator
    'ssh://lb1/run/%h.sock', // its tokens
    'ssh://lb1/run/${HOME}.sock',
    'ssh://lb1/run/a b.sock',
    'ssh://lb1:0/run/haproxy.sock',
    'ssh://lb1:70000/run/haproxy.sock',
    'ssh://lb1/run/haproxy.sock\nssh',
  ])('refuses %j', (address) => {
    expect(() => nodeAccess(address, { timeoutMs: 1 })).toThrow(
      expect.objectContaining({ code: 'bad_socket_address', remedy: expect.stringContaining('ssh://') }),
    )
  })
})
