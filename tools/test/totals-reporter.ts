import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'

/** Mocha's own "spec" for people, and at the end the totals as JSON in the file that `--reporter-option totals=` names. */
class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const { totals } = options.reporterOptions as { totals: string }
    runner.once('end', () => {
      const { passes, failures } = this.stats
      writeFileSync(totals, JSON.stringify({ passed: passes, failed: failures }))
    })
  }
}

// Mocha looks for a reporter in the default export.
export default TotalsReporter
