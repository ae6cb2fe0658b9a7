import { describe, expect, test } from '@jest/globals'
import type { Finding, Severity } from '../../../src/lint/engine/finding.js'
import { bundleAction } from '../../rig/bundled-action.js'
import { runAction } from '../../rig/runner.js'
import { temporaryFolders } from '../../support/temp.js'

const newFolder = temporaryFolders()

function finding(severity: Severity, change: Partial<Finding> = {}): Finding {
  const place = { file: 'heat/app.yaml', line: 3, column: 5, end_line: 3, end_column: 9 }
  return {
    rule: 'heat/x',
    severity,
    message: 'Wrong.',
    help: 'Mend it.',
    ...place,
    fingerprint: 'f',
    ...change,
  }
}

/** What the runner sees of these findings in `folder`, a path in the workspace. */
async function annotated(findings: Finding[], folder = '.', prefix = '') {
  const main = `
    import { annotate } from './src/github/annotations.js'
    annotate(${JSON.stringify(findings)}, { folder: ${JSON.stringify(folder)}, workspace: process.env.GITHUB_WORKSPACE, prefix: ${JSON.stringify(prefix)} }, (shown) => 'only ' + shown + ' are shown')`
  return runAction(await bundleAction(await newFolder(), 'actions/validate/action.yml', { main }))
}

describe('annotate', () => {
  test('names file, line, column and rule', async () => {
    const { commands } = await annotated([finding('warning')])
    expect(commands).toEqual([
      {
        name: 'warning',
        properties: { title: 'heat/x', file: 'heat/app.yaml', line: '3', endLine: '3', col: '5' },
        message: 'Wrong.\nMend it.',
      },
    ])
  })

  test('has no columns for a range over several lines, which the runner would drop', async () => {
    const { commands } = await annotated([finding('error', { end_line: 7 })])
    expect(commands[0]?.properties).toEqual({
      title: 'heat/x',
      file: 'heat/app.yaml',
      line: '3',
      endLine: '7',
    })
  })

  test('names the file by its path in the repository', async () => {
    const { commands } = await annotated([finding('error')], 'checkout/clouds/one', 'clouds/one/')
    expect(commands[0]?.properties.file).toBe('clouds/one/heat/app.yaml')
  })

  test('names no file outside of the checkout', async () => {
    const { commands } = await annotated([finding('error')], '../elsewhere')
    expect(commands[0]?.properties).toEqual({ title: 'heat/x in heat/app.yaml' })
  })

  test("shows the worst findings first, within the runner's limits, and logs the number of others", async () => {
    const many = (n: number, severity: Severity) => Array.from({ length: n }, () => finding(severity))
    const { commands, stdout } = await annotated([
      ...many(12, 'notice'),
      ...many(10, 'error'),
      ...many(1, 'warning'),
    ])
    expect(commands.map(({ name }) => name)).toEqual([
      ...Array(9).fill('error'), // one place is left for the sentence that the step fails with
      'warning',
      ...Array(10).fill('notice'),
    ])
    expect(stdout).toContain('only 20 are shown')
  })

  test('logs nothing when all findings are shown', async () => {
    const { stdout } = await annotated([finding('error')])
    expect(stdout).not.toContain('only')
  })

  test('escapes file names and messages', async () => {
    const hostile = finding('error', { file: 'a,line=9::x\n::warning::b', message: 'm\n::warning::c' })
    const { commands } = await annotated([hostile])
    expect(commands).toHaveLength(1)
    expect(commands[0]).toMatchObject({
      properties: { file: 'a,line=9::x\n::warning::b', line: '3' },
      message: 'm\n::warning::c\nMend it.',
    })
  })
})
