import { type ManifestProblem, readManifest } from '../../../../manifest/read.js'
import { type Rule, ruleSet } from '../../../engine/rule.js'

interface CheckedManifest {
  path: string
  problems: ManifestProblem[]
}

function rule(
  kind: ManifestProblem['rule'],
  page: Pick<Rule<CheckedManifest>, 'summary' | 'help' | 'example'>,
): Rule<CheckedManifest> {
  return {
    id: `manifest/${kind}`,
    severity: 'error',
    ...page,
    *check({ path, problems }) {
      for (const problem of problems) {
        if (problem.rule !== kind) continue
        const { message, help, range } = problem
        yield { file: path, range, message, help }
      }
    },
  }
}

const GOOD = 'version: 1\nname: region-one\n'

const rules = [
  rule('syntax', {
    summary: 'changeover.yml is not YAML, or has a key twice',
    help: 'A manifest that cannot be read stops every command. The finding stands where the parser gave up.',
    example: { bad: 'version: 1\nname: [region-one\n', good: GOOD },
  }),
  rule('schema', {
    summary: 'a value in changeover.yml has the wrong form',
    help: 'A manifest is checked against its JSON Schema, which editors can use as well: schemas/manifest.schema.json.',
    example: { bad: 'version: 2\nname: region-one\n', good: GOOD },
  }),
  rule('unknown-key', {
    summary: 'changeover.yml has a key that means nothing',
    help: 'A misspelled key would silently lose what it says, so none is accepted.',
    example: {
      bad: 'version: 1\nname: region-one\nvalidate: { ignored: ["docs/**"] }\n',
      good: 'version: 1\nname: region-one\nvalidate: { ignore: ["docs/**"] }\n',
    },
  }),
  rule('reference', {
    summary: 'changeover.yml names something that it does not define',
    help: 'A name that leads nowhere, for instance the need for a service that is neither built in nor declared, would fail in the middle of a run.',
    example: {
      bad: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keyston] }\n',
      good: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keystone] }\n',
    },
  }),
]

/** What holds for changeover.yml. */
export const manifestRules = ruleSet<CheckedManifest>({
  kind: 'manifest',
  exampleFile: 'changeover.yml',
  rules,
  *subjects(definitions) {
    for (const { kind, path, yaml } of definitions) {
      if (kind === 'manifest' && yaml) yield { path, problems: readManifest(yaml).problems }
    }
  },
})
