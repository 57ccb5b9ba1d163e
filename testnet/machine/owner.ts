import { readFileSync } from 'node:fs'
import { identify, isAlive } from '../process/proc.ts'

const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id'
const MARK = /hiro-(\d+)-(\d+)(?!\d)/

/**
 * Stands in the name of whatever the machine is lent: disks, mounts, namespaces. It says which process made it, so that the next run can tell what a killed one has left
 * from what another one is using.
 */
export function ownMark(): string {
  const self = identify(process.pid)
  return `hiro-${process.pid}-${self?.startTicks ?? 0}`
}

/** Whether `name` carries the mark of a process that is gone. */
export function isOrphan(name: string): boolean {
  const [, pid, startTicks] = MARK.exec(name) ?? []
  if (pid === undefined || startTicks === undefined) return false
  return !isAlive({ pid: Number(pid), startTicks, bootId: readFileSync(BOOT_ID_FILE, 'latin1').trim() })
}
