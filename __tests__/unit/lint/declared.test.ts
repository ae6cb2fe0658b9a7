import { expect, test } from '@jest/globals'
import { declaredRule, oncePer } from '../../../src/lint/engine/declared.js'
import { FILE_START } from '../../../src/yaml/source.js'

type Name = { range: typeof FILE_START; name: string } & (
  | { verdict: 'unknown' }
  | { verdict: 'removed'; since: string }
)

const page = { severity: 'error', summary: '', help: '', example: { bad: '', good: '' } } as const

test('a declared rule reports the uses with its verdicts, and uses are found once per subject', () => {
  let asked = 0
  const uses = oncePer(({ names }: { path: string; names: Name[] }) => {
    asked++
    return names
  })
  const removed = declaredRule({
    ...page,
    id: 'yaml/removed',
    uses,
    reports: 'removed',
    describe: ({ name, since }) => ({ message: `${name} since ${since}`, help: 'Remove it.' }),
  })
  const any = declaredRule({
    ...page,
    id: 'yaml/any',
    uses,
    reports: ['removed', 'unknown'],
    describe: ({ name, verdict }) =>
      name === 'kept' ? undefined : { message: `${name} ${verdict}`, help: 'Fix it.', severity: 'notice' },
  })
  const subject = {
    path: 'a.yml',
    names: [
      { range: FILE_START, name: 'old', verdict: 'removed', since: '2024.1' },
      { range: FILE_START, name: 'typo', verdict: 'unknown' },
      { range: FILE_START, name: 'kept', verdict: 'unknown' },
    ] satisfies Name[],
  }
  const reported: unknown[] = []
  for (const rule of [removed, any]) {
    rule.check(subject, (_place, message, help, severity) => reported.push([message, help, severity]))
  }
  expect(reported).toEqual([
    ['old since 2024.1', 'Remove it.', undefined],
    ['old removed', 'Fix it.', 'notice'],
    ['typo unknown', 'Fix it.', 'notice'],
  ])
  expect(asked).toBe(1)
})
