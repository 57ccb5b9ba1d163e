export interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  cpu?: string[]
  os?: string[]
  libc?: string[]
  dev?: true
  optional?: true
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  packages: Record<string, LockedPackage>
}

const systems = /\b(android|darwin|freebsd|linux|openharmony|win32)\b/
const processors = /\b(arm64|arm|ia32|ppc64|riscv64|s390x|x64)\b/

/**
 * Adds to the lockfile what npm leaves out of it: the builds for other platforms of a program that comes as one optional
 * package per platform. Without them `npm ci` refuses the lockfile as not in step with package.json. They get no
 * checksum, as npm never fetched them; and it will not fetch them here, as their platform is not ours.
 */
export function wholeLockfile(lockfile: Lockfile): Lockfile {
  const packages = { ...lockfile.packages }
  for (const { dev, optionalDependencies } of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      if (packages[`node_modules/${name}`] !== undefined) continue
      const { os, cpu, libc } = platformOf(name)
      // In npm's own order, so that npm leaves them as they are.
      packages[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(dev && { dev }),
        ...(libc && { libc: [libc] }),
        optional: true,
        os: [os],
      }
    }
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(sorted) }
}

function platformOf(name: string): { os: string; cpu: string; libc: string | undefined } {
  const os = systems.exec(name)?.[0]
  const cpu = processors.exec(name)?.[0]
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not tell its platform`)
  const libc = /-musl/.test(name) ? 'musl' : /-gnu/.test(name) ? 'glibc' : undefined
  return { os, cpu, libc }
}
