// Generated from backup-records.proto by "npm run protocol". Do not edit.
import { decodeMessage, encodeMessage, message } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var BackupKeyRecord;
(function (BackupKeyRecord) {
    let _codec;
    BackupKeyRecord.codec = () => {
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
        return encodeMessage(obj, BackupKeyRecord.codec());
    }
    BackupKeyRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupKeyRecord.codec(), opts);
    }
    BackupKeyRecord.decode = decode;
})(BackupKeyRecord || (BackupKeyRecord = {}));
export var BackupStateRecord;
(function (BackupStateRecord) {
    let _codec;
    BackupStateRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.logSeries != null && obj.logSeries.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.logSeries);
                }
                if ((obj.logNumber != null && obj.logNumber !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.logNumber);
                }
                if ((obj.logPrevious != null && obj.logPrevious.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.logPrevious);
                }
                if ((obj.cutTo != null && obj.cutTo !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.cutTo);
                }
                if ((obj.confirmedAtMs != null && obj.confirmedAtMs !== 0)) {
                    w.uint32(40);
                    w.uint64Number(obj.confirmedAtMs);
                }
                if ((obj.logBytes != null && obj.logBytes !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.logBytes);
                }
                if ((obj.snapshotSeries != null && obj.snapshotSeries.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.snapshotSeries);
                }
                if ((obj.snapshotLogNumber != null && obj.snapshotLogNumber !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.snapshotLogNumber);
                }
                if ((obj.snapshotBytes != null && obj.snapshotBytes !== 0)) {
                    w.uint32(72);
                    w.uint64Number(obj.snapshotBytes);
                }
                if ((obj.recipient != null && obj.recipient.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.recipient);
                }
                if ((obj.epoch != null && obj.epoch !== 0)) {
                    w.uint32(88);
                    w.uint32(obj.epoch);
                }
                if ((obj.snapshotParts != null && obj.snapshotParts !== 0)) {
                    w.uint32(96);
                    w.uint32(obj.snapshotParts);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    logSeries: uint8ArrayAlloc(0),
                    logNumber: 0,
                    logPrevious: uint8ArrayAlloc(0),
                    cutTo: 0,
                    confirmedAtMs: 0,
                    logBytes: 0,
                    snapshotSeries: uint8ArrayAlloc(0),
                    snapshotLogNumber: 0,
                    snapshotBytes: 0,
                    recipient: uint8ArrayAlloc(0),
                    epoch: 0,
                    snapshotParts: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.logSeries = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.logNumber = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.logPrevious = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.cutTo = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.confirmedAtMs = reader.uint64Number();
                            break;
                        }
                        case 6: {
                            obj.logBytes = reader.uint64Number();
                            break;
                        }
                        case 7: {
                            obj.snapshotSeries = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.snapshotLogNumber = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.snapshotBytes = reader.uint64Number();
                            break;
                        }
                        case 10: {
                            obj.recipient = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.epoch = reader.uint32();
                            break;
                        }
                        case 12: {
                            obj.snapshotParts = reader.uint32();
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
        return encodeMessage(obj, BackupStateRecord.codec());
    }
    BackupStateRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BackupStateRecord.codec(), opts);
    }
    BackupStateRecord.decode = decode;
})(BackupStateRecord || (BackupStateRecord = {}));
export var EpochRecord;
(function (EpochRecord) {
    let _codec;
    EpochRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.number);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if ((obj.restoredTo != null && obj.restoredTo !== 0)) {
                    w.uint32(24);
                    w.uint64Number(obj.restoredTo);
                }
                if ((obj.restoredAtMs != null && obj.restoredAtMs !== 0)) {
                    w.uint32(32);
                    w.uint64Number(obj.restoredAtMs);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.proof);
                }
                if ((obj.keptUntilMs != null && obj.keptUntilMs !== 0)) {
                    w.uint32(48);
                    w.uint64Number(obj.keptUntilMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    number: 0,
                    id: uint8ArrayAlloc(0),
                    restoredTo: 0,
                    restoredAtMs: 0,
                    proof: uint8ArrayAlloc(0),
                    keptUntilMs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.number = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.restoredTo = reader.uint64Number();
                            break;
                        }
                        case 4: {
                            obj.restoredAtMs = reader.uint64Number();
                            break;
                        }
                        case 5: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.keptUntilMs = reader.uint64Number();
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
        return encodeMessage(obj, EpochRecord.codec());
    }
    EpochRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EpochRecord.codec(), opts);
    }
    EpochRecord.decode = decode;
})(EpochRecord || (EpochRecord = {}));
export var UnknownPieceRecord;
(function (UnknownPieceRecord) {
    let _codec;
    UnknownPieceRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sizeBytes != null && obj.sizeBytes !== 0)) {
                    w.uint32(8);
                    w.uint64Number(obj.sizeBytes);
                }
                if ((obj.revision != null && obj.revision !== 0)) {
                    w.uint32(16);
                    w.uint64Number(obj.revision);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sizeBytes: 0,
                    revision: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sizeBytes = reader.uint64Number();
                            break;
                        }
                        case 2: {
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
        return encodeMessage(obj, UnknownPieceRecord.codec());
    }
    UnknownPieceRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UnknownPieceRecord.codec(), opts);
    }
    UnknownPieceRecord.decode = decode;
})(UnknownPieceRecord || (UnknownPieceRecord = {}));
