import { expect } from '@jest/globals'
import type { CliResult } from './site.js'

/**
 * Hold a command that could not do its work to its word: exit status 2, one message with a remedy on stderr, no
 * stack, and one document on stdout that says the same to programs.
 */
export function expectUnable(result: CliResult, code: string): { message: string; remedy: string } {
  const { exitCode, stdout, stderr } = result
  const document = JSON.parse(stdout || '{}')
  expect({ exitCode, ...document }).toEqual({
    exitCode: 2,
    schema: 'changeover/error/v1',
    code,
    message: expect.stringMatching(/./),
    remedy: expect.stringMatching(/./),
  })
  expect(stderr.match(/^error: /gm)).toHaveLength(1)
  expect(stderr).toContain(`error: ${document.message}`)
  expect(stderr).toContain(document.remedy)
  expectNoStack(stderr)
  return document
}

/** Hold an operation that did not end well to its word: exit status 1, and why, with what to do. */
export function expectBadEnd(
  result: CliResult,
  outcome: string,
  reason: string | RegExp,
): Record<string, unknown> {
  const document = JSON.parse(result.stdout || '{}')
  expect({ exitCode: result.exitCode, ...document }).toMatchObject({
    exitCode: 1,
    schema: 'changeover/operation/v1',
    outcome,
    reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    message: expect.stringMatching(/./),
  })
  expectNoStack(result.stderr)
  return document
}

export function expectNoStack(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  expect(stderr).not.toMatch(/^node:|Node\.js v\d/m)
}
