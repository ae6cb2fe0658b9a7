import { describe, expect, test } from '@jest/globals'
import { addReports, readJUnit } from '../../../src/platform/junit.js'

describe('readJUnit', () => {
  test('counts cases in nested suites, not the totals of the suites', () => {
    const report = readJUnit(`<?xml version="1.0"?>
      <testsuites tests="99" failures="0">
        <testsuite name="a" tests="7">
          <testcase classname="tempest.api.Tokens" name="test_create[smoke]"/>
          <testsuite name="inner"><testcase name="deep"><failure message="was &lt;b&gt; not &amp;"/></testcase></testsuite>
        </testsuite>
        <testsuite name="b">
          <testcase classname="c" name="broken"><error>Traceback: boom</error></testcase>
          <testcase name="left out"><skipped/></testcase>
        </testsuite>
      </testsuites>`)
    expect(report).toEqual({
      counts: { tests: 4, failures: 1, errors: 1, skipped: 1 },
      failures: [
        { name: 'deep', message: 'was <b> not &' },
        { name: 'c.broken', message: 'Traceback: boom', trace: 'Traceback: boom' },
      ],
    })
  })

  test('reads a single suite', () => {
    expect(readJUnit('<testsuite><testcase name="one"/></testsuite>').counts.tests).toBe(1)
  })

  test('counts nothing for a suite without cases', () => {
    expect(readJUnit('<testsuites></testsuites>').counts.tests).toBe(0)
  })

  test.each([['no XML at all'], ['<html></html>'], ['<testsuite><testcase></testsuite>'], ['']])(
    'refuses %j',
    (text) => {
      expect(() => readJUnit(text)).toThrow()
    },
  )

  test('does not expand entities that read files or fill memory', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}"><!ENTITY d SYSTEM "file:///etc/passwd">]>
      <testsuite><testcase name="x"><failure message="&c;&d;"/></testcase></testsuite>`
    let message = ''
    try {
      message = readJUnit(bomb).failures[0]?.message ?? ''
    } catch {
      // refused as a whole: as good
    }
    expect(message.length).toBeLessThanOrEqual(2_000)
    expect(message).not.toContain('root:')
  })

  test('reads the file and line of a case, a failure or a suite', () => {
    const { failures } = readJUnit(`<testsuite file="c.py">
      <testcase name="a" file="a.py" line="3"><failure/></testcase>
      <testcase name="b"><failure file="b.py" line="x"/></testcase>
      <testcase name="c"><failure message="short">long</failure></testcase></testsuite>`)
    expect(failures).toEqual([
      { name: 'a', message: '', file: 'a.py', line: 3 },
      { name: 'b', message: '', file: 'b.py' },
      { name: 'c', message: 'short', file: 'c.py', trace: 'long' },
    ])
  })

  test('survives deep nesting', () => {
    const depth = 100_000
    const deep = '<testsuite>'.repeat(depth) + '</testsuite>'.repeat(depth)
    expect(() => readJUnit(deep)).toThrow()
  })

  test('keeps at most fifty failures and counts all', () => {
    const cases = '<testcase name="x"><failure/></testcase>'.repeat(60)
    const report = readJUnit(`<testsuite>${cases}</testsuite>`)
    expect(report.counts.failures).toBe(60)
    expect(report.failures).toHaveLength(50)
    expect(addReports([report, report])).toMatchObject({
      counts: { tests: 120, failures: 120 },
      failures: { length: 50 },
    })
  })
})
