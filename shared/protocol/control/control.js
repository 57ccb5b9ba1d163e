// Generated from control.proto by "npm run protocol". Do not edit.
/* eslint-disable require-yield */
import { decodeMessage, encodeMessage, MaxLengthError, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var ControlRequest;
(function (ControlRequest) {
    let _codec;
    ControlRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.listVersions != null) {
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.dropSnapshot != null) {
                    obj.listVersions = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.listSnapshots != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.takeSnapshot != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.changes != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.listQuotas != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.readQuota != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.setQuota != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.cancelLock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.testLock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.unlock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.lock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.closeSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.renewSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.openSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.readEntry != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.amend != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.openEdit != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.makeFile != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.setAttributes != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.readMaps != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.publishPacked != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.openPack != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.readPolicy != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.setPolicy != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.emptyTrash != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.restore != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.openRestore != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.listTrash != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.rebalance != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.drain != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.reportBad != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.status != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.readMap != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.abortIntent != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.commit != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.sealGroup != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.renew != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.place != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.openIntent != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.move != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.remove != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.makeFolder != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.list != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if (obj.lookup != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.hello != null) {
                    w.uint32(18);
                    HelloRequest.codec().encode(obj.hello, w);
                }
                if (obj.lookup != null) {
                    w.uint32(26);
                    LookupRequest.codec().encode(obj.lookup, w);
                }
                if (obj.list != null) {
                    w.uint32(34);
                    ListRequest.codec().encode(obj.list, w);
                }
                if (obj.makeFolder != null) {
                    w.uint32(42);
                    MakeFolderRequest.codec().encode(obj.makeFolder, w);
                }
                if (obj.remove != null) {
                    w.uint32(50);
                    RemoveRequest.codec().encode(obj.remove, w);
                }
                if (obj.move != null) {
                    w.uint32(58);
                    MoveRequest.codec().encode(obj.move, w);
                }
                if (obj.openIntent != null) {
                    w.uint32(66);
                    OpenIntentRequest.codec().encode(obj.openIntent, w);
                }
                if (obj.place != null) {
                    w.uint32(74);
                    PlaceRequest.codec().encode(obj.place, w);
                }
                if (obj.renew != null) {
                    w.uint32(82);
                    RenewRequest.codec().encode(obj.renew, w);
                }
                if (obj.sealGroup != null) {
                    w.uint32(90);
                    SealGroupRequest.codec().encode(obj.sealGroup, w);
                }
                if (obj.commit != null) {
                    w.uint32(98);
                    CommitRequest.codec().encode(obj.commit, w);
                }
                if (obj.abortIntent != null) {
                    w.uint32(106);
                    AbortIntentRequest.codec().encode(obj.abortIntent, w);
                }
                if (obj.readMap != null) {
                    w.uint32(114);
                    ReadMapRequest.codec().encode(obj.readMap, w);
                }
                if (obj.status != null) {
                    w.uint32(122);
                    StatusRequest.codec().encode(obj.status, w);
                }
                if (obj.reportBad != null) {
                    w.uint32(130);
                    ReportBadRequest.codec().encode(obj.reportBad, w);
                }
                if (obj.drain != null) {
                    w.uint32(138);
                    DrainRequest.codec().encode(obj.drain, w);
                }
                if (obj.rebalance != null) {
                    w.uint32(146);
                    RebalanceRequest.codec().encode(obj.rebalance, w);
                }
                if (obj.listTrash != null) {
                    w.uint32(250);
                    ListTrashRequest.codec().encode(obj.listTrash, w);
                }
                if (obj.openRestore != null) {
                    w.uint32(258);
                    OpenRestoreRequest.codec().encode(obj.openRestore, w);
                }
                if (obj.restore != null) {
                    w.uint32(266);
                    RestoreRequest.codec().encode(obj.restore, w);
                }
                if (obj.emptyTrash != null) {
                    w.uint32(274);
                    EmptyTrashRequest.codec().encode(obj.emptyTrash, w);
                }
                if (obj.setPolicy != null) {
                    w.uint32(322);
                    SetPolicyRequest.codec().encode(obj.setPolicy, w);
                }
                if (obj.readPolicy != null) {
                    w.uint32(330);
                    ReadPolicyRequest.codec().encode(obj.readPolicy, w);
                }
                if (obj.openPack != null) {
                    w.uint32(402);
                    OpenPackRequest.codec().encode(obj.openPack, w);
                }
                if (obj.publishPacked != null) {
                    w.uint32(410);
                    PublishPackedRequest.codec().encode(obj.publishPacked, w);
                }
                if (obj.readMaps != null) {
                    w.uint32(418);
                    ReadMapsRequest.codec().encode(obj.readMaps, w);
                }
                if (obj.setAttributes != null) {
                    w.uint32(442);
                    SetAttributesRequest.codec().encode(obj.setAttributes, w);
                }
                if (obj.makeFile != null) {
                    w.uint32(450);
                    MakeFileRequest.codec().encode(obj.makeFile, w);
                }
                if (obj.openEdit != null) {
                    w.uint32(482);
                    OpenEditRequest.codec().encode(obj.openEdit, w);
                }
                if (obj.amend != null) {
                    w.uint32(490);
                    AmendRequest.codec().encode(obj.amend, w);
                }
                if (obj.readEntry != null) {
                    w.uint32(498);
                    ReadEntryRequest.codec().encode(obj.readEntry, w);
                }
                if (obj.openSession != null) {
                    w.uint32(562);
                    OpenSessionRequest.codec().encode(obj.openSession, w);
                }
                if (obj.renewSession != null) {
                    w.uint32(570);
                    RenewSessionRequest.codec().encode(obj.renewSession, w);
                }
                if (obj.closeSession != null) {
                    w.uint32(578);
                    CloseSessionRequest.codec().encode(obj.closeSession, w);
                }
                if (obj.lock != null) {
                    w.uint32(586);
                    LockRequest.codec().encode(obj.lock, w);
                }
                if (obj.unlock != null) {
                    w.uint32(594);
                    UnlockRequest.codec().encode(obj.unlock, w);
                }
                if (obj.testLock != null) {
                    w.uint32(602);
                    TestLockRequest.codec().encode(obj.testLock, w);
                }
                if (obj.cancelLock != null) {
                    w.uint32(610);
                    CancelLockRequest.codec().encode(obj.cancelLock, w);
                }
                if (obj.setQuota != null) {
                    w.uint32(722);
                    SetQuotaRequest.codec().encode(obj.setQuota, w);
                }
                if (obj.readQuota != null) {
                    w.uint32(730);
                    ReadQuotaRequest.codec().encode(obj.readQuota, w);
                }
                if (obj.listQuotas != null) {
                    w.uint32(738);
                    ListQuotasRequest.codec().encode(obj.listQuotas, w);
                }
                if (obj.changes != null) {
                    w.uint32(802);
                    ChangesRequest.codec().encode(obj.changes, w);
                }
                if (obj.takeSnapshot != null) {
                    w.uint32(642);
                    TakeSnapshotRequest.codec().encode(obj.takeSnapshot, w);
                }
                if (obj.listSnapshots != null) {
                    w.uint32(650);
                    ListSnapshotsRequest.codec().encode(obj.listSnapshots, w);
                }
                if (obj.dropSnapshot != null) {
                    w.uint32(658);
                    DropSnapshotRequest.codec().encode(obj.dropSnapshot, w);
                }
                if (obj.listVersions != null) {
                    w.uint32(666);
                    ListVersionsRequest.codec().encode(obj.listVersions, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.hello = HelloRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 3: {
                            obj.lookup = LookupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 4: {
                            obj.list = ListRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.list
                            });
                            break;
                        }
                        case 5: {
                            obj.makeFolder = MakeFolderRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.makeFolder
                            });
                            break;
                        }
                        case 6: {
                            obj.remove = RemoveRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.remove
                            });
                            break;
                        }
                        case 7: {
                            obj.move = MoveRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.move
                            });
                            break;
                        }
                        case 8: {
                            obj.openIntent = OpenIntentRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openIntent
                            });
                            break;
                        }
                        case 9: {
                            obj.place = PlaceRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.place
                            });
                            break;
                        }
                        case 10: {
                            obj.renew = RenewRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.renew
                            });
                            break;
                        }
                        case 11: {
                            obj.sealGroup = SealGroupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sealGroup
                            });
                            break;
                        }
                        case 12: {
                            obj.commit = CommitRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.commit
                            });
                            break;
                        }
                        case 13: {
                            obj.abortIntent = AbortIntentRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.abortIntent
                            });
                            break;
                        }
                        case 14: {
                            obj.readMap = ReadMapRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readMap
                            });
                            break;
                        }
                        case 15: {
                            obj.status = StatusRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.status
                            });
                            break;
                        }
                        case 16: {
                            obj.reportBad = ReportBadRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.reportBad
                            });
                            break;
                        }
                        case 17: {
                            obj.drain = DrainRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 18: {
                            obj.rebalance = RebalanceRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.rebalance
                            });
                            break;
                        }
                        case 31: {
                            obj.listTrash = ListTrashRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listTrash
                            });
                            break;
                        }
                        case 32: {
                            obj.openRestore = OpenRestoreRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openRestore
                            });
                            break;
                        }
                        case 33: {
                            obj.restore = RestoreRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.restore
                            });
                            break;
                        }
                        case 34: {
                            obj.emptyTrash = EmptyTrashRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.emptyTrash
                            });
                            break;
                        }
                        case 40: {
                            obj.setPolicy = SetPolicyRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setPolicy
                            });
                            break;
                        }
                        case 41: {
                            obj.readPolicy = ReadPolicyRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readPolicy
                            });
                            break;
                        }
                        case 50: {
                            obj.openPack = OpenPackRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openPack
                            });
                            break;
                        }
                        case 51: {
                            obj.publishPacked = PublishPackedRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishPacked
                            });
                            break;
                        }
                        case 52: {
                            obj.readMaps = ReadMapsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readMaps
                            });
                            break;
                        }
                        case 55: {
                            obj.setAttributes = SetAttributesRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setAttributes
                            });
                            break;
                        }
                        case 56: {
                            obj.makeFile = MakeFileRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.makeFile
                            });
                            break;
                        }
                        case 60: {
                            obj.openEdit = OpenEditRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openEdit
                            });
                            break;
                        }
                        case 61: {
                            obj.amend = AmendRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.amend
                            });
                            break;
                        }
                        case 62: {
                            obj.readEntry = ReadEntryRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readEntry
                            });
                            break;
                        }
                        case 70: {
                            obj.openSession = OpenSessionRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openSession
                            });
                            break;
                        }
                        case 71: {
                            obj.renewSession = RenewSessionRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.renewSession
                            });
                            break;
                        }
                        case 72: {
                            obj.closeSession = CloseSessionRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.closeSession
                            });
                            break;
                        }
                        case 73: {
                            obj.lock = LockRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lock
                            });
                            break;
                        }
                        case 74: {
                            obj.unlock = UnlockRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.unlock
                            });
                            break;
                        }
                        case 75: {
                            obj.testLock = TestLockRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.testLock
                            });
                            break;
                        }
                        case 76: {
                            obj.cancelLock = CancelLockRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.cancelLock
                            });
                            break;
                        }
                        case 90: {
                            obj.setQuota = SetQuotaRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setQuota
                            });
                            break;
                        }
                        case 91: {
                            obj.readQuota = ReadQuotaRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readQuota
                            });
                            break;
                        }
                        case 92: {
                            obj.listQuotas = ListQuotasRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listQuotas
                            });
                            break;
                        }
                        case 100: {
                            obj.changes = ChangesRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.changes
                            });
                            break;
                        }
                        case 80: {
                            obj.takeSnapshot = TakeSnapshotRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.takeSnapshot
                            });
                            break;
                        }
                        case 81: {
                            obj.listSnapshots = ListSnapshotsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listSnapshots
                            });
                            break;
                        }
                        case 82: {
                            obj.dropSnapshot = DropSnapshotRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.dropSnapshot
                            });
                            break;
                        }
                        case 83: {
                            obj.listVersions = ListVersionsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listVersions
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.listVersions != null) {
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.dropSnapshot != null) {
                    delete obj.listVersions;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.listSnapshots != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.takeSnapshot != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.changes != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.listQuotas != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.readQuota != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.setQuota != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.cancelLock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.testLock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.unlock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.lock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.closeSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.renewSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.openSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.readEntry != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.amend != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.openEdit != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.makeFile != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.setAttributes != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.readMaps != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.publishPacked != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.openPack != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.readPolicy != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.setPolicy != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.emptyTrash != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.restore != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.openRestore != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.listTrash != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.rebalance != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.drain != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.reportBad != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.status != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.readMap != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.abortIntent != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.commit != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.sealGroup != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.renew != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.place != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.openIntent != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.move != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.remove != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.makeFolder != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.list != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.lookup;
                    delete obj.hello;
                }
                if (obj.lookup != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.hello;
                }
                if (obj.hello != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ControlRequest.codec());
    }
    ControlRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ControlRequest.codec(), opts);
    }
    ControlRequest.decode = decode;
})(ControlRequest || (ControlRequest = {}));
export var ControlResponse;
(function (ControlResponse) {
    let _codec;
    ControlResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.listVersions != null) {
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.dropSnapshot != null) {
                    obj.listVersions = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.listSnapshots != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.takeSnapshot != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.changes != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.listQuotas != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.readQuota != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.setQuota != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.cancelLock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.testLock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.unlock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.lock != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.closeSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.renewSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.openSession != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.readEntry != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.amend != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.openEdit != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.makeFile != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.setAttributes != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.readMaps != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.publishPacked != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.openPack != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.readPolicy != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.setPolicy != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.emptyTrash != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.restore != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.openRestore != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.listTrash != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.rebalance != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.drain != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.reportBad != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.status != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.readMap != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.abortIntent != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.commit != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.sealGroup != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.renew != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.place != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.openIntent != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.move != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.remove != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.makeFolder != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.list != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.lookup != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.hello = undefined;
                    obj.failure = undefined;
                }
                if (obj.hello != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.failure = undefined;
                }
                if (obj.failure != null) {
                    obj.listVersions = undefined;
                    obj.dropSnapshot = undefined;
                    obj.listSnapshots = undefined;
                    obj.takeSnapshot = undefined;
                    obj.changes = undefined;
                    obj.listQuotas = undefined;
                    obj.readQuota = undefined;
                    obj.setQuota = undefined;
                    obj.cancelLock = undefined;
                    obj.testLock = undefined;
                    obj.unlock = undefined;
                    obj.lock = undefined;
                    obj.closeSession = undefined;
                    obj.renewSession = undefined;
                    obj.openSession = undefined;
                    obj.readEntry = undefined;
                    obj.amend = undefined;
                    obj.openEdit = undefined;
                    obj.makeFile = undefined;
                    obj.setAttributes = undefined;
                    obj.readMaps = undefined;
                    obj.publishPacked = undefined;
                    obj.openPack = undefined;
                    obj.readPolicy = undefined;
                    obj.setPolicy = undefined;
                    obj.emptyTrash = undefined;
                    obj.restore = undefined;
                    obj.openRestore = undefined;
                    obj.listTrash = undefined;
                    obj.rebalance = undefined;
                    obj.drain = undefined;
                    obj.reportBad = undefined;
                    obj.status = undefined;
                    obj.readMap = undefined;
                    obj.abortIntent = undefined;
                    obj.commit = undefined;
                    obj.sealGroup = undefined;
                    obj.renew = undefined;
                    obj.place = undefined;
                    obj.openIntent = undefined;
                    obj.move = undefined;
                    obj.remove = undefined;
                    obj.makeFolder = undefined;
                    obj.list = undefined;
                    obj.lookup = undefined;
                    obj.hello = undefined;
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if (obj.failure != null) {
                    w.uint32(18);
                    Failure.codec().encode(obj.failure, w);
                }
                if (obj.hello != null) {
                    w.uint32(26);
                    HelloResponse.codec().encode(obj.hello, w);
                }
                if (obj.lookup != null) {
                    w.uint32(34);
                    LookupResponse.codec().encode(obj.lookup, w);
                }
                if (obj.list != null) {
                    w.uint32(42);
                    ListResponse.codec().encode(obj.list, w);
                }
                if (obj.makeFolder != null) {
                    w.uint32(50);
                    MakeFolderResponse.codec().encode(obj.makeFolder, w);
                }
                if (obj.remove != null) {
                    w.uint32(58);
                    RemoveResponse.codec().encode(obj.remove, w);
                }
                if (obj.move != null) {
                    w.uint32(66);
                    MoveResponse.codec().encode(obj.move, w);
                }
                if (obj.openIntent != null) {
                    w.uint32(74);
                    OpenIntentResponse.codec().encode(obj.openIntent, w);
                }
                if (obj.place != null) {
                    w.uint32(82);
                    PlaceResponse.codec().encode(obj.place, w);
                }
                if (obj.renew != null) {
                    w.uint32(90);
                    RenewResponse.codec().encode(obj.renew, w);
                }
                if (obj.sealGroup != null) {
                    w.uint32(98);
                    SealGroupResponse.codec().encode(obj.sealGroup, w);
                }
                if (obj.commit != null) {
                    w.uint32(106);
                    CommitResponse.codec().encode(obj.commit, w);
                }
                if (obj.abortIntent != null) {
                    w.uint32(114);
                    AbortIntentResponse.codec().encode(obj.abortIntent, w);
                }
                if (obj.readMap != null) {
                    w.uint32(122);
                    ReadMapResponse.codec().encode(obj.readMap, w);
                }
                if (obj.status != null) {
                    w.uint32(130);
                    StatusResponse.codec().encode(obj.status, w);
                }
                if (obj.reportBad != null) {
                    w.uint32(138);
                    ReportBadResponse.codec().encode(obj.reportBad, w);
                }
                if (obj.drain != null) {
                    w.uint32(146);
                    DrainResponse.codec().encode(obj.drain, w);
                }
                if (obj.rebalance != null) {
                    w.uint32(154);
                    RebalanceResponse.codec().encode(obj.rebalance, w);
                }
                if (obj.listTrash != null) {
                    w.uint32(250);
                    ListTrashResponse.codec().encode(obj.listTrash, w);
                }
                if (obj.openRestore != null) {
                    w.uint32(258);
                    OpenRestoreResponse.codec().encode(obj.openRestore, w);
                }
                if (obj.restore != null) {
                    w.uint32(266);
                    RestoreResponse.codec().encode(obj.restore, w);
                }
                if (obj.emptyTrash != null) {
                    w.uint32(274);
                    EmptyTrashResponse.codec().encode(obj.emptyTrash, w);
                }
                if (obj.setPolicy != null) {
                    w.uint32(330);
                    SetPolicyResponse.codec().encode(obj.setPolicy, w);
                }
                if (obj.readPolicy != null) {
                    w.uint32(338);
                    ReadPolicyResponse.codec().encode(obj.readPolicy, w);
                }
                if (obj.openPack != null) {
                    w.uint32(402);
                    OpenIntentResponse.codec().encode(obj.openPack, w);
                }
                if (obj.publishPacked != null) {
                    w.uint32(410);
                    PublishPackedResponse.codec().encode(obj.publishPacked, w);
                }
                if (obj.readMaps != null) {
                    w.uint32(418);
                    ReadMapsResponse.codec().encode(obj.readMaps, w);
                }
                if (obj.setAttributes != null) {
                    w.uint32(442);
                    SetAttributesResponse.codec().encode(obj.setAttributes, w);
                }
                if (obj.makeFile != null) {
                    w.uint32(450);
                    MakeFileResponse.codec().encode(obj.makeFile, w);
                }
                if (obj.openEdit != null) {
                    w.uint32(482);
                    OpenIntentResponse.codec().encode(obj.openEdit, w);
                }
                if (obj.amend != null) {
                    w.uint32(490);
                    AmendResponse.codec().encode(obj.amend, w);
                }
                if (obj.readEntry != null) {
                    w.uint32(498);
                    ReadEntryResponse.codec().encode(obj.readEntry, w);
                }
                if (obj.openSession != null) {
                    w.uint32(562);
                    OpenSessionResponse.codec().encode(obj.openSession, w);
                }
                if (obj.renewSession != null) {
                    w.uint32(570);
                    RenewSessionResponse.codec().encode(obj.renewSession, w);
                }
                if (obj.closeSession != null) {
                    w.uint32(578);
                    CloseSessionResponse.codec().encode(obj.closeSession, w);
                }
                if (obj.lock != null) {
                    w.uint32(586);
                    LockResponse.codec().encode(obj.lock, w);
                }
                if (obj.unlock != null) {
                    w.uint32(594);
                    UnlockResponse.codec().encode(obj.unlock, w);
                }
                if (obj.testLock != null) {
                    w.uint32(602);
                    TestLockResponse.codec().encode(obj.testLock, w);
                }
                if (obj.cancelLock != null) {
                    w.uint32(610);
                    CancelLockResponse.codec().encode(obj.cancelLock, w);
                }
                if (obj.setQuota != null) {
                    w.uint32(722);
                    SetQuotaResponse.codec().encode(obj.setQuota, w);
                }
                if (obj.readQuota != null) {
                    w.uint32(730);
                    ReadQuotaResponse.codec().encode(obj.readQuota, w);
                }
                if (obj.listQuotas != null) {
                    w.uint32(738);
                    ListQuotasResponse.codec().encode(obj.listQuotas, w);
                }
                if (obj.changes != null) {
                    w.uint32(802);
                    ChangesResponse.codec().encode(obj.changes, w);
                }
                if (obj.takeSnapshot != null) {
                    w.uint32(642);
                    TakeSnapshotResponse.codec().encode(obj.takeSnapshot, w);
                }
                if (obj.listSnapshots != null) {
                    w.uint32(650);
                    ListSnapshotsResponse.codec().encode(obj.listSnapshots, w);
                }
                if (obj.dropSnapshot != null) {
                    w.uint32(658);
                    DropSnapshotResponse.codec().encode(obj.dropSnapshot, w);
                }
                if (obj.listVersions != null) {
                    w.uint32(666);
                    ListVersionsResponse.codec().encode(obj.listVersions, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.failure = Failure.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.failure
                            });
                            break;
                        }
                        case 3: {
                            obj.hello = HelloResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 4: {
                            obj.lookup = LookupResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 5: {
                            obj.list = ListResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.list
                            });
                            break;
                        }
                        case 6: {
                            obj.makeFolder = MakeFolderResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.makeFolder
                            });
                            break;
                        }
                        case 7: {
                            obj.remove = RemoveResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.remove
                            });
                            break;
                        }
                        case 8: {
                            obj.move = MoveResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.move
                            });
                            break;
                        }
                        case 9: {
                            obj.openIntent = OpenIntentResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openIntent
                            });
                            break;
                        }
                        case 10: {
                            obj.place = PlaceResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.place
                            });
                            break;
                        }
                        case 11: {
                            obj.renew = RenewResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.renew
                            });
                            break;
                        }
                        case 12: {
                            obj.sealGroup = SealGroupResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sealGroup
                            });
                            break;
                        }
                        case 13: {
                            obj.commit = CommitResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.commit
                            });
                            break;
                        }
                        case 14: {
                            obj.abortIntent = AbortIntentResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.abortIntent
                            });
                            break;
                        }
                        case 15: {
                            obj.readMap = ReadMapResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readMap
                            });
                            break;
                        }
                        case 16: {
                            obj.status = StatusResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.status
                            });
                            break;
                        }
                        case 17: {
                            obj.reportBad = ReportBadResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.reportBad
                            });
                            break;
                        }
                        case 18: {
                            obj.drain = DrainResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 19: {
                            obj.rebalance = RebalanceResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.rebalance
                            });
                            break;
                        }
                        case 31: {
                            obj.listTrash = ListTrashResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listTrash
                            });
                            break;
                        }
                        case 32: {
                            obj.openRestore = OpenRestoreResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openRestore
                            });
                            break;
                        }
                        case 33: {
                            obj.restore = RestoreResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.restore
                            });
                            break;
                        }
                        case 34: {
                            obj.emptyTrash = EmptyTrashResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.emptyTrash
                            });
                            break;
                        }
                        case 41: {
                            obj.setPolicy = SetPolicyResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setPolicy
                            });
                            break;
                        }
                        case 42: {
                            obj.readPolicy = ReadPolicyResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readPolicy
                            });
                            break;
                        }
                        case 50: {
                            obj.openPack = OpenIntentResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openPack
                            });
                            break;
                        }
                        case 51: {
                            obj.publishPacked = PublishPackedResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishPacked
                            });
                            break;
                        }
                        case 52: {
                            obj.readMaps = ReadMapsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readMaps
                            });
                            break;
                        }
                        case 55: {
                            obj.setAttributes = SetAttributesResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setAttributes
                            });
                            break;
                        }
                        case 56: {
                            obj.makeFile = MakeFileResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.makeFile
                            });
                            break;
                        }
                        case 60: {
                            obj.openEdit = OpenIntentResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openEdit
                            });
                            break;
                        }
                        case 61: {
                            obj.amend = AmendResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.amend
                            });
                            break;
                        }
                        case 62: {
                            obj.readEntry = ReadEntryResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readEntry
                            });
                            break;
                        }
                        case 70: {
                            obj.openSession = OpenSessionResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openSession
                            });
                            break;
                        }
                        case 71: {
                            obj.renewSession = RenewSessionResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.renewSession
                            });
                            break;
                        }
                        case 72: {
                            obj.closeSession = CloseSessionResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.closeSession
                            });
                            break;
                        }
                        case 73: {
                            obj.lock = LockResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lock
                            });
                            break;
                        }
                        case 74: {
                            obj.unlock = UnlockResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.unlock
                            });
                            break;
                        }
                        case 75: {
                            obj.testLock = TestLockResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.testLock
                            });
                            break;
                        }
                        case 76: {
                            obj.cancelLock = CancelLockResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.cancelLock
                            });
                            break;
                        }
                        case 90: {
                            obj.setQuota = SetQuotaResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setQuota
                            });
                            break;
                        }
                        case 91: {
                            obj.readQuota = ReadQuotaResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.readQuota
                            });
                            break;
                        }
                        case 92: {
                            obj.listQuotas = ListQuotasResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listQuotas
                            });
                            break;
                        }
                        case 100: {
                            obj.changes = ChangesResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.changes
                            });
                            break;
                        }
                        case 80: {
                            obj.takeSnapshot = TakeSnapshotResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.takeSnapshot
                            });
                            break;
                        }
                        case 81: {
                            obj.listSnapshots = ListSnapshotsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listSnapshots
                            });
                            break;
                        }
                        case 82: {
                            obj.dropSnapshot = DropSnapshotResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.dropSnapshot
                            });
                            break;
                        }
                        case 83: {
                            obj.listVersions = ListVersionsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listVersions
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.listVersions != null) {
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.dropSnapshot != null) {
                    delete obj.listVersions;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.listSnapshots != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.takeSnapshot != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.changes != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.listQuotas != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.readQuota != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.setQuota != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.cancelLock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.testLock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.unlock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.lock != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.closeSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.renewSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.openSession != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.readEntry != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.amend != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.openEdit != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.makeFile != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.setAttributes != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.readMaps != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.publishPacked != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.openPack != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.readPolicy != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.setPolicy != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.emptyTrash != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.restore != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.openRestore != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.listTrash != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.rebalance != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.drain != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.reportBad != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.status != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.readMap != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.abortIntent != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.commit != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.sealGroup != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.renew != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.place != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.openIntent != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.move != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.remove != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.makeFolder != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.list != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.lookup;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.lookup != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.hello;
                    delete obj.failure;
                }
                if (obj.hello != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.failure;
                }
                if (obj.failure != null) {
                    delete obj.listVersions;
                    delete obj.dropSnapshot;
                    delete obj.listSnapshots;
                    delete obj.takeSnapshot;
                    delete obj.changes;
                    delete obj.listQuotas;
                    delete obj.readQuota;
                    delete obj.setQuota;
                    delete obj.cancelLock;
                    delete obj.testLock;
                    delete obj.unlock;
                    delete obj.lock;
                    delete obj.closeSession;
                    delete obj.renewSession;
                    delete obj.openSession;
                    delete obj.readEntry;
                    delete obj.amend;
                    delete obj.openEdit;
                    delete obj.makeFile;
                    delete obj.setAttributes;
                    delete obj.readMaps;
                    delete obj.publishPacked;
                    delete obj.openPack;
                    delete obj.readPolicy;
                    delete obj.setPolicy;
                    delete obj.emptyTrash;
                    delete obj.restore;
                    delete obj.openRestore;
                    delete obj.listTrash;
                    delete obj.rebalance;
                    delete obj.drain;
                    delete obj.reportBad;
                    delete obj.status;
                    delete obj.readMap;
                    delete obj.abortIntent;
                    delete obj.commit;
                    delete obj.sealGroup;
                    delete obj.renew;
                    delete obj.place;
                    delete obj.openIntent;
                    delete obj.move;
                    delete obj.remove;
                    delete obj.makeFolder;
                    delete obj.list;
                    delete obj.lookup;
                    delete obj.hello;
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ControlResponse.codec());
    }
    ControlResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ControlResponse.codec(), opts);
    }
    ControlResponse.decode = decode;
})(ControlResponse || (ControlResponse = {}));
export var Failure;
(function (Failure) {
    let _codec;
    Failure.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(10);
                    w.string(obj.code);
                }
                if ((obj.message != null && obj.message !== '')) {
                    w.uint32(18);
                    w.string(obj.message);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    code: '',
                    message: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.code = reader.string();
                            break;
                        }
                        case 2: {
                            obj.message = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Failure.codec());
    }
    Failure.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Failure.codec(), opts);
    }
    Failure.decode = decode;
})(Failure || (Failure = {}));
export var HelloRequest;
(function (HelloRequest) {
    let _codec;
    HelloRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.secret != null && obj.secret.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.secret);
                }
                if ((obj.pass != null && obj.pass.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.pass);
                }
                if (obj.backup != null) {
                    w.uint32(26);
                    BackupKeyOffer.codec().encode(obj.backup, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    secret: uint8ArrayAlloc(0),
                    pass: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.secret = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.pass = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.backup = BackupKeyOffer.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.backup
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, HelloRequest.codec());
    }
    HelloRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HelloRequest.codec(), opts);
    }
    HelloRequest.decode = decode;
})(HelloRequest || (HelloRequest = {}));
export var BackupKeyOffer;
(function (BackupKeyOffer) {
    let _codec;
    BackupKeyOffer.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.recipient != null && obj.recipient.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.recipient);
                }
                if ((obj.reader != null && obj.reader !== '')) {
                    w.uint32(18);
                    w.string(obj.reader);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    recipient: uint8ArrayAlloc(0),
                    reader: '',
                    proof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.recipient = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.reader = reader.string();
                            break;
                        }
                        case 3: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, BackupKeyOffer.codec());
    }
    BackupKeyOffer.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupKeyOffer.codec(), opts);
    }
    BackupKeyOffer.decode = decode;
})(BackupKeyOffer || (BackupKeyOffer = {}));
export var HelloResponse;
(function (HelloResponse) {
    let _codec;
    HelloResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.pass != null && obj.pass.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.pass);
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.epoch);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.copies);
                }
                if ((obj.copiesMin != null && obj.copiesMin !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.copiesMin);
                }
                if ((obj.epochProof != null && obj.epochProof.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.epochProof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    pass: uint8ArrayAlloc(0),
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    copies: 0,
                    copiesMin: 0,
                    epochProof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.pass = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.swarm = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.copiesMin = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.epochProof = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, HelloResponse.codec());
    }
    HelloResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HelloResponse.codec(), opts);
    }
    HelloResponse.decode = decode;
})(HelloResponse || (HelloResponse = {}));
export var Entry;
(function (Entry) {
    let _codec;
    Entry.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.folder != null && obj.folder !== false)) {
                    w.uint32(24);
                    w.bool(obj.folder);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedAttributes);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.version);
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.sealedHead);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(64);
                    w.uint64Number(obj.revision);
                }
                if ((obj.committedAtMs != null && obj.committedAtMs !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.committedAtMs);
                }
                if (obj.contentBytes != null) {
                    w.uint32(480);
                    w.uint64Number(obj.contentBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    folder: false,
                    sealedName: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0),
                    version: 0,
                    sealedHead: uint8ArrayAlloc(0),
                    revision: 0,
                    committedAtMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.folder = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 9: {
                            obj.committedAtMs = reader.uint64Number();
                            break;
                        }
                        case 60: {
                            obj.contentBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Entry.codec());
    }
    Entry.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Entry.codec(), opts);
    }
    Entry.decode = decode;
})(Entry || (Entry = {}));
export var LookupRequest;
(function (LookupRequest) {
    let _codec;
    LookupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if (obj.at != null) {
                    w.uint32(240);
                    w.uint64Number(obj.at);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 30: {
                            obj.at = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LookupRequest.codec());
    }
    LookupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LookupRequest.codec(), opts);
    }
    LookupRequest.decode = decode;
})(LookupRequest || (LookupRequest = {}));
export var LookupResponse;
(function (LookupResponse) {
    let _codec;
    LookupResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LookupResponse.codec());
    }
    LookupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LookupResponse.codec(), opts);
    }
    LookupResponse.decode = decode;
})(LookupResponse || (LookupResponse = {}));
export var ListRequest;
(function (ListRequest) {
    let _codec;
    ListRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.after != null && obj.after.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.after);
                }
                if ((obj.limit != null && obj.limit !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.limit);
                }
                if (obj.at != null) {
                    w.uint32(240);
                    w.uint64Number(obj.at);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    after: uint8ArrayAlloc(0),
                    limit: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.after = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.limit = reader.uint32();
                            break;
                        }
                        case 30: {
                            obj.at = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListRequest.codec());
    }
    ListRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListRequest.codec(), opts);
    }
    ListRequest.decode = decode;
})(ListRequest || (ListRequest = {}));
export var ListResponse;
(function (ListResponse) {
    let _codec;
    ListResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entries != null && obj.entries.length > 0) {
                    for (const value of obj.entries) {
                        w.uint32(10);
                        Entry.codec().encode(value, w);
                    }
                }
                if ((obj.more != null && obj.more !== false)) {
                    w.uint32(16);
                    w.bool(obj.more);
                }
                if (obj.next != null) {
                    w.uint32(242);
                    w.bytes(obj.next);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    entries: [],
                    more: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.entries != null && obj.entries.length === opts.limits.entries) {
                                throw new MaxLengthError('Decode error - repeated field "entries" had too many elements');
                            }
                            obj.entries.push(Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entries$
                            }));
                            break;
                        }
                        case 2: {
                            obj.more = reader.bool();
                            break;
                        }
                        case 30: {
                            obj.next = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListResponse.codec());
    }
    ListResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListResponse.codec(), opts);
    }
    ListResponse.decode = decode;
})(ListResponse || (ListResponse = {}));
export var MakeFolderRequest;
(function (MakeFolderRequest) {
    let _codec;
    MakeFolderRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedAttributes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MakeFolderRequest.codec());
    }
    MakeFolderRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MakeFolderRequest.codec(), opts);
    }
    MakeFolderRequest.decode = decode;
})(MakeFolderRequest || (MakeFolderRequest = {}));
export var MakeFolderResponse;
(function (MakeFolderResponse) {
    let _codec;
    MakeFolderResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MakeFolderResponse.codec());
    }
    MakeFolderResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MakeFolderResponse.codec(), opts);
    }
    MakeFolderResponse.decode = decode;
})(MakeFolderResponse || (MakeFolderResponse = {}));
export var RemoveRequest;
(function (RemoveRequest) {
    let _codec;
    RemoveRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.recursive != null && obj.recursive !== false)) {
                    w.uint32(32);
                    w.bool(obj.recursive);
                }
                if ((obj.now != null && obj.now !== false)) {
                    w.uint32(40);
                    w.bool(obj.now);
                }
                if ((obj.seen != null && obj.seen !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.seen);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    recursive: false,
                    now: false,
                    seen: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.recursive = reader.bool();
                            break;
                        }
                        case 5: {
                            obj.now = reader.bool();
                            break;
                        }
                        case 6: {
                            obj.seen = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RemoveRequest.codec());
    }
    RemoveRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemoveRequest.codec(), opts);
    }
    RemoveRequest.decode = decode;
})(RemoveRequest || (RemoveRequest = {}));
export var RemoveResponse;
(function (RemoveResponse) {
    let _codec;
    RemoveResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RemoveResponse.codec());
    }
    RemoveResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RemoveResponse.codec(), opts);
    }
    RemoveResponse.decode = decode;
})(RemoveResponse || (RemoveResponse = {}));
export var MoveRequest;
(function (MoveRequest) {
    let _codec;
    MoveRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.newParent != null && obj.newParent.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.newParent);
                }
                if ((obj.newTag != null && obj.newTag.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.newTag);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.sealedName);
                }
                if ((obj.seen != null && obj.seen !== 0)) {
                    w.uint32(56);
                    w.uint64Number(obj.seen);
                }
                if ((obj.replace != null && obj.replace !== false)) {
                    w.uint32(64);
                    w.bool(obj.replace);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    newParent: uint8ArrayAlloc(0),
                    newTag: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    seen: 0,
                    replace: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.newParent = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.newTag = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.seen = reader.uint64Number();
                            break;
                        }
                        case 8: {
                            obj.replace = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MoveRequest.codec());
    }
    MoveRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MoveRequest.codec(), opts);
    }
    MoveRequest.decode = decode;
})(MoveRequest || (MoveRequest = {}));
export var MoveResponse;
(function (MoveResponse) {
    let _codec;
    MoveResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MoveResponse.codec());
    }
    MoveResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MoveResponse.codec(), opts);
    }
    MoveResponse.decode = decode;
})(MoveResponse || (MoveResponse = {}));
export var MakeFileRequest;
(function (MakeFileRequest) {
    let _codec;
    MakeFileRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedAttributes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MakeFileRequest.codec());
    }
    MakeFileRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MakeFileRequest.codec(), opts);
    }
    MakeFileRequest.decode = decode;
})(MakeFileRequest || (MakeFileRequest = {}));
export var MakeFileResponse;
(function (MakeFileResponse) {
    let _codec;
    MakeFileResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MakeFileResponse.codec());
    }
    MakeFileResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MakeFileResponse.codec(), opts);
    }
    MakeFileResponse.decode = decode;
})(MakeFileResponse || (MakeFileResponse = {}));
export var SetAttributesRequest;
(function (SetAttributesRequest) {
    let _codec;
    SetAttributesRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedAttributes);
                }
                if ((obj.seen != null && obj.seen !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.seen);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0),
                    seen: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.seen = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetAttributesRequest.codec());
    }
    SetAttributesRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetAttributesRequest.codec(), opts);
    }
    SetAttributesRequest.decode = decode;
})(SetAttributesRequest || (SetAttributesRequest = {}));
export var SetAttributesResponse;
(function (SetAttributesResponse) {
    let _codec;
    SetAttributesResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if ((obj.committedAtMs != null && obj.committedAtMs !== 0)) {
                    w.uint32(480);
                    w.uint64Number(obj.committedAtMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0,
                    committedAtMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 60: {
                            obj.committedAtMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetAttributesResponse.codec());
    }
    SetAttributesResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetAttributesResponse.codec(), opts);
    }
    SetAttributesResponse.decode = decode;
})(SetAttributesResponse || (SetAttributesResponse = {}));
export var WorkerInfo;
(function (WorkerInfo) {
    let _codec;
    WorkerInfo.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(10);
                    w.string(obj.peer);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(26);
                    w.string(obj.name);
                }
                if ((obj.zone != null && obj.zone !== '')) {
                    w.uint32(34);
                    w.string(obj.zone);
                }
                if ((obj.alive != null && obj.alive !== false)) {
                    w.uint32(40);
                    w.bool(obj.alive);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    peer: '',
                    addresses: [],
                    name: '',
                    zone: '',
                    alive: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 3: {
                            obj.name = reader.string();
                            break;
                        }
                        case 4: {
                            obj.zone = reader.string();
                            break;
                        }
                        case 5: {
                            obj.alive = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, WorkerInfo.codec());
    }
    WorkerInfo.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WorkerInfo.codec(), opts);
    }
    WorkerInfo.decode = decode;
})(WorkerInfo || (WorkerInfo = {}));
export var Placement;
(function (Placement) {
    let _codec;
    Placement.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(8);
                        w.uint32(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    workers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(reader.uint32());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Placement.codec());
    }
    Placement.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Placement.codec(), opts);
    }
    Placement.decode = decode;
})(Placement || (Placement = {}));
export var Places;
(function (Places) {
    let _codec;
    Places.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(10);
                        WorkerInfo.codec().encode(value, w);
                    }
                }
                if (obj.placements != null && obj.placements.length > 0) {
                    for (const value of obj.placements) {
                        w.uint32(18);
                        Placement.codec().encode(value, w);
                    }
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.grant);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    workers: [],
                    placements: [],
                    grant: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(WorkerInfo.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.placements != null && obj.placements.length === opts.limits.placements) {
                                throw new MaxLengthError('Decode error - repeated field "placements" had too many elements');
                            }
                            obj.placements.push(Placement.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.placements$
                            }));
                            break;
                        }
                        case 3: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Places.codec());
    }
    Places.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Places.codec(), opts);
    }
    Places.decode = decode;
})(Places || (Places = {}));
export var OpenIntentRequest;
(function (OpenIntentRequest) {
    let _codec;
    OpenIntentRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.upload != null && obj.upload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.upload);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.tag);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.file);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedName);
                }
                if ((obj.replace != null && obj.replace !== false)) {
                    w.uint32(48);
                    w.bool(obj.replace);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.copies);
                }
                if ((obj.copiesMin != null && obj.copiesMin !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.copiesMin);
                }
                if ((obj.chunks != null && obj.chunks !== 0)) {
                    w.uint32(72);
                    w.uint32(obj.chunks);
                }
                if ((obj.pieceBytesMax != null && obj.pieceBytesMax !== 0)) {
                    w.uint32(80);
                    w.uint64Number(obj.pieceBytesMax);
                }
                if ((obj.sizeHintBytes != null && obj.sizeHintBytes !== 0)) {
                    w.uint32(88);
                    w.uint64Number(obj.sizeHintBytes);
                }
                if ((obj.replaces != null && obj.replaces !== false)) {
                    w.uint32(96);
                    w.bool(obj.replaces);
                }
                if (obj.fence != null) {
                    w.uint32(562);
                    Fence.codec().encode(obj.fence, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    upload: uint8ArrayAlloc(0),
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    replace: false,
                    copies: 0,
                    copiesMin: 0,
                    chunks: 0,
                    pieceBytesMax: 0,
                    sizeHintBytes: 0,
                    replaces: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.upload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.replace = reader.bool();
                            break;
                        }
                        case 7: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 8: {
                            obj.copiesMin = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.chunks = reader.uint32();
                            break;
                        }
                        case 10: {
                            obj.pieceBytesMax = reader.uint64Number();
                            break;
                        }
                        case 11: {
                            obj.sizeHintBytes = reader.uint64Number();
                            break;
                        }
                        case 12: {
                            obj.replaces = reader.bool();
                            break;
                        }
                        case 70: {
                            obj.fence = Fence.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fence
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenIntentRequest.codec());
    }
    OpenIntentRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenIntentRequest.codec(), opts);
    }
    OpenIntentRequest.decode = decode;
})(OpenIntentRequest || (OpenIntentRequest = {}));
export var OpenIntentResponse;
(function (OpenIntentResponse) {
    let _codec;
    OpenIntentResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.copies);
                }
                if ((obj.copiesMin != null && obj.copiesMin !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.copiesMin);
                }
                if ((obj.leaseMs != null && obj.leaseMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.leaseMs);
                }
                if (obj.places != null) {
                    w.uint32(42);
                    Places.codec().encode(obj.places, w);
                }
                if (obj.committed != null) {
                    w.uint32(50);
                    CommitResult.codec().encode(obj.committed, w);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.parityShards);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    copies: 0,
                    copiesMin: 0,
                    leaseMs: 0,
                    dataShards: 0,
                    parityShards: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.copiesMin = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.leaseMs = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.places = Places.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.places
                            });
                            break;
                        }
                        case 6: {
                            obj.committed = CommitResult.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.committed
                            });
                            break;
                        }
                        case 7: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 8: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenIntentResponse.codec());
    }
    OpenIntentResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenIntentResponse.codec(), opts);
    }
    OpenIntentResponse.decode = decode;
})(OpenIntentResponse || (OpenIntentResponse = {}));
export var PlaceRequest;
(function (PlaceRequest) {
    let _codec;
    PlaceRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if ((obj.chunks != null && obj.chunks !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.chunks);
                }
                if ((obj.pieceBytesMax != null && obj.pieceBytesMax !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.pieceBytesMax);
                }
                if (obj.avoid != null && obj.avoid.length > 0) {
                    for (const value of obj.avoid) {
                        w.uint32(34);
                        w.string(value);
                    }
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.copies);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    chunks: 0,
                    pieceBytesMax: 0,
                    avoid: [],
                    copies: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.chunks = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.pieceBytesMax = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.avoid != null && obj.avoid.length === opts.limits.avoid) {
                                throw new MaxLengthError('Decode error - repeated field "avoid" had too many elements');
                            }
                            obj.avoid.push(reader.string());
                            break;
                        }
                        case 5: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PlaceRequest.codec());
    }
    PlaceRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PlaceRequest.codec(), opts);
    }
    PlaceRequest.decode = decode;
})(PlaceRequest || (PlaceRequest = {}));
export var PlaceResponse;
(function (PlaceResponse) {
    let _codec;
    PlaceResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.places != null) {
                    w.uint32(10);
                    Places.codec().encode(obj.places, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.places = Places.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.places
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PlaceResponse.codec());
    }
    PlaceResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PlaceResponse.codec(), opts);
    }
    PlaceResponse.decode = decode;
})(PlaceResponse || (PlaceResponse = {}));
export var RenewRequest;
(function (RenewRequest) {
    let _codec;
    RenewRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenewRequest.codec());
    }
    RenewRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenewRequest.codec(), opts);
    }
    RenewRequest.decode = decode;
})(RenewRequest || (RenewRequest = {}));
export var RenewResponse;
(function (RenewResponse) {
    let _codec;
    RenewResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenewResponse.codec());
    }
    RenewResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenewResponse.codec(), opts);
    }
    RenewResponse.decode = decode;
})(RenewResponse || (RenewResponse = {}));
export var PieceRef;
(function (PieceRef) {
    let _codec;
    PieceRef.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.sizeBytes);
                }
                if (obj.shards != null && obj.shards.length > 0) {
                    for (const value of obj.shards) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0,
                    shards: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.shards != null && obj.shards.length === opts.limits.shards) {
                                throw new MaxLengthError('Decode error - repeated field "shards" had too many elements');
                            }
                            obj.shards.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceRef.codec());
    }
    PieceRef.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceRef.codec(), opts);
    }
    PieceRef.decode = decode;
})(PieceRef || (PieceRef = {}));
export var SealGroupRequest;
(function (SealGroupRequest) {
    let _codec;
    SealGroupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if ((obj.group != null && obj.group !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.group);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.sealed);
                }
                if (obj.pieces != null && obj.pieces.length > 0) {
                    for (const value of obj.pieces) {
                        w.uint32(34);
                        PieceRef.codec().encode(value, w);
                    }
                }
                if ((obj.degraded != null && obj.degraded !== false)) {
                    w.uint32(40);
                    w.bool(obj.degraded);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    group: 0,
                    sealed: uint8ArrayAlloc(0),
                    pieces: [],
                    degraded: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.group = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.pieces != null && obj.pieces.length === opts.limits.pieces) {
                                throw new MaxLengthError('Decode error - repeated field "pieces" had too many elements');
                            }
                            obj.pieces.push(PieceRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.pieces$
                            }));
                            break;
                        }
                        case 5: {
                            obj.degraded = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SealGroupRequest.codec());
    }
    SealGroupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SealGroupRequest.codec(), opts);
    }
    SealGroupRequest.decode = decode;
})(SealGroupRequest || (SealGroupRequest = {}));
export var Shortage;
(function (Shortage) {
    let _codec;
    Shortage.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.index != null && obj.index !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.index);
                }
                if (obj.holders != null && obj.holders.length > 0) {
                    for (const value of obj.holders) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if (obj.shards != null && obj.shards.length > 0) {
                    for (const value of obj.shards) {
                        w.uint32(26);
                        ShardState.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    index: 0,
                    holders: [],
                    shards: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.index = reader.uint32();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.holders != null && obj.holders.length === opts.limits.holders) {
                                throw new MaxLengthError('Decode error - repeated field "holders" had too many elements');
                            }
                            obj.holders.push(reader.string());
                            break;
                        }
                        case 3: {
                            if (opts.limits?.shards != null && obj.shards.length === opts.limits.shards) {
                                throw new MaxLengthError('Decode error - repeated field "shards" had too many elements');
                            }
                            obj.shards.push(ShardState.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.shards$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Shortage.codec());
    }
    Shortage.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Shortage.codec(), opts);
    }
    Shortage.decode = decode;
})(Shortage || (Shortage = {}));
export var ShardState;
(function (ShardState) {
    let _codec;
    ShardState.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if (obj.holders != null && obj.holders.length > 0) {
                    for (const value of obj.holders) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    holders: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.holders != null && obj.holders.length === opts.limits.holders) {
                                throw new MaxLengthError('Decode error - repeated field "holders" had too many elements');
                            }
                            obj.holders.push(reader.string());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ShardState.codec());
    }
    ShardState.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardState.codec(), opts);
    }
    ShardState.decode = decode;
})(ShardState || (ShardState = {}));
export var SealGroupResponse;
(function (SealGroupResponse) {
    let _codec;
    SealGroupResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.short != null && obj.short.length > 0) {
                    for (const value of obj.short) {
                        w.uint32(10);
                        Shortage.codec().encode(value, w);
                    }
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.copies);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    short: [],
                    copies: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.short != null && obj.short.length === opts.limits.short) {
                                throw new MaxLengthError('Decode error - repeated field "short" had too many elements');
                            }
                            obj.short.push(Shortage.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.short$
                            }));
                            break;
                        }
                        case 2: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SealGroupResponse.codec());
    }
    SealGroupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SealGroupResponse.codec(), opts);
    }
    SealGroupResponse.decode = decode;
})(SealGroupResponse || (SealGroupResponse = {}));
export var CommitRequest;
(function (CommitRequest) {
    let _codec;
    CommitRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if ((obj.groups != null && obj.groups !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.groups);
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.sealedHead);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedAttributes);
                }
                if (obj.lastGroup != null) {
                    w.uint32(42);
                    SealGroupRequest.codec().encode(obj.lastGroup, w);
                }
                if (obj.logicalBytes != null) {
                    w.uint32(320);
                    w.uint64Number(obj.logicalBytes);
                }
                if (obj.fence != null) {
                    w.uint32(562);
                    Fence.codec().encode(obj.fence, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    groups: 0,
                    sealedHead: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.groups = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.lastGroup = SealGroupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lastGroup
                            });
                            break;
                        }
                        case 40: {
                            obj.logicalBytes = reader.uint64Number();
                            break;
                        }
                        case 70: {
                            obj.fence = Fence.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fence
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CommitRequest.codec());
    }
    CommitRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CommitRequest.codec(), opts);
    }
    CommitRequest.decode = decode;
})(CommitRequest || (CommitRequest = {}));
export var CommitResult;
(function (CommitResult) {
    let _codec;
    CommitResult.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.revision);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.copies);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    revision: 0,
                    copies: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CommitResult.codec());
    }
    CommitResult.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CommitResult.codec(), opts);
    }
    CommitResult.decode = decode;
})(CommitResult || (CommitResult = {}));
export var CommitResponse;
(function (CommitResponse) {
    let _codec;
    CommitResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.result != null) {
                    w.uint32(10);
                    CommitResult.codec().encode(obj.result, w);
                }
                if (obj.short != null && obj.short.length > 0) {
                    for (const value of obj.short) {
                        w.uint32(18);
                        Shortage.codec().encode(value, w);
                    }
                }
                if (obj.reopened != null && obj.reopened.length > 0) {
                    for (const value of obj.reopened) {
                        w.uint32(24);
                        w.uint32(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    short: [],
                    reopened: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.result = CommitResult.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.result
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.short != null && obj.short.length === opts.limits.short) {
                                throw new MaxLengthError('Decode error - repeated field "short" had too many elements');
                            }
                            obj.short.push(Shortage.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.short$
                            }));
                            break;
                        }
                        case 3: {
                            if (opts.limits?.reopened != null && obj.reopened.length === opts.limits.reopened) {
                                throw new MaxLengthError('Decode error - repeated field "reopened" had too many elements');
                            }
                            obj.reopened.push(reader.uint32());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CommitResponse.codec());
    }
    CommitResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CommitResponse.codec(), opts);
    }
    CommitResponse.decode = decode;
})(CommitResponse || (CommitResponse = {}));
export var OpenPackRequest;
(function (OpenPackRequest) {
    let _codec;
    OpenPackRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.upload != null && obj.upload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.upload);
                }
                if ((obj.pack != null && obj.pack.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.pack);
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.folder);
                }
                if ((obj.copiesMin != null && obj.copiesMin !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.copiesMin);
                }
                if ((obj.pieceBytes != null && obj.pieceBytes !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.pieceBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    upload: uint8ArrayAlloc(0),
                    pack: uint8ArrayAlloc(0),
                    folder: uint8ArrayAlloc(0),
                    copiesMin: 0,
                    pieceBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.upload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.pack = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.copiesMin = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.pieceBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenPackRequest.codec());
    }
    OpenPackRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenPackRequest.codec(), opts);
    }
    OpenPackRequest.decode = decode;
})(OpenPackRequest || (OpenPackRequest = {}));
export var PackedFile;
(function (PackedFile) {
    let _codec;
    PackedFile.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.file);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.sealedAttributes);
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.sealedHead);
                }
                if ((obj.sealedGroup != null && obj.sealedGroup.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.sealedGroup);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.sizeBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0),
                    sealedHead: uint8ArrayAlloc(0),
                    sealedGroup: uint8ArrayAlloc(0),
                    sizeBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.sealedGroup = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.sizeBytes = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PackedFile.codec());
    }
    PackedFile.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PackedFile.codec(), opts);
    }
    PackedFile.decode = decode;
})(PackedFile || (PackedFile = {}));
export var PublishPackedRequest;
(function (PublishPackedRequest) {
    let _codec;
    PublishPackedRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if (obj.piece != null) {
                    w.uint32(18);
                    PieceRef.codec().encode(obj.piece, w);
                }
                if ((obj.degraded != null && obj.degraded !== false)) {
                    w.uint32(24);
                    w.bool(obj.degraded);
                }
                if (obj.files != null && obj.files.length > 0) {
                    for (const value of obj.files) {
                        w.uint32(34);
                        PackedFile.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    degraded: false,
                    files: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.piece = PieceRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.piece
                            });
                            break;
                        }
                        case 3: {
                            obj.degraded = reader.bool();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.files != null && obj.files.length === opts.limits.files) {
                                throw new MaxLengthError('Decode error - repeated field "files" had too many elements');
                            }
                            obj.files.push(PackedFile.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.files$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishPackedRequest.codec());
    }
    PublishPackedRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishPackedRequest.codec(), opts);
    }
    PublishPackedRequest.decode = decode;
})(PublishPackedRequest || (PublishPackedRequest = {}));
export var PackedResult;
(function (PackedResult) {
    let _codec;
    PackedResult.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(10);
                    w.string(obj.code);
                }
                if ((obj.message != null && obj.message !== '')) {
                    w.uint32(18);
                    w.string(obj.message);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    code: '',
                    message: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.code = reader.string();
                            break;
                        }
                        case 2: {
                            obj.message = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PackedResult.codec());
    }
    PackedResult.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PackedResult.codec(), opts);
    }
    PackedResult.decode = decode;
})(PackedResult || (PackedResult = {}));
export var PublishPackedResponse;
(function (PublishPackedResponse) {
    let _codec;
    PublishPackedResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.short != null && obj.short.length > 0) {
                    for (const value of obj.short) {
                        w.uint32(10);
                        Shortage.codec().encode(value, w);
                    }
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.copies);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.revision);
                }
                if (obj.results != null && obj.results.length > 0) {
                    for (const value of obj.results) {
                        w.uint32(34);
                        PackedResult.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    short: [],
                    copies: 0,
                    revision: 0,
                    results: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.short != null && obj.short.length === opts.limits.short) {
                                throw new MaxLengthError('Decode error - repeated field "short" had too many elements');
                            }
                            obj.short.push(Shortage.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.short$
                            }));
                            break;
                        }
                        case 2: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.results != null && obj.results.length === opts.limits.results) {
                                throw new MaxLengthError('Decode error - repeated field "results" had too many elements');
                            }
                            obj.results.push(PackedResult.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.results$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishPackedResponse.codec());
    }
    PublishPackedResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishPackedResponse.codec(), opts);
    }
    PublishPackedResponse.decode = decode;
})(PublishPackedResponse || (PublishPackedResponse = {}));
export var AbortIntentRequest;
(function (AbortIntentRequest) {
    let _codec;
    AbortIntentRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AbortIntentRequest.codec());
    }
    AbortIntentRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AbortIntentRequest.codec(), opts);
    }
    AbortIntentRequest.decode = decode;
})(AbortIntentRequest || (AbortIntentRequest = {}));
export var AbortIntentResponse;
(function (AbortIntentResponse) {
    let _codec;
    AbortIntentResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.committed != null) {
                    w.uint32(10);
                    CommitResult.codec().encode(obj.committed, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.committed = CommitResult.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.committed
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AbortIntentResponse.codec());
    }
    AbortIntentResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AbortIntentResponse.codec(), opts);
    }
    AbortIntentResponse.decode = decode;
})(AbortIntentResponse || (AbortIntentResponse = {}));
export var OpenEditRequest;
(function (OpenEditRequest) {
    let _codec;
    OpenEditRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.upload != null && obj.upload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.upload);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.file);
                }
                if ((obj.base != null && obj.base !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.base);
                }
                if ((obj.chunks != null && obj.chunks !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.chunks);
                }
                if ((obj.pieceBytesMax != null && obj.pieceBytesMax !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.pieceBytesMax);
                }
                if (obj.logicalBytes != null) {
                    w.uint32(320);
                    w.uint64Number(obj.logicalBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    upload: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    base: 0,
                    chunks: 0,
                    pieceBytesMax: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.upload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.base = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.chunks = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.pieceBytesMax = reader.uint64Number();
                            break;
                        }
                        case 40: {
                            obj.logicalBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenEditRequest.codec());
    }
    OpenEditRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenEditRequest.codec(), opts);
    }
    OpenEditRequest.decode = decode;
})(OpenEditRequest || (OpenEditRequest = {}));
export var AmendRequest;
(function (AmendRequest) {
    let _codec;
    AmendRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.edit != null && obj.edit !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.edit);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.version);
                }
                if (obj.added != null && obj.added.length > 0) {
                    for (const value of obj.added) {
                        w.uint32(26);
                        PieceRef.codec().encode(value, w);
                    }
                }
                if ((obj.degraded != null && obj.degraded !== false)) {
                    w.uint32(32);
                    w.bool(obj.degraded);
                }
                if (obj.groups != null && obj.groups.length > 0) {
                    for (const value of obj.groups) {
                        w.uint32(42);
                        AmendedGroup.codec().encode(value, w);
                    }
                }
                if (obj.dropped != null && obj.dropped.length > 0) {
                    for (const value of obj.dropped) {
                        w.uint32(48);
                        w.uint32(value);
                    }
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.sealedHead);
                }
                if ((obj.sealedAttributes != null && obj.sealedAttributes.byteLength > 0)) {
                    w.uint32(66);
                    w.bytes(obj.sealedAttributes);
                }
                if ((obj.last != null && obj.last !== false)) {
                    w.uint32(72);
                    w.bool(obj.last);
                }
                if ((obj.loose != null && obj.loose !== false)) {
                    w.uint32(80);
                    w.bool(obj.loose);
                }
                if ((obj.sameContent != null && obj.sameContent !== false)) {
                    w.uint32(400);
                    w.bool(obj.sameContent);
                }
                if (obj.logicalBytes != null) {
                    w.uint32(320);
                    w.uint64Number(obj.logicalBytes);
                }
                if (obj.vouchers != null && obj.vouchers.length > 0) {
                    for (const value of obj.vouchers) {
                        w.uint32(522);
                        PieceVoucher.codec().encode(value, w);
                    }
                }
                if (obj.fence != null) {
                    w.uint32(562);
                    Fence.codec().encode(obj.fence, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    edit: 0,
                    version: 0,
                    added: [],
                    degraded: false,
                    groups: [],
                    dropped: [],
                    sealedHead: uint8ArrayAlloc(0),
                    sealedAttributes: uint8ArrayAlloc(0),
                    last: false,
                    loose: false,
                    sameContent: false,
                    vouchers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.edit = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.added != null && obj.added.length === opts.limits.added) {
                                throw new MaxLengthError('Decode error - repeated field "added" had too many elements');
                            }
                            obj.added.push(PieceRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.added$
                            }));
                            break;
                        }
                        case 4: {
                            obj.degraded = reader.bool();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.groups != null && obj.groups.length === opts.limits.groups) {
                                throw new MaxLengthError('Decode error - repeated field "groups" had too many elements');
                            }
                            obj.groups.push(AmendedGroup.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.groups$
                            }));
                            break;
                        }
                        case 6: {
                            if (opts.limits?.dropped != null && obj.dropped.length === opts.limits.dropped) {
                                throw new MaxLengthError('Decode error - repeated field "dropped" had too many elements');
                            }
                            obj.dropped.push(reader.uint32());
                            break;
                        }
                        case 7: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.sealedAttributes = reader.bytes();
                            break;
                        }
                        case 9: {
                            obj.last = reader.bool();
                            break;
                        }
                        case 10: {
                            obj.loose = reader.bool();
                            break;
                        }
                        case 50: {
                            obj.sameContent = reader.bool();
                            break;
                        }
                        case 40: {
                            obj.logicalBytes = reader.uint64Number();
                            break;
                        }
                        case 65: {
                            if (opts.limits?.vouchers != null && obj.vouchers.length === opts.limits.vouchers) {
                                throw new MaxLengthError('Decode error - repeated field "vouchers" had too many elements');
                            }
                            obj.vouchers.push(PieceVoucher.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.vouchers$
                            }));
                            break;
                        }
                        case 70: {
                            obj.fence = Fence.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fence
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AmendRequest.codec());
    }
    AmendRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AmendRequest.codec(), opts);
    }
    AmendRequest.decode = decode;
})(AmendRequest || (AmendRequest = {}));
export var PieceVoucher;
(function (PieceVoucher) {
    let _codec;
    PieceVoucher.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.index != null && obj.index !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.index);
                }
                if ((obj.peer != null && obj.peer !== '')) {
                    w.uint32(18);
                    w.string(obj.peer);
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.mac != null && obj.mac.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.mac);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    index: 0,
                    peer: '',
                    atMs: 0,
                    mac: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.index = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.peer = reader.string();
                            break;
                        }
                        case 3: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.mac = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceVoucher.codec());
    }
    PieceVoucher.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceVoucher.codec(), opts);
    }
    PieceVoucher.decode = decode;
})(PieceVoucher || (PieceVoucher = {}));
export var AmendedGroup;
(function (AmendedGroup) {
    let _codec;
    AmendedGroup.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.group != null && obj.group !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.group);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if (obj.pieces != null && obj.pieces.length > 0) {
                    for (const value of obj.pieces) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    group: 0,
                    sealed: uint8ArrayAlloc(0),
                    pieces: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.group = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.pieces != null && obj.pieces.length === opts.limits.pieces) {
                                throw new MaxLengthError('Decode error - repeated field "pieces" had too many elements');
                            }
                            obj.pieces.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AmendedGroup.codec());
    }
    AmendedGroup.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AmendedGroup.codec(), opts);
    }
    AmendedGroup.decode = decode;
})(AmendedGroup || (AmendedGroup = {}));
export var AmendResponse;
(function (AmendResponse) {
    let _codec;
    AmendResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.short != null && obj.short.length > 0) {
                    for (const value of obj.short) {
                        w.uint32(10);
                        Shortage.codec().encode(value, w);
                    }
                }
                if ((obj.next != null && obj.next !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.next);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.revision);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.copies);
                }
                if (obj.contentBytes != null) {
                    w.uint32(480);
                    w.uint64Number(obj.contentBytes);
                }
                if (obj.committedAtMs != null) {
                    w.uint32(488);
                    w.uint64Number(obj.committedAtMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    short: [],
                    next: 0,
                    revision: 0,
                    copies: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.short != null && obj.short.length === opts.limits.short) {
                                throw new MaxLengthError('Decode error - repeated field "short" had too many elements');
                            }
                            obj.short.push(Shortage.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.short$
                            }));
                            break;
                        }
                        case 2: {
                            obj.next = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 60: {
                            obj.contentBytes = reader.uint64Number();
                            break;
                        }
                        case 61: {
                            obj.committedAtMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AmendResponse.codec());
    }
    AmendResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AmendResponse.codec(), opts);
    }
    AmendResponse.decode = decode;
})(AmendResponse || (AmendResponse = {}));
export var ReadEntryRequest;
(function (ReadEntryRequest) {
    let _codec;
    ReadEntryRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if (obj.at != null) {
                    w.uint32(240);
                    w.uint64Number(obj.at);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 30: {
                            obj.at = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadEntryRequest.codec());
    }
    ReadEntryRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadEntryRequest.codec(), opts);
    }
    ReadEntryRequest.decode = decode;
})(ReadEntryRequest || (ReadEntryRequest = {}));
export var ReadEntryResponse;
(function (ReadEntryResponse) {
    let _codec;
    ReadEntryResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.parent);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        case 2: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadEntryResponse.codec());
    }
    ReadEntryResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadEntryResponse.codec(), opts);
    }
    ReadEntryResponse.decode = decode;
})(ReadEntryResponse || (ReadEntryResponse = {}));
export var ReadMapRequest;
(function (ReadMapRequest) {
    let _codec;
    ReadMapRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.file);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.version);
                }
                if ((obj.firstGroup != null && obj.firstGroup !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.firstGroup);
                }
                if ((obj.groups != null && obj.groups !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.groups);
                }
                if (obj.numbers != null && obj.numbers.length > 0) {
                    for (const value of obj.numbers) {
                        w.uint32(40);
                        w.uint32(value);
                    }
                }
                if ((obj.removed != null && obj.removed !== false)) {
                    w.uint32(48);
                    w.bool(obj.removed);
                }
                if (obj.older != null) {
                    w.uint32(240);
                    w.bool(obj.older);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    file: uint8ArrayAlloc(0),
                    version: 0,
                    firstGroup: 0,
                    groups: 0,
                    numbers: [],
                    removed: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.firstGroup = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.groups = reader.uint32();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.numbers != null && obj.numbers.length === opts.limits.numbers) {
                                throw new MaxLengthError('Decode error - repeated field "numbers" had too many elements');
                            }
                            obj.numbers.push(reader.uint32());
                            break;
                        }
                        case 6: {
                            obj.removed = reader.bool();
                            break;
                        }
                        case 30: {
                            obj.older = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadMapRequest.codec());
    }
    ReadMapRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadMapRequest.codec(), opts);
    }
    ReadMapRequest.decode = decode;
})(ReadMapRequest || (ReadMapRequest = {}));
export var PieceHolders;
(function (PieceHolders) {
    let _codec;
    PieceHolders.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.sizeBytes);
                }
                if (obj.holders != null && obj.holders.length > 0) {
                    for (const value of obj.holders) {
                        w.uint32(24);
                        w.uint32(value);
                    }
                }
                if (obj.shards != null) {
                    w.uint32(162);
                    ShardMap.codec().encode(obj.shards, w);
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(168);
                    w.uint32(obj.copies);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    sizeBytes: 0,
                    holders: [],
                    copies: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.holders != null && obj.holders.length === opts.limits.holders) {
                                throw new MaxLengthError('Decode error - repeated field "holders" had too many elements');
                            }
                            obj.holders.push(reader.uint32());
                            break;
                        }
                        case 20: {
                            obj.shards = ShardMap.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.shards
                            });
                            break;
                        }
                        case 21: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PieceHolders.codec());
    }
    PieceHolders.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PieceHolders.codec(), opts);
    }
    PieceHolders.decode = decode;
})(PieceHolders || (PieceHolders = {}));
export var ShardMap;
(function (ShardMap) {
    let _codec;
    ShardMap.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.parityShards);
                }
                if (obj.shards != null && obj.shards.length > 0) {
                    for (const value of obj.shards) {
                        w.uint32(26);
                        ShardHolders.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    dataShards: 0,
                    parityShards: 0,
                    shards: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.shards != null && obj.shards.length === opts.limits.shards) {
                                throw new MaxLengthError('Decode error - repeated field "shards" had too many elements');
                            }
                            obj.shards.push(ShardHolders.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.shards$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ShardMap.codec());
    }
    ShardMap.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardMap.codec(), opts);
    }
    ShardMap.decode = decode;
})(ShardMap || (ShardMap = {}));
export var ShardHolders;
(function (ShardHolders) {
    let _codec;
    ShardHolders.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if (obj.holders != null && obj.holders.length > 0) {
                    for (const value of obj.holders) {
                        w.uint32(16);
                        w.uint32(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    holders: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.holders != null && obj.holders.length === opts.limits.holders) {
                                throw new MaxLengthError('Decode error - repeated field "holders" had too many elements');
                            }
                            obj.holders.push(reader.uint32());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ShardHolders.codec());
    }
    ShardHolders.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ShardHolders.codec(), opts);
    }
    ShardHolders.decode = decode;
})(ShardHolders || (ShardHolders = {}));
export var GroupMap;
(function (GroupMap) {
    let _codec;
    GroupMap.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.group != null && obj.group !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.group);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if (obj.pieces != null && obj.pieces.length > 0) {
                    for (const value of obj.pieces) {
                        w.uint32(26);
                        PieceHolders.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    group: 0,
                    sealed: uint8ArrayAlloc(0),
                    pieces: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.group = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.pieces != null && obj.pieces.length === opts.limits.pieces) {
                                throw new MaxLengthError('Decode error - repeated field "pieces" had too many elements');
                            }
                            obj.pieces.push(PieceHolders.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.pieces$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GroupMap.codec());
    }
    GroupMap.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GroupMap.codec(), opts);
    }
    GroupMap.decode = decode;
})(GroupMap || (GroupMap = {}));
export var ReadMapResponse;
(function (ReadMapResponse) {
    let _codec;
    ReadMapResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.groups != null && obj.groups.length > 0) {
                    for (const value of obj.groups) {
                        w.uint32(10);
                        GroupMap.codec().encode(value, w);
                    }
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(18);
                        WorkerInfo.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    groups: [],
                    workers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.groups != null && obj.groups.length === opts.limits.groups) {
                                throw new MaxLengthError('Decode error - repeated field "groups" had too many elements');
                            }
                            obj.groups.push(GroupMap.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.groups$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(WorkerInfo.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadMapResponse.codec());
    }
    ReadMapResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadMapResponse.codec(), opts);
    }
    ReadMapResponse.decode = decode;
})(ReadMapResponse || (ReadMapResponse = {}));
export var WantedMap;
(function (WantedMap) {
    let _codec;
    WantedMap.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.file);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    file: uint8ArrayAlloc(0),
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, WantedMap.codec());
    }
    WantedMap.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WantedMap.codec(), opts);
    }
    WantedMap.decode = decode;
})(WantedMap || (WantedMap = {}));
export var ReadMapsRequest;
(function (ReadMapsRequest) {
    let _codec;
    ReadMapsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.files != null && obj.files.length > 0) {
                    for (const value of obj.files) {
                        w.uint32(10);
                        WantedMap.codec().encode(value, w);
                    }
                }
                if (obj.older != null) {
                    w.uint32(240);
                    w.bool(obj.older);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    files: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.files != null && obj.files.length === opts.limits.files) {
                                throw new MaxLengthError('Decode error - repeated field "files" had too many elements');
                            }
                            obj.files.push(WantedMap.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.files$
                            }));
                            break;
                        }
                        case 30: {
                            obj.older = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadMapsRequest.codec());
    }
    ReadMapsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadMapsRequest.codec(), opts);
    }
    ReadMapsRequest.decode = decode;
})(ReadMapsRequest || (ReadMapsRequest = {}));
export var SmallFileMap;
(function (SmallFileMap) {
    let _codec;
    SmallFileMap.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(10);
                    w.string(obj.code);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if ((obj.piece != null && obj.piece !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.piece);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    code: '',
                    sealed: uint8ArrayAlloc(0),
                    piece: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.code = reader.string();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.piece = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SmallFileMap.codec());
    }
    SmallFileMap.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SmallFileMap.codec(), opts);
    }
    SmallFileMap.decode = decode;
})(SmallFileMap || (SmallFileMap = {}));
export var ReadMapsResponse;
(function (ReadMapsResponse) {
    let _codec;
    ReadMapsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.files != null && obj.files.length > 0) {
                    for (const value of obj.files) {
                        w.uint32(10);
                        SmallFileMap.codec().encode(value, w);
                    }
                }
                if (obj.pieces != null && obj.pieces.length > 0) {
                    for (const value of obj.pieces) {
                        w.uint32(18);
                        PieceHolders.codec().encode(value, w);
                    }
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(26);
                        WorkerInfo.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    files: [],
                    pieces: [],
                    workers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.files != null && obj.files.length === opts.limits.files) {
                                throw new MaxLengthError('Decode error - repeated field "files" had too many elements');
                            }
                            obj.files.push(SmallFileMap.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.files$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.pieces != null && obj.pieces.length === opts.limits.pieces) {
                                throw new MaxLengthError('Decode error - repeated field "pieces" had too many elements');
                            }
                            obj.pieces.push(PieceHolders.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.pieces$
                            }));
                            break;
                        }
                        case 3: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(WorkerInfo.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadMapsResponse.codec());
    }
    ReadMapsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadMapsResponse.codec(), opts);
    }
    ReadMapsResponse.decode = decode;
})(ReadMapsResponse || (ReadMapsResponse = {}));
export var StatusRequest;
(function (StatusRequest) {
    let _codec;
    StatusRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StatusRequest.codec());
    }
    StatusRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StatusRequest.codec(), opts);
    }
    StatusRequest.decode = decode;
})(StatusRequest || (StatusRequest = {}));
export var WorkerStatus;
(function (WorkerStatus) {
    let _codec;
    WorkerStatus.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.worker != null) {
                    w.uint32(10);
                    WorkerInfo.codec().encode(obj.worker, w);
                }
                if ((obj.capacityBytes != null && obj.capacityBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.capacityBytes);
                }
                if ((obj.usedBytes != null && obj.usedBytes !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.usedBytes);
                }
                if ((obj.freeBytes != null && obj.freeBytes !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.freeBytes);
                }
                if ((obj.pieces != null && obj.pieces !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.pieces);
                }
                if ((obj.lastSeenMs != null && obj.lastSeenMs !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.lastSeenMs);
                }
                if ((obj.removals != null && obj.removals !== 0)) {
                    w.uint32(56);
                    w.uint64Number(obj.removals);
                }
                if ((obj.draining != null && obj.draining !== false)) {
                    w.uint32(64);
                    w.bool(obj.draining);
                }
                if ((obj.away != null && obj.away !== false)) {
                    w.uint32(72);
                    w.bool(obj.away);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    capacityBytes: 0,
                    usedBytes: 0,
                    freeBytes: 0,
                    pieces: 0,
                    lastSeenMs: 0,
                    removals: 0,
                    draining: false,
                    away: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.worker = WorkerInfo.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.worker
                            });
                            break;
                        }
                        case 2: {
                            obj.capacityBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.usedBytes = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.freeBytes = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.pieces = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.lastSeenMs = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.removals = reader.uint64Number();
                            break;
                        }
                        case 8: {
                            obj.draining = reader.bool();
                            break;
                        }
                        case 9: {
                            obj.away = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, WorkerStatus.codec());
    }
    WorkerStatus.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WorkerStatus.codec(), opts);
    }
    WorkerStatus.decode = decode;
})(WorkerStatus || (WorkerStatus = {}));
export var StatusResponse;
(function (StatusResponse) {
    let _codec;
    StatusResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.swarm != null && obj.swarm.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.swarm);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.epoch);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.revision);
                }
                if (obj.workers != null && obj.workers.length > 0) {
                    for (const value of obj.workers) {
                        w.uint32(34);
                        WorkerStatus.codec().encode(value, w);
                    }
                }
                if ((obj.pieces != null && obj.pieces !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.pieces);
                }
                if ((obj.piecesUnder != null && obj.piecesUnder !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.piecesUnder);
                }
                if ((obj.piecesLost != null && obj.piecesLost !== 0)) {
                    w.uint32(56);
                    w.uint64Number(obj.piecesLost);
                }
                if ((obj.intents != null && obj.intents !== 0)) {
                    w.uint32(64);
                    w.uint64Number(obj.intents);
                }
                if (obj.repair != null) {
                    w.uint32(74);
                    RepairStatus.codec().encode(obj.repair, w);
                }
                if (obj.trash != null) {
                    w.uint32(250);
                    TrashStatus.codec().encode(obj.trash, w);
                }
                if (obj.backup != null) {
                    w.uint32(162);
                    BackupStatus.codec().encode(obj.backup, w);
                }
                if (obj.restored != null) {
                    w.uint32(170);
                    RestoreStatus.codec().encode(obj.restored, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    swarm: uint8ArrayAlloc(0),
                    epoch: 0,
                    revision: 0,
                    workers: [],
                    pieces: 0,
                    piecesUnder: 0,
                    piecesLost: 0,
                    intents: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.swarm = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.workers != null && obj.workers.length === opts.limits.workers) {
                                throw new MaxLengthError('Decode error - repeated field "workers" had too many elements');
                            }
                            obj.workers.push(WorkerStatus.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.workers$
                            }));
                            break;
                        }
                        case 5: {
                            obj.pieces = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.piecesUnder = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.piecesLost = reader.uint64Number();
                            break;
                        }
                        case 8: {
                            obj.intents = reader.uint64Number();
                            break;
                        }
                        case 9: {
                            obj.repair = RepairStatus.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.repair
                            });
                            break;
                        }
                        case 31: {
                            obj.trash = TrashStatus.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.trash
                            });
                            break;
                        }
                        case 20: {
                            obj.backup = BackupStatus.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.backup
                            });
                            break;
                        }
                        case 21: {
                            obj.restored = RestoreStatus.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.restored
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StatusResponse.codec());
    }
    StatusResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StatusResponse.codec(), opts);
    }
    StatusResponse.decode = decode;
})(StatusResponse || (StatusResponse = {}));
export var RepairStatus;
(function (RepairStatus) {
    let _codec;
    RepairStatus.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.pieces != null && obj.pieces !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.pieces);
                }
                if ((obj.missingBytes != null && obj.missingBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.missingBytes);
                }
                if ((obj.underWay != null && obj.underWay !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.underWay);
                }
                if ((obj.bytesPerSecond != null && obj.bytesPerSecond !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.bytesPerSecond);
                }
                if ((obj.over != null && obj.over !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.over);
                }
                if ((obj.rebalancing != null && obj.rebalancing !== false)) {
                    w.uint32(48);
                    w.bool(obj.rebalancing);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    pieces: 0,
                    missingBytes: 0,
                    underWay: 0,
                    bytesPerSecond: 0,
                    over: 0,
                    rebalancing: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.pieces = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.missingBytes = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.underWay = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.bytesPerSecond = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.over = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.rebalancing = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RepairStatus.codec());
    }
    RepairStatus.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RepairStatus.codec(), opts);
    }
    RepairStatus.decode = decode;
})(RepairStatus || (RepairStatus = {}));
export var TrashStatus;
(function (TrashStatus) {
    let _codec;
    TrashStatus.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.items != null && obj.items !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.items);
                }
                if ((obj.storedBytes != null && obj.storedBytes !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.storedBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    items: 0,
                    storedBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.items = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.storedBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TrashStatus.codec());
    }
    TrashStatus.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TrashStatus.codec(), opts);
    }
    TrashStatus.decode = decode;
})(TrashStatus || (TrashStatus = {}));
export var BackupStatus;
(function (BackupStatus) {
    let _codec;
    BackupStatus.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.condition != null && obj.condition !== '')) {
                    w.uint32(10);
                    w.string(obj.condition);
                }
                if ((obj.ageMs != null && obj.ageMs !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.ageMs);
                }
                if ((obj.recipient != null && obj.recipient.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.recipient);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    condition: '',
                    ageMs: 0,
                    recipient: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.condition = reader.string();
                            break;
                        }
                        case 2: {
                            obj.ageMs = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.recipient = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, BackupStatus.codec());
    }
    BackupStatus.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupStatus.codec(), opts);
    }
    BackupStatus.decode = decode;
})(BackupStatus || (BackupStatus = {}));
export var RestoreStatus;
(function (RestoreStatus) {
    let _codec;
    RestoreStatus.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.keptUntilMs != null && obj.keptUntilMs !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.keptUntilMs);
                }
                if ((obj.unknown != null && obj.unknown !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.unknown);
                }
                if ((obj.unknownBytes != null && obj.unknownBytes !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.unknownBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    atMs: 0,
                    keptUntilMs: 0,
                    unknown: 0,
                    unknownBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.keptUntilMs = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.unknown = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.unknownBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RestoreStatus.codec());
    }
    RestoreStatus.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RestoreStatus.codec(), opts);
    }
    RestoreStatus.decode = decode;
})(RestoreStatus || (RestoreStatus = {}));
export var ReportBadRequest;
(function (ReportBadRequest) {
    let _codec;
    ReportBadRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.cid != null && obj.cid.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.cid);
                }
                if ((obj.worker != null && obj.worker !== '')) {
                    w.uint32(18);
                    w.string(obj.worker);
                }
                if ((obj.code != null && obj.code !== '')) {
                    w.uint32(26);
                    w.string(obj.code);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    cid: uint8ArrayAlloc(0),
                    worker: '',
                    code: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.cid = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.worker = reader.string();
                            break;
                        }
                        case 3: {
                            obj.code = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReportBadRequest.codec());
    }
    ReportBadRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReportBadRequest.codec(), opts);
    }
    ReportBadRequest.decode = decode;
})(ReportBadRequest || (ReportBadRequest = {}));
export var ReportBadResponse;
(function (ReportBadResponse) {
    let _codec;
    ReportBadResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReportBadResponse.codec());
    }
    ReportBadResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReportBadResponse.codec(), opts);
    }
    ReportBadResponse.decode = decode;
})(ReportBadResponse || (ReportBadResponse = {}));
export var DrainRequest;
(function (DrainRequest) {
    let _codec;
    DrainRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.worker != null && obj.worker !== '')) {
                    w.uint32(10);
                    w.string(obj.worker);
                }
                if ((obj.off != null && obj.off !== false)) {
                    w.uint32(16);
                    w.bool(obj.off);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    worker: '',
                    off: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.worker = reader.string();
                            break;
                        }
                        case 2: {
                            obj.off = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DrainRequest.codec());
    }
    DrainRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DrainRequest.codec(), opts);
    }
    DrainRequest.decode = decode;
})(DrainRequest || (DrainRequest = {}));
export var DrainResponse;
(function (DrainResponse) {
    let _codec;
    DrainResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DrainResponse.codec());
    }
    DrainResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DrainResponse.codec(), opts);
    }
    DrainResponse.decode = decode;
})(DrainResponse || (DrainResponse = {}));
export var RebalanceRequest;
(function (RebalanceRequest) {
    let _codec;
    RebalanceRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.off != null && obj.off !== false)) {
                    w.uint32(8);
                    w.bool(obj.off);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    off: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.off = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RebalanceRequest.codec());
    }
    RebalanceRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RebalanceRequest.codec(), opts);
    }
    RebalanceRequest.decode = decode;
})(RebalanceRequest || (RebalanceRequest = {}));
export var RebalanceResponse;
(function (RebalanceResponse) {
    let _codec;
    RebalanceResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RebalanceResponse.codec());
    }
    RebalanceResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RebalanceResponse.codec(), opts);
    }
    RebalanceResponse.decode = decode;
})(RebalanceResponse || (RebalanceResponse = {}));
export var TrashItem;
(function (TrashItem) {
    let _codec;
    TrashItem.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.parent);
                }
                if ((obj.replaced != null && obj.replaced !== false)) {
                    w.uint32(24);
                    w.bool(obj.replaced);
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.atMs);
                }
                if ((obj.untilMs != null && obj.untilMs !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.untilMs);
                }
                if ((obj.storedBytes != null && obj.storedBytes !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.storedBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    replaced: false,
                    atMs: 0,
                    untilMs: 0,
                    storedBytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        case 2: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.replaced = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.untilMs = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.storedBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TrashItem.codec());
    }
    TrashItem.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TrashItem.codec(), opts);
    }
    TrashItem.decode = decode;
})(TrashItem || (TrashItem = {}));
export var FolderName;
(function (FolderName) {
    let _codec;
    FolderName.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.tag);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0),
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FolderName.codec());
    }
    FolderName.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FolderName.codec(), opts);
    }
    FolderName.decode = decode;
})(FolderName || (FolderName = {}));
export var ListTrashRequest;
(function (ListTrashRequest) {
    let _codec;
    ListTrashRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== '')) {
                    w.uint32(10);
                    w.string(obj.after);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.tag);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: '',
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.string();
                            break;
                        }
                        case 2: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListTrashRequest.codec());
    }
    ListTrashRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListTrashRequest.codec(), opts);
    }
    ListTrashRequest.decode = decode;
})(ListTrashRequest || (ListTrashRequest = {}));
export var ListTrashResponse;
(function (ListTrashResponse) {
    let _codec;
    ListTrashResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.items != null && obj.items.length > 0) {
                    for (const value of obj.items) {
                        w.uint32(10);
                        TrashItem.codec().encode(value, w);
                    }
                }
                if (obj.folders != null && obj.folders.length > 0) {
                    for (const value of obj.folders) {
                        w.uint32(18);
                        FolderName.codec().encode(value, w);
                    }
                }
                if ((obj.next != null && obj.next !== '')) {
                    w.uint32(26);
                    w.string(obj.next);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    items: [],
                    folders: [],
                    next: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.items != null && obj.items.length === opts.limits.items) {
                                throw new MaxLengthError('Decode error - repeated field "items" had too many elements');
                            }
                            obj.items.push(TrashItem.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.items$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.folders != null && obj.folders.length === opts.limits.folders) {
                                throw new MaxLengthError('Decode error - repeated field "folders" had too many elements');
                            }
                            obj.folders.push(FolderName.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.folders$
                            }));
                            break;
                        }
                        case 3: {
                            obj.next = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListTrashResponse.codec());
    }
    ListTrashResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListTrashResponse.codec(), opts);
    }
    ListTrashResponse.decode = decode;
})(ListTrashResponse || (ListTrashResponse = {}));
export var OpenRestoreRequest;
(function (OpenRestoreRequest) {
    let _codec;
    OpenRestoreRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenRestoreRequest.codec());
    }
    OpenRestoreRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenRestoreRequest.codec(), opts);
    }
    OpenRestoreRequest.decode = decode;
})(OpenRestoreRequest || (OpenRestoreRequest = {}));
export var OpenRestoreResponse;
(function (OpenRestoreResponse) {
    let _codec;
    OpenRestoreResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    number: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.number = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenRestoreResponse.codec());
    }
    OpenRestoreResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenRestoreResponse.codec(), opts);
    }
    OpenRestoreResponse.decode = decode;
})(OpenRestoreResponse || (OpenRestoreResponse = {}));
export var RestoreRequest;
(function (RestoreRequest) {
    let _codec;
    RestoreRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.number);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.version);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.tag);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.sealedName);
                }
                if ((obj.sealedHead != null && obj.sealedHead.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.sealedHead);
                }
                if (obj.logicalBytes != null) {
                    w.uint32(320);
                    w.uint64Number(obj.logicalBytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    number: 0,
                    id: uint8ArrayAlloc(0),
                    version: 0,
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    sealedHead: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.number = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.sealedHead = reader.bytes();
                            break;
                        }
                        case 40: {
                            obj.logicalBytes = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RestoreRequest.codec());
    }
    RestoreRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RestoreRequest.codec(), opts);
    }
    RestoreRequest.decode = decode;
})(RestoreRequest || (RestoreRequest = {}));
export var RestoreResponse;
(function (RestoreResponse) {
    let _codec;
    RestoreResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RestoreResponse.codec());
    }
    RestoreResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RestoreResponse.codec(), opts);
    }
    RestoreResponse.decode = decode;
})(RestoreResponse || (RestoreResponse = {}));
export var TrashId;
(function (TrashId) {
    let _codec;
    TrashId.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0),
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TrashId.codec());
    }
    TrashId.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TrashId.codec(), opts);
    }
    TrashId.decode = decode;
})(TrashId || (TrashId = {}));
export var EmptyTrashRequest;
(function (EmptyTrashRequest) {
    let _codec;
    EmptyTrashRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.items != null && obj.items.length > 0) {
                    for (const value of obj.items) {
                        w.uint32(10);
                        TrashId.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    items: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.items != null && obj.items.length === opts.limits.items) {
                                throw new MaxLengthError('Decode error - repeated field "items" had too many elements');
                            }
                            obj.items.push(TrashId.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.items$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, EmptyTrashRequest.codec());
    }
    EmptyTrashRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EmptyTrashRequest.codec(), opts);
    }
    EmptyTrashRequest.decode = decode;
})(EmptyTrashRequest || (EmptyTrashRequest = {}));
export var EmptyTrashResponse;
(function (EmptyTrashResponse) {
    let _codec;
    EmptyTrashResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, EmptyTrashResponse.codec());
    }
    EmptyTrashResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EmptyTrashResponse.codec(), opts);
    }
    EmptyTrashResponse.decode = decode;
})(EmptyTrashResponse || (EmptyTrashResponse = {}));
export var Policy;
(function (Policy) {
    let _codec;
    Policy.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.copies != null && obj.copies !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.copies);
                }
                if ((obj.dataShards != null && obj.dataShards !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.dataShards);
                }
                if ((obj.parityShards != null && obj.parityShards !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.parityShards);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    copies: 0,
                    dataShards: 0,
                    parityShards: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.copies = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.dataShards = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.parityShards = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Policy.codec());
    }
    Policy.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Policy.codec(), opts);
    }
    Policy.decode = decode;
})(Policy || (Policy = {}));
export var SetPolicyRequest;
(function (SetPolicyRequest) {
    let _codec;
    SetPolicyRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if (obj.policy != null) {
                    w.uint32(18);
                    Policy.codec().encode(obj.policy, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.policy = Policy.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.policy
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetPolicyRequest.codec());
    }
    SetPolicyRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetPolicyRequest.codec(), opts);
    }
    SetPolicyRequest.decode = decode;
})(SetPolicyRequest || (SetPolicyRequest = {}));
export var SetPolicyResponse;
(function (SetPolicyResponse) {
    let _codec;
    SetPolicyResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetPolicyResponse.codec());
    }
    SetPolicyResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetPolicyResponse.codec(), opts);
    }
    SetPolicyResponse.decode = decode;
})(SetPolicyResponse || (SetPolicyResponse = {}));
export var ReadPolicyRequest;
(function (ReadPolicyRequest) {
    let _codec;
    ReadPolicyRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadPolicyRequest.codec());
    }
    ReadPolicyRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadPolicyRequest.codec(), opts);
    }
    ReadPolicyRequest.decode = decode;
})(ReadPolicyRequest || (ReadPolicyRequest = {}));
export var ReadPolicyResponse;
(function (ReadPolicyResponse) {
    let _codec;
    ReadPolicyResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.policy != null) {
                    w.uint32(10);
                    Policy.codec().encode(obj.policy, w);
                }
                if ((obj.own != null && obj.own !== false)) {
                    w.uint32(16);
                    w.bool(obj.own);
                }
                if ((obj.above != null && obj.above !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.above);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    own: false,
                    above: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.policy = Policy.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.policy
                            });
                            break;
                        }
                        case 2: {
                            obj.own = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.above = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadPolicyResponse.codec());
    }
    ReadPolicyResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadPolicyResponse.codec(), opts);
    }
    ReadPolicyResponse.decode = decode;
})(ReadPolicyResponse || (ReadPolicyResponse = {}));
export var Quota;
(function (Quota) {
    let _codec;
    Quota.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.bytesMax != null && obj.bytesMax !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.bytesMax);
                }
                if ((obj.filesMax != null && obj.filesMax !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.filesMax);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    bytesMax: 0,
                    filesMax: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bytesMax = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.filesMax = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Quota.codec());
    }
    Quota.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Quota.codec(), opts);
    }
    Quota.decode = decode;
})(Quota || (Quota = {}));
export var QuotaUse;
(function (QuotaUse) {
    let _codec;
    QuotaUse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if (obj.quota != null) {
                    w.uint32(18);
                    Quota.codec().encode(obj.quota, w);
                }
                if ((obj.usedBytes != null && obj.usedBytes !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.usedBytes);
                }
                if ((obj.usedFiles != null && obj.usedFiles !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.usedFiles);
                }
                if ((obj.counting != null && obj.counting !== false)) {
                    w.uint32(40);
                    w.bool(obj.counting);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    usedBytes: 0,
                    usedFiles: 0,
                    counting: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.quota = Quota.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.quota
                            });
                            break;
                        }
                        case 3: {
                            obj.usedBytes = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.usedFiles = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.counting = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, QuotaUse.codec());
    }
    QuotaUse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, QuotaUse.codec(), opts);
    }
    QuotaUse.decode = decode;
})(QuotaUse || (QuotaUse = {}));
export var SetQuotaRequest;
(function (SetQuotaRequest) {
    let _codec;
    SetQuotaRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if (obj.quota != null) {
                    w.uint32(18);
                    Quota.codec().encode(obj.quota, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.quota = Quota.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.quota
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetQuotaRequest.codec());
    }
    SetQuotaRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetQuotaRequest.codec(), opts);
    }
    SetQuotaRequest.decode = decode;
})(SetQuotaRequest || (SetQuotaRequest = {}));
export var SetQuotaResponse;
(function (SetQuotaResponse) {
    let _codec;
    SetQuotaResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetQuotaResponse.codec());
    }
    SetQuotaResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetQuotaResponse.codec(), opts);
    }
    SetQuotaResponse.decode = decode;
})(SetQuotaResponse || (SetQuotaResponse = {}));
export var ReadQuotaRequest;
(function (ReadQuotaRequest) {
    let _codec;
    ReadQuotaRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadQuotaRequest.codec());
    }
    ReadQuotaRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadQuotaRequest.codec(), opts);
    }
    ReadQuotaRequest.decode = decode;
})(ReadQuotaRequest || (ReadQuotaRequest = {}));
export var ReadQuotaResponse;
(function (ReadQuotaResponse) {
    let _codec;
    ReadQuotaResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.use != null) {
                    w.uint32(10);
                    QuotaUse.codec().encode(obj.use, w);
                }
                if ((obj.above != null && obj.above !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.above);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    above: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.use = QuotaUse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.use
                            });
                            break;
                        }
                        case 2: {
                            obj.above = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ReadQuotaResponse.codec());
    }
    ReadQuotaResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadQuotaResponse.codec(), opts);
    }
    ReadQuotaResponse.decode = decode;
})(ReadQuotaResponse || (ReadQuotaResponse = {}));
export var ListQuotasRequest;
(function (ListQuotasRequest) {
    let _codec;
    ListQuotasRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== '')) {
                    w.uint32(10);
                    w.string(obj.after);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListQuotasRequest.codec());
    }
    ListQuotasRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListQuotasRequest.codec(), opts);
    }
    ListQuotasRequest.decode = decode;
})(ListQuotasRequest || (ListQuotasRequest = {}));
export var ListQuotasResponse;
(function (ListQuotasResponse) {
    let _codec;
    ListQuotasResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.quotas != null && obj.quotas.length > 0) {
                    for (const value of obj.quotas) {
                        w.uint32(10);
                        QuotaUse.codec().encode(value, w);
                    }
                }
                if (obj.folders != null && obj.folders.length > 0) {
                    for (const value of obj.folders) {
                        w.uint32(18);
                        FolderName.codec().encode(value, w);
                    }
                }
                if ((obj.next != null && obj.next !== '')) {
                    w.uint32(26);
                    w.string(obj.next);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    quotas: [],
                    folders: [],
                    next: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.quotas != null && obj.quotas.length === opts.limits.quotas) {
                                throw new MaxLengthError('Decode error - repeated field "quotas" had too many elements');
                            }
                            obj.quotas.push(QuotaUse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.quotas$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.folders != null && obj.folders.length === opts.limits.folders) {
                                throw new MaxLengthError('Decode error - repeated field "folders" had too many elements');
                            }
                            obj.folders.push(FolderName.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.folders$
                            }));
                            break;
                        }
                        case 3: {
                            obj.next = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListQuotasResponse.codec());
    }
    ListQuotasResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListQuotasResponse.codec(), opts);
    }
    ListQuotasResponse.decode = decode;
})(ListQuotasResponse || (ListQuotasResponse = {}));
export var OpenSessionRequest;
(function (OpenSessionRequest) {
    let _codec;
    OpenSessionRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenSessionRequest.codec());
    }
    OpenSessionRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenSessionRequest.codec(), opts);
    }
    OpenSessionRequest.decode = decode;
})(OpenSessionRequest || (OpenSessionRequest = {}));
export var OpenSessionResponse;
(function (OpenSessionResponse) {
    let _codec;
    OpenSessionResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.leaseMs != null && obj.leaseMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.leaseMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    leaseMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.leaseMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenSessionResponse.codec());
    }
    OpenSessionResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenSessionResponse.codec(), opts);
    }
    OpenSessionResponse.decode = decode;
})(OpenSessionResponse || (OpenSessionResponse = {}));
export var RenewSessionRequest;
(function (RenewSessionRequest) {
    let _codec;
    RenewSessionRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenewSessionRequest.codec());
    }
    RenewSessionRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenewSessionRequest.codec(), opts);
    }
    RenewSessionRequest.decode = decode;
})(RenewSessionRequest || (RenewSessionRequest = {}));
export var RenewSessionResponse;
(function (RenewSessionResponse) {
    let _codec;
    RenewSessionResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.leaseMs != null && obj.leaseMs !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.leaseMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    leaseMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.leaseMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenewSessionResponse.codec());
    }
    RenewSessionResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenewSessionResponse.codec(), opts);
    }
    RenewSessionResponse.decode = decode;
})(RenewSessionResponse || (RenewSessionResponse = {}));
export var CloseSessionRequest;
(function (CloseSessionRequest) {
    let _codec;
    CloseSessionRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CloseSessionRequest.codec());
    }
    CloseSessionRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CloseSessionRequest.codec(), opts);
    }
    CloseSessionRequest.decode = decode;
})(CloseSessionRequest || (CloseSessionRequest = {}));
export var CloseSessionResponse;
(function (CloseSessionResponse) {
    let _codec;
    CloseSessionResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CloseSessionResponse.codec());
    }
    CloseSessionResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CloseSessionResponse.codec(), opts);
    }
    CloseSessionResponse.decode = decode;
})(CloseSessionResponse || (CloseSessionResponse = {}));
export var Fence;
(function (Fence) {
    let _codec;
    Fence.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.file);
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    file: uint8ArrayAlloc(0),
                    number: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.number = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Fence.codec());
    }
    Fence.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Fence.codec(), opts);
    }
    Fence.decode = decode;
})(Fence || (Fence = {}));
export var LockRange;
(function (LockRange) {
    let _codec;
    LockRange.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.file != null && obj.file.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.file);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.kind);
                }
                if ((obj.start != null && obj.start !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.start);
                }
                if ((obj.end != null && obj.end !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.end);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    file: uint8ArrayAlloc(0),
                    owner: uint8ArrayAlloc(0),
                    kind: 0,
                    start: 0,
                    end: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.file = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.start = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.end = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LockRange.codec());
    }
    LockRange.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LockRange.codec(), opts);
    }
    LockRange.decode = decode;
})(LockRange || (LockRange = {}));
export var LockRequest;
(function (LockRequest) {
    let _codec;
    LockRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (obj.range != null) {
                    w.uint32(18);
                    LockRange.codec().encode(obj.range, w);
                }
                if ((obj.exclusive != null && obj.exclusive !== false)) {
                    w.uint32(24);
                    w.bool(obj.exclusive);
                }
                if ((obj.waitMs != null && obj.waitMs !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.waitMs);
                }
                if ((obj.request != null && obj.request.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.request);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    exclusive: false,
                    waitMs: 0,
                    request: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.range = LockRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.range
                            });
                            break;
                        }
                        case 3: {
                            obj.exclusive = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.waitMs = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.request = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LockRequest.codec());
    }
    LockRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LockRequest.codec(), opts);
    }
    LockRequest.decode = decode;
})(LockRequest || (LockRequest = {}));
export var LockResponse;
(function (LockResponse) {
    let _codec;
    LockResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.fence != null && obj.fence !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.fence);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    fence: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.fence = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LockResponse.codec());
    }
    LockResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LockResponse.codec(), opts);
    }
    LockResponse.decode = decode;
})(LockResponse || (LockResponse = {}));
export var UnlockRequest;
(function (UnlockRequest) {
    let _codec;
    UnlockRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (obj.range != null) {
                    w.uint32(18);
                    LockRange.codec().encode(obj.range, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.range = LockRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.range
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, UnlockRequest.codec());
    }
    UnlockRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UnlockRequest.codec(), opts);
    }
    UnlockRequest.decode = decode;
})(UnlockRequest || (UnlockRequest = {}));
export var UnlockResponse;
(function (UnlockResponse) {
    let _codec;
    UnlockResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, UnlockResponse.codec());
    }
    UnlockResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UnlockResponse.codec(), opts);
    }
    UnlockResponse.decode = decode;
})(UnlockResponse || (UnlockResponse = {}));
export var TestLockRequest;
(function (TestLockRequest) {
    let _codec;
    TestLockRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if (obj.range != null) {
                    w.uint32(18);
                    LockRange.codec().encode(obj.range, w);
                }
                if ((obj.exclusive != null && obj.exclusive !== false)) {
                    w.uint32(24);
                    w.bool(obj.exclusive);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    exclusive: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.range = LockRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.range
                            });
                            break;
                        }
                        case 3: {
                            obj.exclusive = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TestLockRequest.codec());
    }
    TestLockRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TestLockRequest.codec(), opts);
    }
    TestLockRequest.decode = decode;
})(TestLockRequest || (TestLockRequest = {}));
export var LockHolder;
(function (LockHolder) {
    let _codec;
    LockHolder.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.range != null) {
                    w.uint32(10);
                    LockRange.codec().encode(obj.range, w);
                }
                if ((obj.exclusive != null && obj.exclusive !== false)) {
                    w.uint32(16);
                    w.bool(obj.exclusive);
                }
                if ((obj.own != null && obj.own !== false)) {
                    w.uint32(24);
                    w.bool(obj.own);
                }
                if ((obj.client != null && obj.client !== '')) {
                    w.uint32(34);
                    w.string(obj.client);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    exclusive: false,
                    own: false,
                    client: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.range = LockRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.range
                            });
                            break;
                        }
                        case 2: {
                            obj.exclusive = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.own = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.client = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LockHolder.codec());
    }
    LockHolder.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LockHolder.codec(), opts);
    }
    LockHolder.decode = decode;
})(LockHolder || (LockHolder = {}));
export var TestLockResponse;
(function (TestLockResponse) {
    let _codec;
    TestLockResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.holder != null) {
                    w.uint32(10);
                    LockHolder.codec().encode(obj.holder, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.holder = LockHolder.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.holder
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TestLockResponse.codec());
    }
    TestLockResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TestLockResponse.codec(), opts);
    }
    TestLockResponse.decode = decode;
})(TestLockResponse || (TestLockResponse = {}));
export var CancelLockRequest;
(function (CancelLockRequest) {
    let _codec;
    CancelLockRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.request != null && obj.request.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.request);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    request: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.request = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CancelLockRequest.codec());
    }
    CancelLockRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CancelLockRequest.codec(), opts);
    }
    CancelLockRequest.decode = decode;
})(CancelLockRequest || (CancelLockRequest = {}));
export var CancelLockResponse;
(function (CancelLockResponse) {
    let _codec;
    CancelLockResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.fence != null && obj.fence !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.fence);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    fence: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.fence = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CancelLockResponse.codec());
    }
    CancelLockResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CancelLockResponse.codec(), opts);
    }
    CancelLockResponse.decode = decode;
})(CancelLockResponse || (CancelLockResponse = {}));
export var ChangesRequest;
(function (ChangesRequest) {
    let _codec;
    ChangesRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.after);
                }
                if ((obj.waitMs != null && obj.waitMs !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.waitMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: 0,
                    waitMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.uint64Number();
                            break;
                        }
                        case 2: {
                            obj.waitMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChangesRequest.codec());
    }
    ChangesRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChangesRequest.codec(), opts);
    }
    ChangesRequest.decode = decode;
})(ChangesRequest || (ChangesRequest = {}));
export var Change;
(function (Change) {
    let _codec;
    Change.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.change != null && obj.change !== '')) {
                    w.uint32(10);
                    w.string(obj.change);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.parent);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.fromParent != null && obj.fromParent.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.fromParent);
                }
                if ((obj.fromSealedName != null && obj.fromSealedName.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.fromSealedName);
                }
                if ((obj.folder != null && obj.folder !== false)) {
                    w.uint32(56);
                    w.bool(obj.folder);
                }
                if ((obj.fresh != null && obj.fresh !== false)) {
                    w.uint32(64);
                    w.bool(obj.fresh);
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.version);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(80);
                    w.uint64Number(obj.revision);
                }
                if ((obj.atMs != null && obj.atMs !== 0)) {
                    w.uint32(88);
                    w.uint64Number(obj.atMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    change: '',
                    id: uint8ArrayAlloc(0),
                    parent: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    fromParent: uint8ArrayAlloc(0),
                    fromSealedName: uint8ArrayAlloc(0),
                    folder: false,
                    fresh: false,
                    version: 0,
                    revision: 0,
                    atMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.change = reader.string();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.fromParent = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.fromSealedName = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.folder = reader.bool();
                            break;
                        }
                        case 8: {
                            obj.fresh = reader.bool();
                            break;
                        }
                        case 9: {
                            obj.version = reader.uint64Number();
                            break;
                        }
                        case 10: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 11: {
                            obj.atMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Change.codec());
    }
    Change.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Change.codec(), opts);
    }
    Change.decode = decode;
})(Change || (Change = {}));
export var ChangesResponse;
(function (ChangesResponse) {
    let _codec;
    ChangesResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.changes != null && obj.changes.length > 0) {
                    for (const value of obj.changes) {
                        w.uint32(10);
                        Change.codec().encode(value, w);
                    }
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.revision);
                }
                if ((obj.more != null && obj.more !== false)) {
                    w.uint32(24);
                    w.bool(obj.more);
                }
                if ((obj.lost != null && obj.lost !== false)) {
                    w.uint32(32);
                    w.bool(obj.lost);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    changes: [],
                    revision: 0,
                    more: false,
                    lost: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.changes != null && obj.changes.length === opts.limits.changes) {
                                throw new MaxLengthError('Decode error - repeated field "changes" had too many elements');
                            }
                            obj.changes.push(Change.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.changes$
                            }));
                            break;
                        }
                        case 2: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 3: {
                            obj.more = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.lost = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChangesResponse.codec());
    }
    ChangesResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChangesResponse.codec(), opts);
    }
    ChangesResponse.decode = decode;
})(ChangesResponse || (ChangesResponse = {}));
export var TakeSnapshotRequest;
(function (TakeSnapshotRequest) {
    let _codec;
    TakeSnapshotRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TakeSnapshotRequest.codec());
    }
    TakeSnapshotRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TakeSnapshotRequest.codec(), opts);
    }
    TakeSnapshotRequest.decode = decode;
})(TakeSnapshotRequest || (TakeSnapshotRequest = {}));
export var TakeSnapshotResponse;
(function (TakeSnapshotResponse) {
    let _codec;
    TakeSnapshotResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, TakeSnapshotResponse.codec());
    }
    TakeSnapshotResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TakeSnapshotResponse.codec(), opts);
    }
    TakeSnapshotResponse.decode = decode;
})(TakeSnapshotResponse || (TakeSnapshotResponse = {}));
export var Snapshot;
(function (Snapshot) {
    let _codec;
    Snapshot.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if ((obj.sealedName != null && obj.sealedName.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.sealedName);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.revision);
                }
                if ((obj.takenAtMs != null && obj.takenAtMs !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.takenAtMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0),
                    sealedName: uint8ArrayAlloc(0),
                    revision: 0,
                    takenAtMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sealedName = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.takenAtMs = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Snapshot.codec());
    }
    Snapshot.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Snapshot.codec(), opts);
    }
    Snapshot.decode = decode;
})(Snapshot || (Snapshot = {}));
export var ListSnapshotsRequest;
(function (ListSnapshotsRequest) {
    let _codec;
    ListSnapshotsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListSnapshotsRequest.codec());
    }
    ListSnapshotsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListSnapshotsRequest.codec(), opts);
    }
    ListSnapshotsRequest.decode = decode;
})(ListSnapshotsRequest || (ListSnapshotsRequest = {}));
export var ListSnapshotsResponse;
(function (ListSnapshotsResponse) {
    let _codec;
    ListSnapshotsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.snapshots != null && obj.snapshots.length > 0) {
                    for (const value of obj.snapshots) {
                        w.uint32(10);
                        Snapshot.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    snapshots: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.snapshots != null && obj.snapshots.length === opts.limits.snapshots) {
                                throw new MaxLengthError('Decode error - repeated field "snapshots" had too many elements');
                            }
                            obj.snapshots.push(Snapshot.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.snapshots$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListSnapshotsResponse.codec());
    }
    ListSnapshotsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListSnapshotsResponse.codec(), opts);
    }
    ListSnapshotsResponse.decode = decode;
})(ListSnapshotsResponse || (ListSnapshotsResponse = {}));
export var DropSnapshotRequest;
(function (DropSnapshotRequest) {
    let _codec;
    DropSnapshotRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.folder != null && obj.folder.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.folder);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    folder: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.folder = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.id = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DropSnapshotRequest.codec());
    }
    DropSnapshotRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropSnapshotRequest.codec(), opts);
    }
    DropSnapshotRequest.decode = decode;
})(DropSnapshotRequest || (DropSnapshotRequest = {}));
export var DropSnapshotResponse;
(function (DropSnapshotResponse) {
    let _codec;
    DropSnapshotResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revision = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DropSnapshotResponse.codec());
    }
    DropSnapshotResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropSnapshotResponse.codec(), opts);
    }
    DropSnapshotResponse.decode = decode;
})(DropSnapshotResponse || (DropSnapshotResponse = {}));
export var ListVersionsRequest;
(function (ListVersionsRequest) {
    let _codec;
    ListVersionsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.parent != null && obj.parent.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.parent);
                }
                if ((obj.tag != null && obj.tag.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.tag);
                }
                if ((obj.before != null && obj.before !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.before);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    parent: uint8ArrayAlloc(0),
                    tag: uint8ArrayAlloc(0),
                    before: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.parent = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.tag = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.before = reader.uint64Number();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListVersionsRequest.codec());
    }
    ListVersionsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListVersionsRequest.codec(), opts);
    }
    ListVersionsRequest.decode = decode;
})(ListVersionsRequest || (ListVersionsRequest = {}));
export var Version;
(function (Version) {
    let _codec;
    Version.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.entry != null) {
                    w.uint32(10);
                    Entry.codec().encode(obj.entry, w);
                }
                if ((obj.current != null && obj.current !== false)) {
                    w.uint32(16);
                    w.bool(obj.current);
                }
                if ((obj.trashUntilMs != null && obj.trashUntilMs !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.trashUntilMs);
                }
                if (obj.snapshots != null && obj.snapshots.length > 0) {
                    for (const value of obj.snapshots) {
                        w.uint32(32);
                        w.uint32(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    current: false,
                    trashUntilMs: 0,
                    snapshots: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = Entry.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.entry
                            });
                            break;
                        }
                        case 2: {
                            obj.current = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.trashUntilMs = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.snapshots != null && obj.snapshots.length === opts.limits.snapshots) {
                                throw new MaxLengthError('Decode error - repeated field "snapshots" had too many elements');
                            }
                            obj.snapshots.push(reader.uint32());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Version.codec());
    }
    Version.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Version.codec(), opts);
    }
    Version.decode = decode;
})(Version || (Version = {}));
export var ListVersionsResponse;
(function (ListVersionsResponse) {
    let _codec;
    ListVersionsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.versions != null && obj.versions.length > 0) {
                    for (const value of obj.versions) {
                        w.uint32(10);
                        Version.codec().encode(value, w);
                    }
                }
                if (obj.snapshots != null && obj.snapshots.length > 0) {
                    for (const value of obj.snapshots) {
                        w.uint32(18);
                        Snapshot.codec().encode(value, w);
                    }
                }
                if ((obj.more != null && obj.more !== false)) {
                    w.uint32(24);
                    w.bool(obj.more);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    versions: [],
                    snapshots: [],
                    more: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.versions != null && obj.versions.length === opts.limits.versions) {
                                throw new MaxLengthError('Decode error - repeated field "versions" had too many elements');
                            }
                            obj.versions.push(Version.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.versions$
                            }));
                            break;
                        }
                        case 2: {
                            if (opts.limits?.snapshots != null && obj.snapshots.length === opts.limits.snapshots) {
                                throw new MaxLengthError('Decode error - repeated field "snapshots" had too many elements');
                            }
                            obj.snapshots.push(Snapshot.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.snapshots$
                            }));
                            break;
                        }
                        case 3: {
                            obj.more = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListVersionsResponse.codec());
    }
    ListVersionsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListVersionsResponse.codec(), opts);
    }
    ListVersionsResponse.decode = decode;
})(ListVersionsResponse || (ListVersionsResponse = {}));
