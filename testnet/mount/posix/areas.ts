import type { Area } from './row.ts'
import { foldersArea } from './rows/folders.ts'
import { linksArea } from './rows/links.ts'
import { locksArea } from './rows/locks.ts'
import { mappingsArea } from './rows/mappings.ts'
import { mountsArea } from './rows/mounts.ts'
import { namesArea } from './rows/names.ts'
import { openingArea } from './rows/opening.ts'
import { permissionsArea } from './rows/permissions.ts'
import { renameArea } from './rows/rename.ts'
import { sparseArea } from './rows/sparse.ts'
import { symlinksArea } from './rows/symlinks.ts'
import { timesArea } from './rows/times.ts'
import { unlinkArea } from './rows/unlink.ts'
import { xattrsArea } from './rows/xattrs.ts'

export const areas: readonly Area[] = [
  openingArea,
  renameArea,
  unlinkArea,
  foldersArea,
  namesArea,
  sparseArea,
  permissionsArea,
  timesArea,
  symlinksArea,
  xattrsArea,
  locksArea,
  mappingsArea,
  linksArea,
  mountsArea,
]
