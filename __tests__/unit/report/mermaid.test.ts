import { describe, expect, test } from '@jest/globals'
import {
  blueGreenPicture,
  blueGreenView,
  operationPicture,
  timelinePicture,
} from '../../../src/report/operation/picture.js'
import { stagedTestPicture } from '../../../src/report/staged-test/picture.js'
import { mermaidProblems } from './mermaid-grammar.js'
import { HOSTILE, promoted, rolledBack, tested } from './samples.js'

const edges = (picture: string) => picture.split('\n').filter((line) => /-->|==>|-\.-/.test(line))

describe('the picture of staged tests', () => {
  const picture = stagedTestPicture(tested)

  test('is valid Mermaid', () => {
    expect(mermaidProblems(picture)).toEqual([])
  })

  test('shows each service in its stage, and how it ended', () => {
    expect(picture).toContain(
      '  subgraph stage2["Stage 2"]\n    s1["glance<br/>failed#44; 2.5 s"]:::failed\n  end',
    )
    expect(picture).toContain('s0["keystone<br/>passed#44; 1.2 s"]:::passed')
    expect(picture).toContain('s2["nova<br/>blocked by glance"]:::blocked')
  })

  test('has edges from a service to those that need it, and to the tests of all together', () => {
    expect(edges(picture).map((line) => line.trim())).toEqual([
      's0 --> s1',
      's0 --> s2',
      's1 --> s2',
      's2 --> s3',
    ])
  })

  test('is valid for any name', () => {
    const services = ['end', HOSTILE, '__proto__', '1. list', ''].map((service) => ({
      service,
      outcome: 'blocked' as const,
      blocked_by: HOSTILE,
      runs: [],
    }))
    const picture = stagedTestPicture({
      ...tested,
      stages: [{ stage: 1, services }],
      needs: { end: [HOSTILE] },
    })
    expect(mermaidProblems(picture)).toEqual([])
    expect(edges(picture)).toEqual(['  s1 --> s0'])
  })
})

describe('the picture of an operation', () => {
  test('shows the phases in their order with state and time', () => {
    const picture = operationPicture(rolledBack)
    expect(mermaidProblems(picture)).toEqual([])
    expect(picture).toContain('p1["expand<br/>skipped"]:::skipped')
    expect(picture).toContain('p2["deploy<br/>done#44; 30.0 s"]:::done')
    expect(picture).toContain('p4["bake<br/>failed#44; 2.0 s"]:::failed')
    expect(edges(picture)).toHaveLength(4)
  })
})

describe('the picture of the two colors', () => {
  const pictureOf = (result: typeof promoted) => {
    const view = blueGreenView(result)
    return view ? blueGreenPicture(view) : ''
  }

  test('shows traffic on the new color, and the old color as kept', () => {
    const picture = pictureOf(promoted)
    expect(mermaidProblems(picture)).toEqual([])
    expect(picture).toContain('router ==> green')
    expect(picture).toContain('router -.- blue')
    expect(picture).toContain('green["green#44; live<br/>2.0.0"]:::live')
    expect(picture).toContain('blue["blue#44; idle<br/>ready for a rollback"]:::idle')
  })

  test('shows traffic on the old color after a rollback', () => {
    const picture = pictureOf(rolledBack)
    expect(picture).toContain('router ==> blue')
    expect(picture).toContain('blue["blue#44; live<br/>1.0.0"]:::live')
    expect(picture).toContain('green["green#44; idle<br/>2.0.0#44; not live"]:::idle')
  })

  test('does not offer a rollback after contract', () => {
    const contract = { phase: 'contract' as const, state: 'done' as const, started_at: '', ended_at: '' }
    expect(blueGreenView({ ...promoted, phases: [...promoted.phases, contract] })?.blue).toBeNull()
  })

  test('is not drawn for an environment without colors, or when nothing is live', () => {
    expect(blueGreenView({ ...promoted, strategy: 'in_place' })).toBeUndefined()
    expect(blueGreenView({ ...promoted, live: null })).toBeUndefined()
  })

  test('is valid for any version', () => {
    expect(mermaidProblems(blueGreenPicture({ live: null, blue: HOSTILE, green: '"' }))).toEqual([])
  })
})

describe('the picture of the monitor over time', () => {
  const { monitor } = rolledBack
  const moment = { at_ms: 0, sent: 10, failed: 0, p50_ms: 4, p95_ms: 8, slowest_ms: 9 }
  const draw = (change: Partial<NonNullable<typeof monitor>>) =>
    monitor ? timelinePicture({ ...monitor, ...change }, 'blue_green') : undefined

  test('is valid Mermaid, with seconds from the shift', () => {
    const picture = draw({}) ?? ''
    expect(mermaidProblems(picture)).toEqual([])
    expect(picture).toContain('x-axis "seconds from the shift" -31 --> 7.4\n')
    expect(picture).toContain('bar [0, 3, 0, 0]\n')
    expect(picture).toContain('line [8, 9, 10, 11]')
  })

  test('draws an interval without an answer as zero, and fits more failures than milliseconds', () => {
    const timeline = [moment, { ...moment, at_ms: 100, failed: 40, p95_ms: null }]
    const picture = draw({ timeline, marks: [] }) ?? ''
    expect(mermaidProblems(picture)).toEqual([])
    expect(picture).toContain('"seconds from the start" 0 --> 0.1')
    expect(picture).toContain('0 --> 40\n  bar [0, 40]\n  line [8, 0]')
  })

  test('is not drawn for fewer than two intervals', () => {
    expect(draw({ timeline: [moment] })).toBeUndefined()
    expect(draw({ timeline: [] })).toBeUndefined()
  })
})

describe('the grammar itself', () => {
  test.each([
    'xychart-beta\n  title "t"\n  x-axis "s" 0 --> 1\n  y-axis "ms" 0 --> 1\n  bar [0, 0]\n  line [0, null]',
    'xychart-beta\n  title "t"\n  x-axis "s" 0 --> 1\n  y-axis "ms" 0 --> 1\n  bar [0]\n  line [0, 1]',
    'xychart-beta\n  title "t"\n  x-axis "s" 0 --> 1\n  y-axis "ms" 0 --> 1\n  bar [0, 0]\n  line [0, 1.5]',
    'flowchart LR\n  s0["a"b"]:::done',
    'flowchart LR\n  s0["a"] --> s1',
    'flowchart LR\n  s0 --> s1',
    'flowchart LR\n  subgraph stage1["Stage 1"]',
    'graph TD',
  ])('refuses %j', (picture) => {
    expect(mermaidProblems(picture)).not.toEqual([])
  })
})
