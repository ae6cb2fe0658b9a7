/** Why our verdict is another than the engine's, by file. */
export const EXPLAINED: Readonly<Record<'own' | 'examples' | 'corpus', Readonly<Record<string, string>>>> = {
  own: {},
  examples: {
    'removed-resource-type-bad/template.yaml': 'The engine accepts the type and creates nothing for it.',
  },
  corpus: {
    'heat-templates/hot/designate/desginate_domain.yaml':
      'The engine accepts OS::Designate::Domain and creates nothing for it.',
    'heat-templates/hot/designate/desginate_record.yaml':
      'The engine accepts OS::Designate::Record and creates nothing for it.',
    'heat-templates/hot/software-config/example-templates/example-config-pristine-image.yaml':
      'An environment beside it maps Heat::InstallConfigAgent; the engine was given none.',
    'heat-templates/hot/software-config/example-templates/example-pristine-atomic-docker-compose.yaml':
      'An environment beside it maps Heat::InstallConfigAgent; the engine was given none.',
    'heat-templates/hot/software-config/example-templates/example-pristine-atomic-tool.yaml':
      'An environment beside it maps Heat::InstallConfigAgent; the engine was given none.',
  },
}
