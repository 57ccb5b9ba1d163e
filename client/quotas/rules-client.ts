import { NamesClient } from '../namespace/names-client.ts'
import { type FoundPolicy, type Policy, readPolicy, setPolicy } from '../namespace/policies.ts'
import type { WorkOptions } from '../namespace/tree.ts'
import { listQuotas, type Quota, type QuotaUse, readQuota, setQuota } from './quotas.ts'
import { type Listing, type Usage, type UsageOptions, usageBelow } from './usage.ts'

/** The part of `HiroClient` for what holds for a folder and all below it: how it is kept, how much there may be, and how much there is. */
export abstract class RulesClient extends NamesClient {
  /** How what is at `path` shall be kept, and which folder asks for that. Throws as `stat`. */
  async policy(path: string, options?: WorkOptions): Promise<FoundPolicy> {
    return await readPolicy(this.treePorts, path, options)
  }

  /**
   * How all that is in a folder, and comes into it, shall be kept; `undefined`: as the folder above. What is there is changed in the background, and stays readable. Throws `usage`, `not-found`, `not-a-folder`,
   * `name-invalid`, `unknown`.
   */
  async setPolicy(path: string, policy: Policy | undefined, options?: WorkOptions): Promise<void> {
    await setPolicy(this.treePorts, path, policy, options)
  }

  /** The quota that holds at `path`, that of the nearest folder, and what counts in it; `undefined`: none does. Throws as `stat`. */
  async quota(path: string, options?: WorkOptions): Promise<QuotaUse | undefined> {
    return await readQuota(this.treePorts, path, options)
  }

  /** Of all folders that have one. */
  quotas(options?: WorkOptions): AsyncGenerator<QuotaUse, void, undefined> {
    return listQuotas(this.treePorts, options)
  }

  /**
   * What all files below a folder may be together, but for those below a folder with a quota of its own; `undefined`: as a folder above says. What is there is counted in the background, and stays, also where it is too much. Throws `usage`,
   * `not-found`, `not-a-folder`, `name-invalid`, `unknown`.
   */
  async setQuota(path: string, quota: Quota | undefined, options?: WorkOptions): Promise<void> {
    await setQuota(this.treePorts, path, quota, options)
  }

  /** How much is at `path`, and in each folder below it, deepest first and `path` last; every entry is read for it. Throws as `stat`. */
  usage(path: string, options?: UsageOptions): AsyncGenerator<Usage, void, undefined> {
    return usageBelow(this, path, options)
  }

  abstract list(...wanted: Parameters<Listing['list']>): ReturnType<Listing['list']>
}
