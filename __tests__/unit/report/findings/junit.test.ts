import { describe, expect, test } from '@jest/globals'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { readJUnit } from '../../../../src/platform/junit.js'
import { validateJunit } from '../../../../src/report/findings/junit.js'
import { finding, HOSTILE } from '../samples.js'
import { viewOf } from './samples.js'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  isArray: (name) => ['testsuite', 'testcase'].includes(name),
})

interface Case {
  '@name': string
  '@file': string
  '@line': string
  failure?: { '@message': string; '@type': string; '#text': string }
  'system-out'?: string
}

function casesOf(xml: string): Case[] {
  expect(XMLValidator.validate(xml)).toBe(true)
  const { testsuites } = parser.parse(xml) as { testsuites: { testsuite?: { testcase: Case[] }[] } }
  return (testsuites.testsuite ?? []).flatMap(({ testcase }) => testcase)
}

describe('validateJunit', () => {
  test('has a suite for each file, with a case for each rule that has findings', () => {
    const other = finding({ rule: 'heat/b', line: 2, column: 3 })
    const xml = validateJunit(viewOf([finding(), finding({ line: 40 }), other], { prefix: 'clouds/' }))
    const [first, second] = casesOf(xml)
    expect(first).toMatchObject({
      '@name': 'heat/unknown-resource-type',
      '@file': 'clouds/heat/app.yaml',
      '@line': '12',
      failure: { '@message': '12:11 OS::Nova::Sever is not a resource type. (and 1 more)', '@type': 'error' },
    })
    expect(first?.failure?.['#text']).toContain('heat/app.yaml:12:11: error: ')
    expect(first?.failure?.['#text']).toContain('heat/app.yaml:40:11: error: ')
    expect(second).toMatchObject({ '@name': 'heat/b', '@line': '2' })
    expect(readJUnit(xml).counts).toEqual({ tests: 2, failures: 2, errors: 0, skipped: 0 })
  })

  test('fails for findings that count for --fail-on, and has the others as output', () => {
    const mild = finding({ severity: 'warning' })
    const [passed] = casesOf(validateJunit(viewOf([mild])))
    expect(passed?.failure).toBeUndefined()
    expect(passed?.['system-out']).toContain('heat/app.yaml:12:11: warning: ')
    const [failed] = casesOf(validateJunit(viewOf([mild], { failOn: 'warning' })))
    expect(failed?.failure?.['@type']).toBe('warning')
    const both = casesOf(validateJunit(viewOf([mild, finding()])))
    expect(both).toHaveLength(1)
    expect(both[0]).toMatchObject({ failure: { '@type': 'error' }, 'system-out': expect.any(String) })
  })

  test('counts a file without findings as a case that passes', () => {
    const xml = validateJunit(viewOf([], { checked: new Map([['a.yaml', 'yaml']]) }))
    expect(casesOf(xml)).toEqual([expect.objectContaining({ '@name': 'no findings', '@file': 'a.yaml' })])
    expect(readJUnit(xml).counts).toMatchObject({ tests: 1, failures: 0 })
  })

  test('is a valid report when no file was checked', () => {
    expect(readJUnit(validateJunit(viewOf([]))).counts.tests).toBe(0)
  })

  test('is valid XML for any name and message', () => {
    const nasty = `${HOSTILE}]]>\u0000\u0001\ufffe\ud800 "'&<!--`
    const xml = validateJunit(viewOf([finding({ file: nasty, message: nasty, help: nasty, rule: nasty })]))
    const [only] = casesOf(xml)
    expect(only?.['@name']).toContain('<img src=a>')
    expect(only?.failure?.['#text']).toContain('\\x00\\x01')
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe]|\p{Cs}/u)
  })
})
