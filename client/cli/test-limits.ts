import type { Entry, Quota, QuotaUse, Usage, UsageOptions } from '../index.ts'
import { parentPath } from '../paths.ts'
import { type Listing, usageBelow } from '../quotas/usage.ts'

/** Quotas as the commands see them, in a map from path to what is allowed. What is used they all say alike. */
export abstract class TestLimits implements Listing {
  readonly limits = new Map<string, Quota>()
  counting = false

  abstract stat(path: string): Promise<Entry>
  abstract list(path: string): AsyncGenerator<Entry, void, undefined>

  async quota(path: string): Promise<QuotaUse | undefined> {
    await this.stat(path)
    for (let at = path; ; at = parentPath(at)) {
      const quota = this.limits.get(at)
      if (quota || at === '/') return quota && this.#useOf(at, quota)
    }
  }

  async *quotas() {
    for (const [path, quota] of this.limits) yield this.#useOf(path, quota)
  }

  async setQuota(path: string, quota: Quota | undefined): Promise<void> {
    await this.stat(path)
    if (quota) this.limits.set(path, quota)
    else this.limits.delete(path)
  }

  usage(path: string, options?: UsageOptions): AsyncGenerator<Usage, void, undefined> {
    return usageBelow(this, path, options)
  }

  #useOf(path: string, quota: Quota): QuotaUse {
    return { path, ...quota, usedBytes: 5_000, usedFiles: 1_234, counting: this.counting }
  }
}
