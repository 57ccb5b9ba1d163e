import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'

/** Mocha's own "spec" for people, and at the end the totals as JSON in the file that `--reporter-option totals=` names. */
class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const { totals } = options.reporterOptions as { totals: string }
    const skipped: string[] = []
    runner.on('pending', (test) => skipped.push(test.fullTitle()))
    runner.once('end', () => {
      for (const title of skipped) console.log(`  skipped: ${title}`)
      const { passes, failures, pending } = this.stats
      writeFileSync(totals, JSON.stringify({ passed: passes, failed: failures, skipped: pending }))
    })
  }
}

// Mocha looks for a reporter in the default export.
export default TotalsReporter
