import type { Operation, Step } from './operation.js'

/** Take ownership of the operation. The journal records it: from here on other runs see who works on it. */
export const claim: Step = {
  phase: 'claim',
  isRecorded: () => false,
  async run({ journal, report, record, settings }: Operation) {
    report.operation = await journal.claim(record, settings.strategy)
  },
}
