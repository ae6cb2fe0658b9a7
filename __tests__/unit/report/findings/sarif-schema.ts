/**
 * What this project writes of SARIF 2.1.0, stricter than the standard: no key that is not named here, and all that
 * GitHub's code scanning asks for is required. It is written from the text of the standard.
 */

const text = { type: 'string', minLength: 1 } as const
const count = { type: 'integer', minimum: 1 } as const
const index = { type: 'integer', minimum: 0 } as const
const level = { enum: ['error', 'warning', 'note'] } as const

function object(properties: Record<string, object>, ...optional: string[]): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key))
  return { type: 'object', properties, required, additionalProperties: false }
}

function list(items: object, limits: object = {}): object {
  return { type: 'array', items, ...limits }
}

/** RFC 3986: every other character is percent-encoded. */
const relativeUri = {
  type: 'string',
  pattern: "^(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$",
} as const

const rule = object(
  {
    id: text,
    name: { ...text, maxLength: 255 },
    shortDescription: object({ text: { ...text, maxLength: 1024 } }),
    fullDescription: object({ text: { ...text, maxLength: 1024 } }),
    help: object({ text, markdown: text }),
    helpUri: { type: 'string', pattern: '^https?://[!-~]+$' },
    defaultConfiguration: object({ level }),
    properties: object(
      {
        tags: list(text, { maxItems: 20, uniqueItems: true }),
        'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
      },
      'problem.severity',
    ),
  },
  // a check of the repository's own is known by its name alone
  ...['name', 'shortDescription', 'fullDescription', 'help', 'helpUri', 'defaultConfiguration'],
)

const result = object(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message: object({ text }),
    locations: list(
      object({
        physicalLocation: object({
          artifactLocation: object({ uri: relativeUri, uriBaseId: { const: '%SRCROOT%' }, index }),
          region: object({ startLine: count, startColumn: count, endLine: count, endColumn: count }),
        }),
      }),
      { minItems: 1, maxItems: 1 },
    ),
    partialFingerprints: object({ 'changeover/v1': text }),
    baselineState: { enum: ['new', 'unchanged'] },
  },
  'baselineState',
)

const run = object({
  tool: object({
    driver: object({
      name: text,
      version: text,
      semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
      rules: list(rule, { maxItems: 25_000 }),
    }),
  }),
  automationDetails: object({ id: text }),
  columnKind: { const: 'utf16CodeUnits' },
  originalUriBaseIds: object({
    '%SRCROOT%': object({
      uri: { type: 'string', pattern: '^file:///(?:.*/)?$' },
      description: object({ text }),
    }),
  }),
  artifacts: list(object({ location: object({ uri: relativeUri, uriBaseId: { const: '%SRCROOT%' } }) })),
  invocations: list(object({ executionSuccessful: { const: true } })),
  results: list(result, { maxItems: 25_000 }),
})

export const SARIF_SCHEMA = object({
  $schema: { type: 'string', pattern: '^https://' },
  version: { const: '2.1.0' },
  runs: list(run, { minItems: 1, maxItems: 20 }),
})
